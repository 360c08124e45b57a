import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { isElement } from '../fhir/element.ts';
import type { ClientConfiguration } from './configuration.ts';

/** Whether the caller is one of the clients of the configuration. */
export type VerifyClient = (authorization: string | undefined, path: string) => Promise<boolean>;

/** No symmetric algorithm and no `none` (CDS Hooks 2.0, "JWT Signing Algorithm"). */
const ALGORITHMS = ['ES384', 'RS384', 'ES256', 'RS256', 'ES512', 'RS512', 'PS256', 'PS384', 'PS512', 'EdDSA'];
/** A token lives no longer than this, in seconds; so long its `jti` is remembered. */
const LONGEST_LIFE = 3_600;
/** Clocks may differ by this much, in seconds. */
const TOLERANCE = 30;

/**
 * Verifies the JWT of each call (CDS Hooks 2.0, "Trusting CDS Clients"): issuer among those allowed, signed by its key, for
 * exactly this address, not expired, and not used before. `jku` is not followed: the keys are those of the configuration.
 * Why a token is refused is told to nobody.
 */
export function createVerifyClient(
  clients: readonly ClientConfiguration[],
  baseUrl: string,
  now: () => number,
): VerifyClient {
  const keys = new Map(clients.map((client) => [client.issuer, keysOf(client)]));
  const used = new Map<string, number>();
  return async (authorization, path) => {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return false;
    try {
      const { iss = '' } = decodeJwt(token);
      const key = keys.get(iss);
      const client = clients.find(({ issuer }) => issuer === iss);
      if (key === undefined || client === undefined) return false;
      const { payload, protectedHeader } = await jwtVerify(token, key, {
        algorithms: ALGORITHMS,
        typ: 'JWT',
        issuer: iss,
        // Feedback may carry a token for its service: the specification names "the CDS Service endpoint" for both.
        audience: [path, path.replace(/\/feedback$/, '')].map((address) => `${baseUrl}${address}`),
        requiredClaims: ['exp', 'iat', 'jti'],
        maxTokenAge: LONGEST_LIFE,
        clockTolerance: TOLERANCE,
        currentDate: new Date(now()),
      });
      if (protectedHeader.kid === undefined) return false;
      const { jti = '', exp = 0, tenant } = payload;
      if (client.tenants !== undefined && !(typeof tenant === 'string' && client.tenants.includes(tenant)))
        return false;
      return isFirstUse(used, `${iss} ${jti}`, Math.min(exp, now() / 1000 + LONGEST_LIFE) + TOLERANCE, now() / 1000);
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) return false;
      throw error;
    }
  };
}

function keysOf({ jwks, jwksUrl }: ClientConfiguration): JWTVerifyGetKey {
  if (jwks !== undefined) return createLocalJWKSet(jwks);
  return createRemoteJWKSet(new URL(jwksUrl ?? ''), { timeoutDuration: 2_000 });
}

function isFirstUse(used: Map<string, number>, id: string, until: number, now: number): boolean {
  for (const [known, end] of used) {
    if (end >= now) break;
    used.delete(known);
  }
  if (used.has(id)) return false;
  used.set(id, until);
  return true;
}

/** Whether a value is a JWK Set (RFC 7517). */
export function isJwkSet(value: unknown): value is { keys: { kty: string }[] } {
  return (
    isElement(value) &&
    Array.isArray(value.keys) &&
    value.keys.every((key) => isElement(key) && typeof key.kty === 'string')
  );
}
