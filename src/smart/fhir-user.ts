import { decodeBase64Url } from './base64-url.ts';
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
