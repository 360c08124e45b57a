import { describe, expect, test } from 'vitest';
import { evaluateOne } from './run-evaluate.ts';

const NOW = '2026-11-01T09:00:00+01:00';
const SUBJECT = { reference: 'Patient/bo-testesen' };
const SKS = 'urn:oid:1.2.208.176.2.4';
const SKS_D = 'urn:oid:1.2.208.176.2.4.12';
const coding = (system: string, code: string) => ({ coding: [{ system, code }] });

const condition = (code: object, over: object = {}) => ({
  resourceType: 'Condition',
  id: 'condition',
  clinicalStatus: { coding: [{ code: 'active' }] },
  subject: SUBJECT,
  code,
  recordedDate: '2026-10-25',
  ...over,
});

/** A synthetic 60-year-old with a draft MR of the lumbar spine for low back pain, and a record. */
async function backPain(...record: readonly object[]) {
  const resources = [
    { resourceType: 'Patient', id: 'bo-testesen', birthDate: '1966-03-02' },
    {
      resourceType: 'ServiceRequest',
      id: 'draft',
      status: 'draft',
      intent: 'order',
      subject: SUBJECT,
      code: coding(SKS, 'UXME30'),
      reasonCode: [coding(SKS_D, 'DM545')],
    },
    ...record,
  ];
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
  const result = await evaluateOne({ now: NOW, bundle, answers: {} });
  const guidance = result.guidance.find(({ guideline }) => guideline === 'low-back-pain-imaging');
  return { result, guidance, fact: (id: string) => guidance?.facts.find((line) => line.id === id) };
}

describe('what the record says of low back pain', () => {
  test('DG834B is neurogenic claudication and raises no alarm: nothing is urgent, cauda equina is asked', async () => {
    const { result, guidance, fact } = await backPain(condition(coding(SKS_D, 'DG834B')));
    expect(result.urgency).toBeNull();
    expect(fact('cauda-equina-signs')).toMatchObject({ value: 'unknown' });
    expect(guidance?.asks).toContain('cauda-equina-signs');
  });

  test.each([
    ['DC443 alone is not cancer', coding(SKS_D, 'DC443'), 'unknown'],
    ['carcinoma in situ is not cancer', coding(SKS_D, 'DD059'), 'unknown'],
    ['DC509 is', coding(SKS_D, 'DC509'), true],
    ['C50.9 is, in ICD-10 with its dot', coding('http://hl7.org/fhir/sid/icd-10', 'C50.9'), true],
    [
      'any of several codings is enough',
      { coding: [...coding('urn:local', 'x').coding, ...coding(SKS_D, 'DZ853').coding] },
      true,
    ],
    ['words alone are not', { text: 'Brystkræft' }, 'unknown'],
  ])('%s', async (_what, code, value) => {
    const { fact } = await backPain(condition(code));
    expect(fact('known-cancer')).toMatchObject({ value });
  });

  test.each([
    ['active', true],
    ['stopped', 'unknown'],
  ])('prednisolone for a year that is %s', async (status, value) => {
    const { fact } = await backPain({
      resourceType: 'MedicationRequest',
      id: 'prednisolone',
      status,
      intent: 'order',
      subject: SUBJECT,
      medicationCodeableConcept: coding('http://www.whocc.no/atc', 'H02AB06'),
      authoredOn: '2025-10-01',
    });
    expect(fact('long-term-steroids')).toMatchObject({ value });
  });
});
