import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import { isJsonObject, parseJson } from './json-object.ts';
import { isId } from './resource.ts';

/** Who may sign in (SMART 2.2, "Scopes for requesting identity data"), as far as a note on an order can name its author. */
const types = ['Practitioner', 'PractitionerRole', 'RelatedPerson', 'Patient', 'Organization'];
/** Signed by a key pair, never by a secret or not at all (RFC 7518 section 3.1). */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];
/** Clocks may differ by this much, in seconds. */
const clockTolerance = 60;
/** A decision waits for who made it no longer than this, in milliseconds. */
const patience = 3_000;

/** What an id_token is checked against. */
export interface TokenReader {
  /** FHIR base URL without a slash at the end. */
  readonly serverUrl: string;
  /** The app's client id at this server. */
  readonly clientId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * The signed-in user, e.g. `Practitioner/1`, from the claim `fhirUser` of an id_token that is signed by the issuer that the
 * server's SMART configuration names, is for this app and has not expired (SMART 2.2, "Steps for using an ID token"; OpenID
 * Connect Core 3.1.3.7). Undefined where any of it is not so or cannot be found out, or nobody on this server is named.
 */
export async function readFhirUser(idToken: unknown, reader: TokenReader): Promise<string | undefined> {
  if (typeof idToken !== 'string') return undefined;
  const { serverUrl, clientId, now } = reader;
  const configuration = await fetchObject(`${serverUrl}/.well-known/smart-configuration`, reader);
  const { issuer, jwks_uri: keysUrl } = configuration ?? {};
  if (typeof issuer !== 'string' || typeof keysUrl !== 'string') return undefined;
  const keys = await fetchObject(keysUrl, reader);
  if (!isKeySet(keys)) return undefined;
  try {
    const { payload } = await jwtVerify(idToken, createLocalJWKSet(keys), {
      algorithms,
      issuer,
      audience: clientId,
      requiredClaims: ['exp', 'iat', 'sub'],
      clockTolerance,
      currentDate: new Date(now),
    });
    return onServer(payload.fhirUser, serverUrl);
  } catch (error) {
    // What was signed by nobody, by another, for another, or is no token; TypeError for a key that is none.
    if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function onServer(user: unknown, serverUrl: string): string | undefined {
  if (typeof user !== 'string') return undefined;
  const relative = user.startsWith(`${serverUrl}/`) ? user.slice(serverUrl.length + 1) : user;
  const [type = '', id, ...rest] = relative.split('/');
  return types.includes(type) && isId(id) && rest.length === 0 ? `${type}/${id}` : undefined;
}

/** A JSON object from an address; undefined where there is none, or the browser may not read it. */
async function fetchObject(url: string, { fetch = globalThis.fetch }: TokenReader) {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
    });
    const content = response.ok ? parseJson(await response.text()) : undefined;
    return isJsonObject(content) ? content : undefined;
  } catch (error) {
    // A network error, no permission (CORS, Content Security Policy), an address that is none, or too late.
    if (error instanceof TypeError || error instanceof DOMException) return undefined;
    throw error;
  }
}

function isKeySet(keys: unknown): keys is { keys: { kty: string }[] } {
  return (
    isJsonObject(keys) &&
    Array.isArray(keys.keys) &&
    keys.keys.every((key) => isJsonObject(key) && typeof key.kty === 'string')
  );
}
