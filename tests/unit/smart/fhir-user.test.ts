import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { readFhirUser } from '../../../src/smart/fhir-user.ts';

const serverUrl = 'https://ehr.example/fhir';
const issuer = 'https://login.example';
const now = Date.parse('2026-11-28T10:00:00Z');
const fhirUser = 'Practitioner/d1';
const own = await generateKeyPair('RS256');
const stranger = await generateKeyPair('RS256');
const jwks = { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] };
const configuration = { issuer, jwks_uri: 'https://login.example/jwks' };

type Changes = { [claim: string]: unknown };
/** The claims of a token for this app that is good for an hour, with changes. */
const claims = (changes: Changes): JWTPayload => ({
  iss: issuer,
  sub: 'd1',
  aud: 'indikation',
  iat: now / 1000,
  exp: now / 1000 + 3600,
  fhirUser,
  ...changes,
});
const signed = (changes: Changes = {}, { privateKey } = own) =>
  new SignJWT(claims(changes)).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(privateKey);

/** Reads a token beside a server that answers so; what it was asked for. */
async function read(idToken: unknown, answers: Readonly<Record<string, unknown>> = {}) {
  const asked: string[] = [];
  const served: Readonly<Record<string, unknown>> = {
    [`${serverUrl}/.well-known/smart-configuration`]: configuration,
    [configuration.jwks_uri]: jwks,
    ...answers,
  };
  const fetch: typeof globalThis.fetch = async (input) => {
    asked.push(String(input));
    const answer = served[String(input)];
    if (answer === 'no CORS') throw new TypeError('Failed to fetch');
    if (answer === 'silence') throw new DOMException('too late', 'TimeoutError');
    return typeof answer === 'number' ? new Response('', { status: answer }) : Response.json(answer);
  };
  return { user: await readFhirUser(idToken, { serverUrl, clientId: 'indikation', now, fetch }), asked };
}

describe('the signed-in user', () => {
  test.each(['Practitioner/d1', 'https://ehr.example/fhir/Practitioner/d1'])('is %s on this server', async (named) => {
    const { user, asked } = await read(await signed({ fhirUser: named, name: 'Læge Prøve Testesen ÿ?>' }));
    expect(user).toBe('Practitioner/d1');
    expect(asked).toEqual([`${serverUrl}/.well-known/smart-configuration`, 'https://login.example/jwks']);
  });

  test.each<[string, () => unknown]>([
    ['of another server', () => signed({ fhirUser: 'https://elsewhere.example/fhir/Practitioner/d1' })],
    ['of another kind', () => signed({ fhirUser: 'Device/d1' })],
    ['with an id that is none', () => signed({ fhirUser: 'Practitioner/..' })],
    ['that is no text', () => signed({ fhirUser: 7 })],
    ['in a token signed by somebody else', () => signed({}, stranger)],
    ['in a token that nobody signed', () => new UnsecuredJWT(claims({})).encode()],
    ['in a token that was changed afterwards', async () => (await signed()).replace(/\.[^.]+\./, '.e30.')],
    ['in a token of another issuer', () => signed({ iss: 'https://elsewhere.example' })],
    ['in a token that is none', () => 'opaque.to#ken.x'],
    ['told to another app', () => signed({ aud: 'another' })],
    ['told to nobody', () => signed({ aud: undefined })],
    ['in a token without an end', () => signed({ exp: undefined })],
    ['in a token that ended a minute ago', () => signed({ exp: now / 1000 - 60 })],
  ])('a user %s is nobody', async (_name, token) => {
    expect((await read(await token())).user).toBeUndefined();
  });

  test('may be told to several apps at once, and by a clock that differs by less than a minute', async () => {
    expect((await read(await signed({ aud: ['another', 'indikation'] }))).user).toBe(fhirUser);
    expect((await read(await signed({ exp: now / 1000 - 59 }))).user).toBe(fhirUser);
  });

  test.each<[string, Record<string, unknown>]>([
    ['no SMART configuration', { [`${serverUrl}/.well-known/smart-configuration`]: 404 }],
    ['a configuration without keys', { [`${serverUrl}/.well-known/smart-configuration`]: { issuer } }],
    ['keys that a browser may not read', { [configuration.jwks_uri]: 'no CORS' }],
    ['keys that do not come', { [configuration.jwks_uri]: 'silence' }],
    ['keys that are none', { [configuration.jwks_uri]: { keys: ['k1'] } }],
    ['none of the keys', { [configuration.jwks_uri]: { keys: [] } }],
  ])('is nobody where there is %s: it cannot be checked', async (_, answers) => {
    expect((await read(await signed(), answers)).user).toBeUndefined();
  });

  test('no token, and nobody is asked', async () => {
    expect(await read(undefined)).toEqual({ user: undefined, asked: [] });
  });
});
