import { describe, expect, test } from 'vitest';
import { evaluateOne } from './run-evaluate.ts';

const NOW = '2026-11-01T09:00:00+01:00';
const SUBJECT = { reference: 'Patient/hanne-testesen' };
const SKS = 'urn:oid:1.2.208.176.2.4';
const SKS_D = 'urn:oid:1.2.208.176.2.4.12';
const ATC = 'http://www.whocc.no/atc';
const UCUM = 'http://unitsofmeasure.org';
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

const concept = (system: string, code: string) => ({ coding: [{ system, code }] });

function medicine(system: string, code: string, status = 'active') {
  return {
    resourceType: 'MedicationRequest',
    id: `medicine-${code.toLowerCase()}`,
    status,
    intent: 'order',
    subject: SUBJECT,
    medicationCodeableConcept: concept(system, code),
  };
}

function condition(code: string, over: object = {}) {
  return {
    resourceType: 'Condition',
    id: `condition-${code.toLowerCase()}`,
    clinicalStatus: { coding: [{ code: 'active' }] },
    subject: SUBJECT,
    code: concept(SKS_D, code),
    ...over,
  };
}

function procedure(code: string, performedDateTime?: string) {
  return {
    performedDateTime,
    resourceType: 'Procedure',
    id: `procedure-${code.toLowerCase()}`,
    status: 'completed',
    subject: SUBJECT,
    code: concept(SKS, code),
  };
}

function s100b(quantity: object, effectiveDateTime: string) {
  return {
    resourceType: 'Observation',
    id: 's100b',
    status: 'final',
    subject: SUBJECT,
    code: concept('urn:oid:1.2.208.176.2.1', 'NPU19781'),
    effectiveDateTime,
    valueQuantity: { system: UCUM, ...quantity },
  };
}

/** A synthetic 60-year-old, unless born otherwise, with a draft of that examination for that reason, and a record. */
function bundle(examination: string, reason: object, record: readonly object[], birthDate = '1966-03-02') {
  const resources = [
    { resourceType: 'Patient', id: 'hanne-testesen', birthDate },
    {
      resourceType: 'ServiceRequest',
      id: 'draft',
      status: 'draft',
      intent: 'order',
      subject: SUBJECT,
      code: concept(SKS, examination),
      authoredOn: '2026-11-01T08:55:00+01:00',
      reasonCode: [reason],
    },
    ...record,
  ];
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
}

async function headTrauma(record: readonly object[], answers: object = {}, birthDate?: string) {
  const draft = bundle('UXCA00', concept(SKS_D, 'DS060'), record, birthDate);
  const result = await evaluateOne({ now: NOW, bundle: draft, answers });
  const guidance = result.guidance.find(({ guideline }) => guideline === 'head-trauma-ct');
  const fact = (id: string) => guidance?.facts.find((line) => line.id === id);
  return { result, guidance, fact };
}

