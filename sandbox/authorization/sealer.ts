import { randomBytes, randomUUID } from 'node:crypto';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';

/** What a sealed token is for. A token of one kind is never taken for another. */
export type Kind = 'launch' | 'code' | 'access' | 'page';

export type Opened = {
  /** Unique id of the token (`jti`). */
  readonly id: string;
  readonly claims: Readonly<Record<string, unknown>>;
};

/** Makes and opens tokens. */
export type Sealer = {
  seal(kind: Kind, claims: Readonly<Record<string, unknown>>, seconds: number): Promise<string>;
  /** Undefined when the token is forged, of another kind, of another server or has expired. */
  open(kind: Kind, token: string): Promise<Opened | undefined>;
};

/**
 * All state of the authorization server is in its tokens, so that it needs no cookies and works inside a cross-site
 * frame. They are encrypted and authenticated (JWE `dir` A256GCM, RFC 7516) with a key that lives as long as the
 * process: nobody can forge them, and since launch values and codes pass through URLs, nobody can read a patient id there.
 */
export function createSealer(now: () => Date): Sealer {
  const key = randomBytes(32);
  const seconds = () => Math.floor(now().getTime() / 1000);
  return {
    seal(kind, claims, life) {
      return new EncryptJWT({ claims })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: kind })
        .setJti(randomUUID())
        .setIssuedAt(seconds())
        .setExpirationTime(seconds() + life)
        .encrypt(key);
    },
    async open(kind, token) {
      try {
        const { payload } = await jwtDecrypt(token, key, { typ: kind, currentDate: now() });
        return { id: payload.jti ?? '', claims: isRecord(payload.claims) ? payload.claims : {} };
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
