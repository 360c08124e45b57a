import { readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { APP_CONTEXT_TYPE, type PublicKey, patientMark } from '../fhir/app-context.ts';
import { textAt } from '../fhir/element.ts';

/** Seals what a card's link hands to the app, and shows the key with which the app opens it. */
export interface AppContextSealer {
  readonly publicKeys: readonly PublicKey[];
  /** @param now milliseconds since 1970 */
  seal(
    draft: { readonly reference: string; readonly patientId: string; readonly id: string },
    now: number,
  ): Promise<string>;
}

/** A new key pair as one private JWK (RFC 7517), to be kept in a file that only the service can read. */
export async function newAppContextKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256' };
}

/** The key in a file. Throws where it cannot be read or is no private EC P-256 key: nothing could be sealed. */
export async function readAppContextKey(file: string): Promise<JWK> {
  const jwk: unknown = JSON.parse(await readFile(file, 'utf8'));
  const [kty, crv, x, y, d, kid] = ['kty', 'crv', 'x', 'y', 'd', 'kid'].map((name) => textAt(jwk, name));
  if (!kty || !crv || !x || !y || !d || !kid)
    throw new Error(`${file} holds no private key as "npm run cds-hooks -- key" makes it.`);
  return { kty, crv, x, y, d, kid };
}

/** Makes a sealer with one key. What it seals can be opened for so many minutes. */
export async function createAppContextSealer(jwk: JWK, minutes: number): Promise<AppContextSealer> {
  const { kty, crv, x, y, kid } = jwk;
  if (kty !== 'EC' || crv !== 'P-256' || !x || !y || !kid)
    throw new Error('The appContext key is not an EC P-256 JWK with kid.');
  const key = await importJWK(jwk, 'ES256');
  return {
    publicKeys: [{ kty, crv, x, y, kid }],
    async seal({ reference, patientId, id }, now) {
      return new SignJWT({ draft: reference, patient: await patientMark(id, patientId) })
        .setProtectedHeader({ alg: 'ES256', typ: APP_CONTEXT_TYPE, kid })
        .setJti(id)
        .setExpirationTime(Math.floor(now / 1000) + minutes * 60)
        .sign(key);
    },
  };
}
