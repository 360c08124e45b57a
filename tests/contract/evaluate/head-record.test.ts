import { describe, expect, test } from 'vitest';
import { evaluateOne } from './run-evaluate.ts';

const NOW = '2026-11-01T09:00:00+01:00';
const SUBJECT = { reference: 'Patient/hanne-testesen' };
const SKS = 'urn:oid:1.2.208.176.2.4';
const SKS_D = 'urn:oid:1.2.208.176.2.4.12';
const ATC = 'http://www.whocc.no/atc';
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

function procedure(code: string) {
  return {
    resourceType: 'Procedure',
    id: `procedure-${code.toLowerCase()}`,
    status: 'completed',
    subject: SUBJECT,
    code: concept(SKS, code),
  };
}

/** A synthetic 60-year-old with a draft of that examination for that reason, and a record. */
function bundle(examination: string, reason: object, record: readonly object[]) {
  const resources = [
    { resourceType: 'Patient', id: 'hanne-testesen', birthDate: '1966-03-02' },
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

async function headTrauma(record: readonly object[], reason: object = concept(SKS_D, 'DS060')) {
  const result = await evaluateOne({ now: NOW, bundle: bundle('UXCA00', reason, record), answers: {} });
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
    ['a shunt procedure', procedure('KAAF05')],
    ['the condition of having a shunt', condition('DZ982')],
    ['hydrocephalus', condition('DG912')],
  ])('%s is only shown: a shunt may have been removed', async (_what, resource) => {
    const { guidance } = await headTrauma([resource]);
    expect(guidance?.asks).toContain('shunt-treated-hydrocephalus');
  });

  test('a concussion coded two days ago is not this injury: the reason is asked', async () => {
    const old = condition('DS060', { recordedDate: '2026-10-30' });
    const order = { resourceType: 'ServiceRequest', id: 'draft', status: 'draft', intent: 'order', subject: SUBJECT };
    const entry = [
      { resource: { resourceType: 'Patient', id: 'hanne-testesen', birthDate: '1966-03-02' } },
      { resource: { ...order, code: concept(SKS, 'UXCA00'), reasonReference: [{ reference: `Condition/${old.id}` }] } },
      { resource: old },
    ];
    const result = await evaluateOne({
      now: NOW,
      bundle: { resourceType: 'Bundle', type: 'collection', entry },
      answers: {},
    });
    expect(result.guidance.map(({ asks }) => asks)).toEqual([['reason'], ['reason']]);
  });
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

test('observation for lung cancer is a reason, and the suspicion itself is asked until it can be read', async () => {
  const draft = bundle('UXRC00', concept(SKS_D, 'DZ031B'), []);
  const result = await evaluateOne({ now: NOW, bundle: draft, answers: { 'acute-respiratory-illness': false } });
  expect(result.guidance[0]).toMatchObject({
    guideline: 'chest-imaging-unspecific-symptoms',
    asks: ['suspects-lung-cancer'],
  });
});
