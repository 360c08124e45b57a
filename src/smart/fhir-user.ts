import { isJsonObject, parseJson } from './json-object.ts';
import { isId } from './resource.ts';

/** Who may sign in (SMART 2.2, "Scopes for requesting identity data"), as far as a note on an order can name its author. */
const types = ['Practitioner', 'PractitionerRole', 'RelatedPerson', 'Patient', 'Organization'];

/**
 * The signed-in user, e.g. `Practitioner/1`, from the claim `fhirUser` of an id_token. The token's signature is not
 * checked: it came straight from the token endpoint (OpenID Connect Core 3.1.3.7, point 6). Undefined where it names
 * nobody on this server.
 */
export function readFhirUser(idToken: unknown, serverUrl: string): string | undefined {
  if (typeof idToken !== 'string') return undefined;
  const [, payload = ''] = idToken.split('.');
  const claims = parseJson(decodeBase64Url(payload));
  const user = isJsonObject(claims) ? claims.fhirUser : undefined;
  if (typeof user !== 'string') return undefined;
  const relative = user.startsWith(`${serverUrl}/`) ? user.slice(serverUrl.length + 1) : user;
  const [type = '', id, ...rest] = relative.split('/');
  return types.includes(type) && isId(id) && rest.length === 0 ? `${type}/${id}` : undefined;
}

/** Decodes a part of a JWT (RFC 7515 section 2, base64url without padding) to text; empty where it is none. */
export function decodeBase64Url(text: string): string {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  if (!/^[A-Za-z0-9+/]*$/.test(base64) || base64.length % 4 === 1) return '';
  return new TextDecoder().decode(Uint8Array.from(globalThis.atob(base64), (sign) => sign.charCodeAt(0)));
}
