import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** How this EHR says who it is to the services it calls. */
export type ClientIdentity = {
  /** A JWT for one address, good once (CDS Hooks 2.0, "Trusting CDS Clients"). @param audience the service's address */
  token(audience: string): Promise<string>;
  /** The public key, to be published beside the others. */
  publicKey(): Promise<JWK>;
};

const keyId = 'sandbox-cds-client';
/** Life of a token. In seconds. */
const life = 60;

/** ES384, the first of those that CDS Hooks 2.0 recommends. @param issuer how the services know this EHR */
export function createClientIdentity(issuer: string, now: () => Date): ClientIdentity {
  const keys = generateKeyPair('ES384');
  return {
    async token(audience) {
      const issued = Math.floor(now().getTime() / 1000);
      return new SignJWT({})
        .setProtectedHeader({ alg: 'ES384', kid: keyId, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(issued)
        .setExpirationTime(issued + life)
        .setJti(randomUUID())
        .sign((await keys).privateKey);
    },
    async publicKey() {
      return { ...(await exportJWK((await keys).publicKey)), alg: 'ES384', use: 'sig', kid: keyId };
    },
  };
}
