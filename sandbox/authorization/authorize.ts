import { resourceTypes } from '../fhir/definitions.ts';
import { launchClaims } from './claims.ts';
import { grantScopes, messagingScopes, splitScopes } from './scopes.ts';
import type { AuthorizationServer } from './server.ts';

/** SMART 2.2, "Obtain authorization code": the code must expire shortly after it is issued. In seconds. */
const codeSeconds = 60;

/** An error for the app, told through the redirect (RFC 6749 section 4.1.2.1). */
type Fault = { readonly error: string; readonly error_description: string };

/**
 * The authorization endpoint, by GET or POST (SMART 2.2, "Obtain authorization code"). The clinician is signed in to the
 * EHR already and is asked nothing, so the answer is one redirect, without cookies.
 *
 * An unknown client or redirect URI is answered with a plain page and never with a redirect (RFC 6749 section 4.1.2.1);
 * all else that is wrong is told to the app.
 */
export async function authorize(server: AuthorizationServer, request: Request): Promise<Response> {
  const parameters =
    request.method === 'POST' ? new URLSearchParams(await request.text()) : new URL(request.url).searchParams;
  const client = server.clients.find((known) => known.id === single(parameters, 'client_id'));
  if (!client) return refuseInWords('Unknown client_id: this app is not registered with this EHR.');
  const redirectUri = single(parameters, 'redirect_uri');
  if (!redirectUri || !client.redirectUris.includes(redirectUri)) {
    return refuseInWords('The redirect_uri is not one that is registered for this app.');
  }
  const answer = await issueCode(server, parameters, client.id, redirectUri);
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  const state = single(parameters, 'state');
  if (state) target.searchParams.set('state', state);
  return new Response(null, { status: 302, headers: { location: target.href, 'cache-control': 'no-store' } });
}

async function issueCode(
  server: AuthorizationServer,
  parameters: URLSearchParams,
  clientId: string,
  redirectUri: string,
): Promise<Fault | { code: string }> {
  const codeChallenge = single(parameters, 'code_challenge');
  const scope = single(parameters, 'scope') ?? '';
  const fault = findFault(server, parameters, scope, codeChallenge);
  if (fault) return fault;
  const opened = await server.sealer.open('launch', single(parameters, 'launch') ?? '');
  // SMART 2.2, "EHR launch": the launch value binds the authorization to the EHR session it came from.
  if (!opened) return invalid('launch is missing, is not from this EHR or has expired: launch again from the EHR');
  const launch = launchClaims.parse(opened.claims);
  if (launch.options.launchOnce) {
    if (server.usedLaunches.has(opened.id)) return invalid('launch has been used already: launch again from the EHR');
    server.usedLaunches.add(opened.id);
  }
  const withoutHandle = launch.messagingHandle === undefined ? messagingScopes : [];
  const granted = grantScopes(scope, resourceTypes, [...(launch.options.refuseScopes ?? []), ...withoutHandle]);
  const code = await server.sealer.seal(
    'code',
    {
      launch: { ...launch, id: opened.id },
      clientId,
      redirectUri,
      codeChallenge,
      scope: granted.join(' '),
      nonce: single(parameters, 'nonce'),
    },
    codeSeconds,
  );
  return { code };
}

function findFault(
  server: AuthorizationServer,
  parameters: URLSearchParams,
  scope: string,
  codeChallenge: string | undefined,
): Fault | undefined {
  for (const name of new Set(parameters.keys())) {
    // RFC 6749 section 3.1: parameters must not be included more than once.
    if (parameters.getAll(name).length > 1) return invalid(`${name} is given more than once`);
  }
  if (parameters.get('response_type') !== 'code') {
    return { error: 'unsupported_response_type', error_description: 'response_type must be code' };
  }
  // SMART 2.2: state is required, so that the app can tie the answer to its own request.
  if (!parameters.get('state')) return invalid('state is required');
  // SMART 2.2, "Considerations for PKCE support": S256 for all apps, plain SHALL NOT be supported.
  if (parameters.get('code_challenge_method') !== 'S256') return invalid('code_challenge_method must be S256');
  if (!codeChallenge || !/^[A-Za-z0-9_-]{43}$/.test(codeChallenge)) {
    return invalid('code_challenge must be a SHA-256 hash in base64url: 43 characters');
  }
  // SMART 2.2: aud is the FHIR server the app wants, so that a counterfeit server gets no token of the real one.
  if (parameters.get('aud') !== server.fhirBase) return invalid(`aud must be ${server.fhirBase}`);
  if (!splitScopes(scope).includes('launch')) {
    return { error: 'invalid_scope', error_description: 'this EHR launches apps itself: the scope launch is required' };
  }
  return undefined;
}

function invalid(description: string): Fault {
  return { error: 'invalid_request', error_description: description };
}

/** The value of a parameter that is given exactly once and not empty. */
function single(parameters: URLSearchParams, name: string): string | undefined {
  const values = parameters.getAll(name);
  return values.length === 1 && values[0] !== '' ? values[0] : undefined;
}

function refuseInWords(text: string): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(`${text}\n`, { status: 400, headers });
}