describe('what the record says of a head injury', () => {
  test.each([
    [ATC, 'B01AF02'],
    [ATC, 'B01AA03'],
    [RXNORM, '11289'],
  ])('active %s %s is therapeutic anticoagulation: telephone now', async (system, code) => {
    const { result, fact } = await headTrauma([medicine(system, code)]);
    expect(fact('therapeutic-anticoagulation')).toMatchObject({ value: true, source: 'record' });
    expect(result.urgency).toBe('emergency');
  });

  test.each([
    ['a stopped anticoagulant', medicine(ATC, 'B01AF02', 'stopped')],
    ['a heparin', medicine(ATC, 'B01AB05')],
    ['a history of anticoagulation', condition('DZ921')],
    ['an empty record', condition('DZ000')],
  ])('%s leaves it to be asked', async (_what, resource) => {
    const { guidance, fact } = await headTrauma([resource]);
    expect(fact('therapeutic-anticoagulation')).toMatchObject({ value: 'unknown' });
    expect(guidance?.asks).toContain('therapeutic-anticoagulation');
  });

  test('haemophilia is a bleeding disorder', async () => {
    const { fact } = await headTrauma([condition('DD66')]);
    expect(fact('coagulation-disorder')).toMatchObject({ value: true, source: 'record' });
  });

  test.each(['DD685', 'DD686', 'DD690', 'DD692'])('%s is not: it is asked', async (code) => {
    const { guidance } = await headTrauma([condition(code)]);
    expect(guidance?.asks).toContain('coagulation-disorder');
  });

  test.each([
    ['aspirin alone', [medicine(ATC, 'B01AC06')], 'aspirin-only'],
    ['aspirin as a painkiller', [medicine(ATC, 'N02BA01')], 'aspirin-only'],
    ['clopidogrel', [medicine(ATC, 'B01AC04')], 'other'],
    ['aspirin and ticagrelor', [medicine(ATC, 'B01AC06'), medicine(ATC, 'B01AC24')], 'other'],
    ['clopidogrel by RxNorm', [medicine(RXNORM, '32968')], 'other'],
    [
      'aspirin, and clopidogrel of unknown status',
      [medicine(ATC, 'B01AC06'), medicine(ATC, 'B01AC04', 'unknown')],
      'unknown',
    ],
    ['a prostacyclin', [medicine(ATC, 'B01AC11')], 'unknown'],
    ['no medicine', [], 'unknown'],
  ])('%s reads as it should', async (_what, record, value) => {
    const { fact } = await headTrauma(record);
    expect(fact('antiplatelet-therapy')).toMatchObject({ value });
  });

  test.each([
    ['a shunt placed', [procedure('KAAF05', '2015-01-01')], true],
    ['the condition of having a shunt', [condition('DZ982')], true],
    ['a shunt removed later', [procedure('KAAF05', '2015-01-01'), procedure('KAAF25', '2019-01-01')], 'unknown'],
    ['hydrocephalus alone', [condition('DG912')], 'unknown'],
  ])('%s reads as it should', async (_what, record, value) => {
    const { fact } = await headTrauma(record);
    expect(fact('shunt-treated-hydrocephalus')).toMatchObject({ value });
  });

  test.each([
    ['95 ng/L', { value: 95, code: 'ng/L' }, 'normal'],
    ['100 ng/L', { value: 100, code: 'ng/L' }, 'raised'],
    ['"< 0.03" µg/L', { value: 0.03, comparator: '<', code: 'ug/L' }, 'normal'],
  ])('S100B %s is read, and the hours from the injury to the sample with it', async (_what, quantity, value) => {
    const { fact } = await headTrauma([s100b(quantity, '2026-11-01T07:00:00+01:00')], { 'hours-since-injury': 8 });
    expect(fact('s100b-result')).toMatchObject({ value, source: 'record', references: ['Observation/s100b'] });
    expect(fact('s100b-sample-hours-after-injury')).toMatchObject({ value: 6, source: 'record' });
  });

  test('S100B of three days ago is ignored: none has been taken of this injury', async () => {
    const { fact } = await headTrauma([s100b({ value: 100, code: 'ng/L' }, '2026-10-29T09:00:00+01:00')]);
    expect(fact('s100b-result')).toMatchObject({ value: 'not-taken', source: 'record' });
  });

  test('S100B from before the injury is ignored once the clinician has said when that was', async () => {
    const early = s100b({ value: 100, code: 'ng/L' }, '2026-11-01T02:00:00+01:00');
    expect((await headTrauma([early])).fact('s100b-result')).toMatchObject({ value: 'raised' });
    const after = await headTrauma([early], { 'hours-since-injury': 1 });
    expect(after.fact('s100b-result')).toMatchObject({ value: 'not-taken' });
  });

  test('GCS of the last hour is read, an older one is asked', async () => {
    const gcs = (effectiveDateTime: string) => ({
      resourceType: 'Observation',
      id: 'gcs',
      status: 'final',
      subject: SUBJECT,
      code: concept('http://loinc.org', '9269-2'),
      effectiveDateTime,
      valueQuantity: { value: 14, system: UCUM, code: '{score}' },
    });
    expect((await headTrauma([gcs('2026-11-01T08:30:00+01:00')])).fact('gcs')).toMatchObject({ value: 14 });
    expect((await headTrauma([gcs('2026-11-01T07:30:00+01:00')])).guidance?.asks).toContain('gcs');
  });

  test.each([
    ['an 11-year-old', '2015-03-02', 'child'],
    ['an infant', '2026-02-20', 'child'],
  ])('%s falls outside', async (_who, birthDate, recommendation) => {
    const calm = Object.fromEntries(
      [
        ...['multitrauma', 'post-traumatic-seizure', 'focal-neurological-deficit', 'skull-fracture-signs'],
        ...['shunt-treated-hydrocephalus', 'therapeutic-anticoagulation', 'coagulation-disorder'],
      ].map((id) => [id, false]),
    );
    const { result, guidance } = await headTrauma([], { ...calm, gcs: 15 }, birthDate);
    expect(result.verdict).toBe('no-criteria-apply');
    expect(guidance).toMatchObject({ recommendation, urgency: 'same-day' });
  });

  test('a medicine search that failed leaves anticoagulation unknown, asked, and said in gaps', async () => {
    const failed = {
      resourceType: 'MedicationRequest',
      id: 'broken',
      status: 'active',
      medicationCodeableConcept: 'B01AA03',
    };
    const { result, guidance, fact } = await headTrauma([failed]);
    expect(result.gaps).toContainEqual({ resourceType: 'MedicationRequest', reason: 'malformed' });
    expect(fact('therapeutic-anticoagulation')).toMatchObject({ value: 'unknown', source: 'error' });
    expect(guidance?.asks).toContain('therapeutic-anticoagulation');
  });

  test.each(['2026-10-30', '2021-10-05'])(
    'a concussion coded on %s is not this injury: the reason is asked',
    async (recordedDate) => {
      const old = condition('DS060', { recordedDate });
      const order = { resourceType: 'ServiceRequest', id: 'draft', status: 'draft', intent: 'order', subject: SUBJECT };
      const entry = [
        { resource: { resourceType: 'Patient', id: 'hanne-testesen', birthDate: '1966-03-02' } },
        {
          resource: { ...order, code: concept(SKS, 'UXCA00'), reasonReference: [{ reference: `Condition/${old.id}` }] },
        },
        { resource: old },
      ];
      const result = await evaluateOne({
        now: NOW,
        bundle: { resourceType: 'Bundle', type: 'collection', entry },
        answers: {},
      });
      expect(result.guidance.map(({ asks }) => asks)).toEqual([['reason'], ['reason']]);
    },
  );
});

