import { decodeBase64Url } from './base64-url.ts';
import { isJsonObject, parseJson } from './json-object.ts';
import { isId } from './resource.ts';

/** Who may sign in (SMART 2.2, "Scopes for requesting identity data"), as far as a note on an order can name its author. */
const types = ['Practitioner', 'PractitionerRole', 'RelatedPerson', 'Patient', 'Organization'];

/** What an id_token is checked against. */
export interface TokenReader {
  /** FHIR base URL without a slash at the end. */
  readonly serverUrl: string;
  /** The app's client id at this server. */
  readonly clientId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Clocks may differ by this much, in milliseconds. */
const tolerance = 60_000;

/**
 * The signed-in user, e.g. `Practitioner/1`, from the claim `fhirUser` of an id_token that is for this app and has not
 * expired (OpenID Connect Core 3.1.3.7). Its signature is not checked: it came straight from the token endpoint (there,
 * point 6). Undefined where it names nobody on this server.
 */
export function readFhirUser(idToken: unknown, { serverUrl, clientId, now }: TokenReader): string | undefined {
  if (typeof idToken !== 'string') return undefined;
  const [, payload = ''] = idToken.split('.');
  const claims = parseJson(decodeBase64Url(payload));
  if (!isJsonObject(claims)) return undefined;
  const { fhirUser: user, aud, exp } = claims;
  if (typeof user !== 'string' || ![aud].flat().includes(clientId)) return undefined;
  if (typeof exp !== 'number' || exp * 1000 + tolerance <= now) return undefined;
  const relative = user.startsWith(`${serverUrl}/`) ? user.slice(serverUrl.length + 1) : user;
  const [type = '', id, ...rest] = relative.split('/');
  return types.includes(type) && isId(id) && rest.length === 0 ? `${type}/${id}` : undefined;
}
