import { createHash, createPrivateKey, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { APP_CONTEXT_TYPE, type AppContextClaims, markedText, type PublicKey } from '../fhir/app-context.ts';
import { textAt } from '../fhir/element.ts';

/** Seals what a card's link hands to the app, and shows the key with which the app opens it. */
export interface AppContextSealer {
  readonly publicKeys: readonly PublicKey[];
  /** @param now milliseconds since 1970 */
  seal(draft: { readonly reference: string; readonly patientId: string; readonly id: string }, now: number): string;
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

/**
 * Makes a sealer with one key. What it seals can be opened for so many minutes. It signs in this thread: a card waits for it,
 * and handing so little to another thread takes longer than doing it.
 */
export function createAppContextSealer(jwk: JWK, minutes: number): AppContextSealer {
  const { kty, crv, x, y, kid } = jwk;
  if (kty !== 'EC' || crv !== 'P-256' || !x || !y || !kid)
    throw new Error('The appContext key is not an EC P-256 JWK with kid.');
  const key = createPrivateKey({ format: 'jwk', key: { ...jwk } });
  const header = inBase64Url({ alg: 'ES256', typ: APP_CONTEXT_TYPE, kid });
  return {
    publicKeys: [{ kty, crv, x, y, kid }],
    seal({ reference, patientId, id }, now) {
      const claims: AppContextClaims = {
        draft: reference,
        patient: createHash('sha256').update(markedText(id, patientId)).digest('base64url'),
        jti: id,
        exp: Math.floor(now / 1000) + minutes * 60,
      };
      const content = `${header}.${inBase64Url(claims)}`;
      return `${content}.${sign('sha256', Buffer.from(content), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
    },
  };
}

function inBase64Url(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
