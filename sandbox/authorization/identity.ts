import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** Who signs identity tokens, and how others check it. */
export type Identity = {
  /**
   * An OpenID Connect id_token with the clinician's FHIR resource (SMART 2.2, "Scopes for requesting identity data").
   * @param fhirUser absolute URL of the Practitioner
   */
  idToken(client: string, fhirUser: string, nonce: string | undefined, seconds: number): Promise<string>;
  /** The public key as a JSON Web Key Set (RFC 7517). */
  keySet(): Promise<unknown>;
};

const keyId = 'sandbox';

/**
 * RS256, since SMART's `sso-openid-connect` requires it of servers. The key is made in the background: it takes up to a
 * second and is needed only at the first launch.
 * @param issuer URL under which `/.well-known/openid-configuration` is found
 * @param clientKey the public key this EHR signs its own calls of services with, published in the same set
 */
export function createIdentity(issuer: string, now: () => Date, clientKey: () => Promise<JWK>): Identity {
  const keys = generateKeyPair('RS256');
  return {
    async idToken(client, fhirUser, nonce, seconds) {
      const issued = Math.floor(now().getTime() / 1000);
      return new SignJWT({ fhirUser, ...(nonce === undefined ? {} : { nonce }) })
        .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
        .setIssuer(issuer)
        .setSubject(fhirUser.slice(fhirUser.lastIndexOf('/') + 1))
        .setAudience(client)
        .setIssuedAt(issued)
        .setExpirationTime(issued + seconds)
        .sign((await keys).privateKey);
    },
    async keySet() {
      const own = { ...(await exportJWK((await keys).publicKey)), alg: 'RS256', use: 'sig', kid: keyId };
      return { keys: [own, await clientKey()] };
    },
  };
}
