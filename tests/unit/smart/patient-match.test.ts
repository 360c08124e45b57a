import type { FhirResource } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { whoseIs } from '../../../src/smart/patient-match.ts';

const patient = { id: 'p1', serverUrl: 'https://ehr.example/fhir' };

function whose(content: Record<string, unknown>): string {
  return whoseIs({ resourceType: 'Condition', ...content } as unknown as FhirResource, patient);
}

describe('whose a resource is', () => {
  test.each([
    'Patient/p1',
    'Patient/p1/_history/2',
    'https://ehr.example/fhir/Patient/p1',
    'https://ehr.example/fhir/Patient/p1/_history/2',
  ])('%s is the patient of the launch', (reference) => {
    expect(whose({ subject: { reference } })).toBe('this-patient');
    expect(whose({ patient: { reference } })).toBe('this-patient');
  });

  test.each([
    'Patient/p2',
    'Patient/p11',
    'p1',
    'Group/p1',
    '#p1',
    'https://elsewhere.example/fhir/Patient/p1',
    'https://ehr.example/fhir/x/Patient/p1',
  ])('%s is somebody else', (reference) => {
    expect(whose({ subject: { reference } })).toBe('somebody-else');
  });

  test('an identifier without a reference cannot be compared', () => {
    expect(whose({ subject: { identifier: { value: '0101010101' } } })).toBe('somebody-else');
    expect(whose({ subject: 'Patient/p1' })).toBe('somebody-else');
  });

  test('a resource that names two patients is not this one’s', () => {
    expect(whose({ subject: { reference: 'Patient/p1' }, patient: { reference: 'Patient/p2' } })).toBe('somebody-else');
  });

  test('an appointment is whose participant the patient is', () => {
    const clinician = { actor: { reference: 'Practitioner/d1' } };
    expect(whose({ participant: [clinician, { actor: { reference: 'Patient/p1' } }] })).toBe('this-patient');
    expect(whose({ participant: [clinician] })).toBe('somebody-else');
  });

  test('a resource that names nobody is nobody’s', () => {
    expect(whose({})).toBe('nobody');
    expect(whose({ participant: 'Patient/p1' })).toBe('nobody');
  });
});
