import type { Patient } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { patientBanner } from '../../../src/fhir/patient.ts';

const CPR = 'urn:oid:1.2.208.176.1.2';
const banner = (over: object) => patientBanner({ resourceType: 'Patient', ...over } as Patient);

describe('who the patient is', () => {
  test('official name, birth date, and CPR with its hyphen', () => {
    expect(
      banner({
        name: [
          { use: 'nickname', text: 'Bente' },
          { use: 'official', given: ['Test', 'Syntetisk'], family: 'Eksempel' },
        ],
        birthDate: '1966-06-01',
        identifier: [{ system: CPR, value: '0106669996' }],
      }),
    ).toEqual({
      name: 'Test Syntetisk Eksempel',
      birthDate: '1966-06-01',
      identifier: '010666-9996',
      isProtected: false,
    });
  });

  test('a name as one text is taken as it is; any name is better than none', () => {
    expect(banner({ name: [{ text: 'Test Eksempel', family: 'X' }] }).name).toBe('Test Eksempel');
    expect(banner({ name: [{ use: 'old', family: 'Før' }] }).name).toBe('Før');
  });

  test('a replacement number stands in for the CPR, an old CPR does not count', () => {
    const replacement = { system: 'urn:oid:1.2.208.176.1.6.1.1', value: '010666TST1' };
    expect(banner({ identifier: [{ use: 'old', system: CPR, value: '0106669996' }, replacement] }).identifier).toBe(
      '010666TST1',
    );
    expect(banner({ identifier: [{ system: 'urn:local', value: '7' }] }).identifier).toBeNull();
  });

  test('protected name and address are told', () => {
    const security = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }];
    expect(banner({ meta: { security } }).isProtected).toBe(true);
    expect(banner({ meta: { security: [{ code: 'R' }] } }).isProtected).toBe(true);
    expect(banner({ meta: { security: [{ ...security[0], code: 'V' }] } }).isProtected).toBe(true);
    expect(banner({ meta: { security: [{ ...security[0], code: 'N' }] } }).isProtected).toBe(false);
    expect(banner({ meta: { security: [{ system: 'urn:local', code: 'R' }] } }).isProtected).toBe(false);
  });

  test('what is missing or in a wrong shape is null', () => {
    const nobody = { name: null, birthDate: null, identifier: null, isProtected: false };
    expect(patientBanner(null)).toEqual(nobody);
    expect(banner({ name: 'Test', birthDate: 1966, identifier: {}, meta: [] })).toEqual(nobody);
    expect(banner({ name: [{ given: 'Test' }, null] })).toEqual(nobody);
  });
});
