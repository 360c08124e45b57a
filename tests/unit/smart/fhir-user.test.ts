import { describe, expect, test } from 'vitest';
import { readFhirUser } from '../../../src/smart/fhir-user.ts';

const serverUrl = 'https://ehr.example/fhir';
const idToken = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

describe('the signed-in user', () => {
  test.each(['Practitioner/d1', 'https://ehr.example/fhir/Practitioner/d1'])('is %s on this server', (fhirUser) => {
    expect(readFhirUser(idToken({ fhirUser, name: 'Læge Prøve Testesen ÿ?>' }), serverUrl)).toBe('Practitioner/d1');
  });

  test.each([
    ['of another server', idToken({ fhirUser: 'https://elsewhere.example/fhir/Practitioner/d1' })],
    ['of another kind', idToken({ fhirUser: 'Device/d1' })],
    ['with an id that is none', idToken({ fhirUser: 'Practitioner/..' })],
    ['that is no text', idToken({ fhirUser: 7 })],
    ['in a token without claims', idToken(null)],
    ['in a token that is none', 'opaque.to#ken.x'],
    ['in no token', undefined],
  ])('a user %s is nobody', (_name, token) => {
    expect(readFhirUser(token, serverUrl)).toBeUndefined();
  });
});