describe('what the record says of syncope', () => {
  const syncope = async (record: readonly object[]) => {
    const draft = bundle('UXMA00', concept(SKS_D, 'DR559'), record);
    const { guidance } = await evaluateOne({ now: NOW, bundle: draft, answers: {} });
    const found = guidance.find(({ guideline }) => guideline === 'syncope-head-imaging');
    return (id: string) => found?.facts.find((line) => line.id === id)?.value;
  };

  test('a brain tumour is disease of the brain, and no cancer elsewhere', async () => {
    const fact = await syncope([condition('DC719')]);
    expect([fact('known-intracranial-disease'), fact('extracranial-cancer')]).toEqual([true, 'unknown']);
  });

  test('breast cancer is cancer elsewhere, also when past', async () => {
    const fact = await syncope([condition('DC509', { clinicalStatus: { coding: [{ code: 'resolved' }] } })]);
    expect([fact('known-intracranial-disease'), fact('extracranial-cancer')]).toEqual(['unknown', true]);
  });

  test('skin cancer and metastasis to the meninges of the cord answer neither', async () => {
    const fact = await syncope([condition('DC443'), condition('DC793C')]);
    expect([fact('known-intracranial-disease'), fact('extracranial-cancer')]).toEqual(['unknown', 'unknown']);
  });
});

test('observation for lung cancer as the reason is the suspicion; the same code elsewhere in the record is only shown', async () => {
  const chest = async (reason: string, record: readonly object[]) => {
    const draft = bundle('UXRC00', concept(SKS_D, reason), record);
    const { guidance } = await evaluateOne({
      now: NOW,
      bundle: draft,
      answers: { 'acute-respiratory-illness': false },
    });
    return guidance[0]?.facts.find(({ id }) => id === 'suspects-lung-cancer');
  };
  expect(await chest('DZ031B', [])).toMatchObject({ value: true, source: 'order' });
  expect(await chest('DR059', [condition('DZ031B')])).toMatchObject({ value: 'unknown' });
});
