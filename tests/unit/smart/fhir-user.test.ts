import { describe, expect, test } from 'vitest';
import { readFhirUser } from '../../../src/smart/fhir-user.ts';

const serverUrl = 'https://ehr.example/fhir';
const now = Date.parse('2026-11-28T10:00:00Z');
const reader = { serverUrl, clientId: 'indikation', now };
/** The claims of a token for this app that is good for an hour, with changes; in a token. */
const idToken = (changes: object | null) => {
  const claims = changes && { aud: 'indikation', exp: now / 1000 + 3600, ...changes };
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
};
const fhirUser = 'Practitioner/d1';

describe('the signed-in user', () => {
  test.each(['Practitioner/d1', 'https://ehr.example/fhir/Practitioner/d1'])('is %s on this server', (named) => {
    const token = idToken({ fhirUser: named, name: 'Læge Prøve Testesen ÿ?>' });
    expect(readFhirUser(token, reader)).toBe('Practitioner/d1');
  });

  test.each([
    ['of another server', idToken({ fhirUser: 'https://elsewhere.example/fhir/Practitioner/d1' })],
    ['of another kind', idToken({ fhirUser: 'Device/d1' })],
    ['with an id that is none', idToken({ fhirUser: 'Practitioner/..' })],
    ['that is no text', idToken({ fhirUser: 7 })],
    ['in a token without claims', idToken(null)],
    ['in a token that is none', 'opaque.to#ken.x'],
    ['in no token', undefined],
    ['told to another app', idToken({ fhirUser, aud: 'another' })],
    ['told to nobody', idToken({ fhirUser, aud: undefined })],
    ['in a token without an end', idToken({ fhirUser, exp: undefined })],
    ['in a token that ended a minute ago', idToken({ fhirUser, exp: now / 1000 - 60 })],
  ])('a user %s is nobody', (_name, token) => {
    expect(readFhirUser(token, reader)).toBeUndefined();
  });

  test('may be told to several apps at once, and by a clock that differs by less than a minute', () => {
    expect(readFhirUser(idToken({ fhirUser, aud: ['another', 'indikation'] }), reader)).toBe(fhirUser);
    expect(readFhirUser(idToken({ fhirUser, exp: now / 1000 - 59 }), reader)).toBe(fhirUser);
  });
});
