import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type AccessClaims, codeClaims } from './claims.ts';
import { messagingScopes, splitScopes } from './scopes.ts';
import type { AuthorizationServer } from './server.ts';
import { styleUrl } from './style.ts';

type CodeClaims = z.infer<typeof codeClaims>;

/**
 * The token endpoint (SMART 2.2, "Obtain access token"): an authorization code and its PKCE verifier for an access
 * token. Errors are those of RFC 6749 section 5.2. There is no refresh token: an EHR launch ends with its token.
 */
export async function exchangeCode(server: AuthorizationServer, request: Request): Promise<Response> {
  if (request.method !== 'POST') return fault('invalid_request', 'the token endpoint takes POST only', 405);
  const form = new URLSearchParams(await request.text());
  if (form.get('grant_type') !== 'authorization_code') {
    return fault('unsupported_grant_type', 'grant_type must be authorization_code');
  }
  const client = server.clients.find((known) => known.id === form.get('client_id'));
  if (!client) return fault('invalid_client', 'unknown client_id', 401);
  const opened = await server.sealer.open('code', form.get('code') ?? '');
  if (!opened) return fault('invalid_grant', 'the code is unknown or has expired');
  if (server.usedCodes.has(opened.id)) {
    // RFC 6749 section 4.1.2: deny, and revoke what was issued for the code before.
    server.replayedCodes.add(opened.id);
    return fault('invalid_grant', 'the code has been used before');
  }
  // A code is spent by the first attempt, right or wrong: a verifier cannot be guessed in several goes.
  server.usedCodes.add(opened.id);
  const code = codeClaims.parse(opened.claims);
  if (code.clientId !== client.id) return fault('invalid_grant', 'the code was given to another client');
  if (code.redirectUri !== form.get('redirect_uri')) return fault('invalid_grant', 'another redirect_uri than before');
  if (!matchesChallenge(form.get('code_verifier') ?? '', code.codeChallenge)) {
    return fault('invalid_grant', 'code_verifier does not match code_challenge');
  }
  return json(await tokenResponse(server, code, opened.id));
}

/** RFC 7636 section 4.6: BASE64URL(SHA256(verifier)) must be the challenge. */
function matchesChallenge(verifier: string, challenge: string): boolean {
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}

async function tokenResponse(server: AuthorizationServer, code: CodeClaims, codeId: string) {
  const { launch, scope } = code;
  const { options } = launch;
  const seconds = options.tokenSeconds ?? server.tokenSeconds;
  const claims: AccessClaims = { scope, patient: launch.patient, launch: launch.id, code: codeId, options };
  const scopes = splitScopes(scope);
  // SMART 2.2, "fhirContext": objects with a relative reference, asked for by the lower-case scope. Role absent = launch.
  const withOrders =
    launch.orders.length > 0 && scopes.includes('launch/servicerequest') && !options.withoutFhirContext;
  const withMessaging = messagingScopes.some((messaging) => scopes.includes(messaging));
  const withUser = scopes.includes('openid') && scopes.includes('fhirUser');
  return {
    access_token: await server.sealer.seal('access', claims, seconds),
    token_type: 'Bearer',
    expires_in: seconds,
    // Required by SMART, and may be less than was asked for.
    scope,
    patient: launch.patient,
    ...(withOrders ? { fhirContext: launch.orders.map((reference) => ({ reference })) } : {}),
    // SMART Web Messaging 1.0.0: the handle of this launch, and the origin of the page to talk to.
    ...(withMessaging
      ? {
          smart_web_messaging_handle: launch.messagingHandle,
          smart_web_messaging_origin: new URL(server.fhirBase).origin,
        }
      : {}),
    // CDS Hooks 2.0, "Link": handed on as the card had it.
    ...(launch.appContext === undefined ? {} : { appContext: launch.appContext }),
    need_patient_banner: launch.needPatientBanner,
    smart_style_url: styleUrl(server.base),
    ...(withUser
      ? {
          id_token: await server.identity.idToken(
            code.clientId,
            `${server.fhirBase}/${server.fhirUser()}`,
            code.nonce,
            seconds,
          ),
        }
      : {}),
  };
}

function fault(error: string, description: string, status = 400): Response {
  return json({ error, error_description: description }, status);
}

/** RFC 6749 section 5.1: token responses must not be cached. */
function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', pragma: 'no-cache' } });
}
