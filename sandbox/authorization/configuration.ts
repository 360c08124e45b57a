import { resourceTypes } from '../fhir/definitions.ts';
import { contextScopes, messagingScopes } from './scopes.ts';
import type { AuthorizationServer } from './server.ts';

/** What both discovery documents say. */
function endpoints(server: AuthorizationServer) {
  return {
    issuer: server.base,
    jwks_uri: `${server.base}/jwks`,
    authorization_endpoint: `${server.base}/authorize`,
    token_endpoint: `${server.base}/token`,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: ['authorization_code'],
    response_types_supported: ['code'],
    scopes_supported: [
      ...contextScopes,
      ...messagingScopes,
      'patient/*.cruds',
      ...resourceTypes.map((type) => `patient/${type}.cruds`),
    ],
    code_challenge_methods_supported: ['S256'],
  };
}

/** SMART App Launch 2.2, "Using well-known": what this server can do. */
export function smartConfiguration(server: AuthorizationServer) {
  return {
    ...endpoints(server),
    capabilities: [
      'launch-ehr',
      'authorize-post',
      'client-public',
      'sso-openid-connect',
      'context-ehr-patient',
      'context-banner',
      'context-style',
      'permission-patient',
      'permission-user',
      'permission-v1',
      'permission-v2',
    ],
  };
}

/** OpenID Connect Discovery 1.0, which SMART's `sso-openid-connect` refers to. */
export function openidConfiguration(server: AuthorizationServer) {
  return {
    ...endpoints(server),
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'fhirUser'],
  };
}
