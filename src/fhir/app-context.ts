import { isElement, textAt } from './element.ts';

/**
 * What a card's link hands to the app (`appContext`, CDS Hooks 2.0, "Link"): a JWS in compact form (RFC 7515, ES256) signed
 * by the CDS Hooks service. The EHR passes it on unread; the app checks it with the service's public key, so that no
 * secret and no call is needed, and learns which draft it was opened for.
 */
export interface AppContextClaims {
  /** Relative reference, e.g. `ServiceRequest/123`. */
  readonly draft: string;
  /** `patientMark` of the patient it was made for. */
  readonly patient: string;
  /** Makes each one different. */
  readonly jti: string;
  /** Seconds since 1970 after which it opens nothing. */
  readonly exp: number;
}

/** `typ` of its header: a token made for anything else is none. */
export const APP_CONTEXT_TYPE = 'indikation-app-context+jwt';

/** A public key as RFC 7517 writes it; the service lists its keys at `/app-context-keys`. */
export interface PublicKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
}

export type OpenedAppContext =
  | { readonly kind: 'draft'; readonly reference: string }
  | {
      readonly kind: 'refused';
      readonly because: 'malformed' | 'unknown-key' | 'forged' | 'expired' | 'other-patient';
    };

/** What ties a token to a patient without naming him or her: base64url of SHA-256 over the token's own id and the patient's. */
export async function patientMark(jti: string, patientId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(markedText(jti, patientId)));
  return toBase64Url(new Uint8Array(digest));
}

/** What the mark is a digest of. */
export function markedText(jti: string, patientId: string): string {
  return `${jti}|${patientId}`;
}

/**
 * Opens an `appContext` for the patient of the launch. Refused, it is as if none had come: the draft is found in the
 * other ways, and never another patient's.
 * @param now milliseconds since 1970
 */
export async function openAppContext(
  token: string,
  keys: readonly PublicKey[],
  { patientId, now }: { readonly patientId: string; readonly now: number },
): Promise<OpenedAppContext> {
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = jsonOf(head);
  const claims = jsonOf(body);
  const draft = textAt(claims, 'draft');
  const jti = textAt(claims, 'jti');
  const exp = isElement(claims) ? claims.exp : undefined;
  const signed = fromBase64Url(signature);
  const isOurs = textAt(header, 'alg') === 'ES256' && textAt(header, 'typ') === APP_CONTEXT_TYPE;
  if (!isOurs || !draft || !jti || typeof exp !== 'number' || !signed || token.split('.').length !== 3)
    return refused('malformed');
  const key = keys.find(({ kid }) => kid === textAt(header, 'kid'));
  if (!key) return refused('unknown-key');
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const { kty, crv, x, y } = key;
  const imported = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify']);
  const bytes = new TextEncoder().encode(`${head}.${body}`);
  if (!(await crypto.subtle.verify(algorithm, imported, signed, bytes))) return refused('forged');
  if (exp * 1000 <= now) return refused('expired');
  if (textAt(claims, 'patient') !== (await patientMark(jti, patientId))) return refused('other-patient');
  return { kind: 'draft', reference: draft };
}

function refused(because: Extract<OpenedAppContext, { kind: 'refused' }>['because']): OpenedAppContext {
  return { kind: 'refused', because };
}

function jsonOf(part: string): unknown {
  const bytes = fromBase64Url(part);
  if (bytes === null) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Not JSON: the caller refuses it as malformed.
    return null;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
  const base64 = text.replace(/-/g, '+').replace(/_/g, '/');
  if (base64.length % 4 === 1) return null;
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
