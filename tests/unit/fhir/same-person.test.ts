import { describe, expect, test } from 'vitest';
import { literalReference } from '../../../src/fhir/reference.ts';
import { samePerson } from '../../../src/fhir/same-person.ts';
import { draft, PATIENT } from './record.ts';

const issuer = 'https://ehr.example/fhir/';
const same = (subject: unknown, over: object = {}) =>
  samePerson({ tokenPatient: 'p1', patient: PATIENT, order: draft({ subject }), issuer, ...over });

describe('token, Patient and order are the same person', () => {
  test.each([
    'Patient/p1',
    'Patient/p1/_history/3',
    'https://ehr.example/fhir/Patient/p1',
    'https://ehr.example/fhir/Patient/p1/_history/3',
  ])('subject %s', (reference) => {
    expect(same({ reference })).toBe(true);
  });

  test('subject by an identifier the Patient carries', () => {
    const identifier = { system: 'urn:oid:1.2.208.176.1.2', value: '0106669996' };
    expect(same({ identifier }, { patient: { ...PATIENT, identifier: [identifier] } })).toBe(true);
    expect(same({ identifier })).toBe(false);
    expect(same({ identifier: { value: '0106669996' } })).toBe(false);
  });
});

describe('not certainly the same person', () => {
  test.each([
    [{ reference: 'Patient/p2' }],
    [{ reference: 'Patient/p1x' }],
    [{ reference: 'Group/p1' }],
    [{ reference: 'https://other.example/fhir/Patient/p1' }],
    [{ reference: '#p1' }],
    [{ reference: 'urn:uuid:p1' }],
    [{ display: 'Test Eksempel' }],
    [undefined],
    ['Patient/p1'],
  ])('subject %j', (subject) => {
    expect(same(subject)).toBe(false);
  });

  test('a token, a Patient or an order that is someone else, or nobody', () => {
    const subject = { reference: 'Patient/p1' };
    expect(same(subject, { tokenPatient: 'p2' })).toBe(false);
    expect(same(subject, { tokenPatient: '' })).toBe(false);
    expect(same(subject, { patient: null })).toBe(false);
    expect(same(subject, { patient: { resourceType: 'Patient' } })).toBe(false);
    expect(same(subject, { order: null })).toBe(false);
  });
});

test('a reference is taken apart into server, type and id', () => {
  expect(literalReference('https://ehr.example/fhir/Patient/p1/_history/2')).toEqual({
    base: 'https://ehr.example/fhir',
    type: 'Patient',
    id: 'p1',
  });
  expect(literalReference('Patient/')).toBeNull();
  expect(literalReference('Patient/p 1')).toBeNull();
  expect(literalReference(undefined)).toBeNull();
});
