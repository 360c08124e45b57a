import type { Patient, ServiceRequest } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { wideVocabulary } from '../../../../src/fhir/imaging/history.ts';
import { isWithContrast, safetyPrompts } from '../../../../src/fhir/imaging/safety.ts';
import { identifyOrder } from '../../../../src/fhir/order.ts';
import {
  concept,
  condition,
  LOINC,
  type Loose,
  NOW,
  NPU,
  observation,
  PATIENT,
  quantity,
  record,
  request,
  SKS,
  SNOMED,
  status,
  without,
} from '../record.ts';
import { draftFor, RULES } from './imaging-record.ts';

const WOMAN: Patient = { ...PATIENT, gender: 'female', birthDate: '1992-06-01' };

/** Prompts by kind for a draft of a patient with these resources. */
function kinds(
  placed: ServiceRequest,
  {
    resources = [],
    patient = WOMAN,
    rules = RULES,
  }: { resources?: Loose[]; patient?: Patient; rules?: typeof RULES } = {},
) {
  const devices = resources.filter(({ resourceType }) => resourceType === 'Device');
  const context = record(resources, { order: placed, patient });
  const read = new Map([...context.resources, ['Device', devices as never[]]]);
  return prompts({ ...context, resources: read }, placed, rules);
}

function prompts(context: ReturnType<typeof record>, placed: ServiceRequest, rules = RULES) {
  return safetyPrompts(context, rules, identifyOrder(wideVocabulary(rules), placed), NOW);
}

const only = (found: ReturnType<typeof prompts>) => found.map(({ kind }) => kind);

describe('a recorded pregnancy status', () => {
  const pregnancyStatus = (value: string, over: Record<string, unknown> = {}): Loose =>
    observation(
      { system: LOINC, code: '82810-3' },
      { effectiveDateTime: '2026-05-20', valueCodeableConcept: { text: value }, ...over },
    );
  const shown = (resource: Loose) =>
    kinds(draftFor('UXCE30'), { resources: [resource] }).map(({ references }) =>
      references.map(({ display }) => display),
    );

  test.each(['Gravid', 'Ikke gravid', 'Ukendt'])('»%s« stands beside the question and does not answer it', (value) => {
    expect(shown(pregnancyStatus(value))).toEqual([[expect.stringContaining(`: ${value}`)]]);
  });

  test.each<[string, Loose, boolean]>([
    ['nine months old', pregnancyStatus('Gravid', { effectiveDateTime: '2025-09-01' }), true],
    ['eleven months old', pregnancyStatus('Gravid', { effectiveDateTime: '2025-07-01' }), false],
    ['entered in error', pregnancyStatus('Gravid', { status: 'entered-in-error' }), false],
    ['a pregnancy test', pregnancyStatus('Positiv', { code: concept(LOINC, '2106-3') }), false],
  ])('%s', (_name, resource, isShown) => {
    expect(shown(resource)).toEqual([isShown ? [expect.any(String)] : []]);
  });
});

describe('the pregnancy question', () => {
  test.each([
    ['CT of the lumbar spine', 'UXCE30', true],
    ['X-ray of the lumbar spine', 'UXRE30', true],
    ['CT of the abdomen', 'UXCD00', true],
    ['CT of the kidneys, which lie in the abdomen', 'UXCD60', true],
    ['X-ray of the pelvis', 'UXRG10', true],
    ['trauma CT', 'UXCA90', true],
    ['MR of the lumbar spine, which gives no radiation', 'UXME30', false],
    ['ultrasound of the abdomen', 'UXUD10', false],
    ['CT of the head', 'UXCA00', false],
    ['X-ray of the chest', 'UXRC00', false],
    ['an examination nobody here knows', 'UXXX99', false],
  ])('for %s', (_name, code, expected) => {
    expect(only(kinds(draftFor(code)))).toEqual(expected ? ['pregnancy'] : []);
  });

  test.each([
    ['14 years and 364 days', '2011-06-02', false],
    ['15 years today', '2011-06-01', true],
    ['55 years and 364 days', '1970-06-02', true],
    ['56 years today', '1970-06-01', false],
    ['a year of birth that decides nothing', '1970', true],
    ['no date of birth', undefined, true],
  ])('at %s', (_name, birthDate, expected) => {
    const { birthDate: _own, ...undated } = WOMAN;
    const patient = birthDate === undefined ? undated : { ...WOMAN, birthDate };
    expect(only(kinds(draftFor('UXCE30'), { patient }))).toEqual(expected ? ['pregnancy'] : []);
  });

  test('is not asked of a man, but of anybody whose gender is not known', () => {
    expect(kinds(draftFor('UXCE30'), { patient: { ...WOMAN, gender: 'male' } })).toEqual([]);
    expect(only(kinds(draftFor('UXCE30'), { patient: { ...WOMAN, gender: 'unknown' } }))).toEqual(['pregnancy']);
  });

  test('shows what the record says, and never takes it for the answer', () => {
    const resources = [
      condition('DZ340'),
      condition('DZ321', { clinicalStatus: status('resolved') }),
      condition('DO800'),
    ];
    const [prompt] = kinds(draftFor('UXCE30'), { resources });
    expect(prompt?.references.map(({ display }) => display)).toEqual(['DZ340']);
    expect(prompt?.source.da).toContain('15–55 år');
  });

  test('says when the diagnoses could not be read', () => {
    const placed = draftFor('UXCE30');
    const [prompt] = prompts(without(record([], { order: placed, patient: WOMAN }), 'Condition'), placed);
    expect(prompt?.unread).toEqual(['Condition']);
  });
});

describe('MR and an implant', () => {
  const device = (over: Record<string, unknown> = {}): Loose => ({
    resourceType: 'Device',
    id: 'd',
    patient: { reference: 'Patient/p1' },
    status: 'active',
    type: { text: 'Pacemaker' },
    ...over,
  });

  test.each<[string, Loose[], string[]]>([
    ['a diagnosis', [condition('DZ950')], ['DZ950']],
    ['its SNOMED CT form', [condition('p', { code: concept(SNOMED, '441509002') })], ['441509002']],
    ['one that is suspected', [condition('DZ950', { verificationStatus: status('unconfirmed') })], ['DZ950']],
    ['a device', [device()], ['Pacemaker']],
    ['a device known by name', [device({ type: undefined, deviceName: [{ name: 'X1' }] })], ['X1']],
  ])('is remembered by %s', (_name, resources, shown) => {
    const [prompt] = kinds(draftFor('UXME30'), { resources });
    expect(prompt?.kind).toBe('implant');
    expect(prompt?.references.map(({ display }) => display)).toEqual(shown);
  });

  test.each<[string, Loose[]]>([
    ['a refuted diagnosis', [condition('DZ950', { verificationStatus: status('refuted') })]],
    ['an artificial valve, which is another code', [condition('DZ952')]],
    ['a device taken out', [device({ status: 'inactive' })]],
    ['nothing', []],
  ])('is not spoken of for %s', (_name, resources) => {
    expect(kinds(draftFor('UXME30'), { resources })).toEqual([]);
  });

  test('is not spoken of before a CT', () => {
    expect(kinds(draftFor('UXCA00'), { resources: [condition('DZ950')] })).toEqual([]);
  });

  test('is asked for where it could not be looked for', () => {
    const placed = draftFor('UXME30');
    const [prompt] = prompts(record([], { order: placed }), placed);
    expect(prompt).toMatchObject({ kind: 'implant', references: [], unread: ['Device'] });
  });
});

describe('contrast', () => {
  const withContrast = draftFor('UXCE30+UXZ10');
  const contrast = {
    kidneyFunction: { below: 30, within: { days: 7 }, source: 'test' },
    metformin: { source: 'test' },
  };
  const rules = { ...RULES, site: { ...RULES.site, contrast } };
  const man = { ...PATIENT, gender: 'male' as const };
  const egfr = (value: number, date = '2026-05-30') =>
    observation(
      { system: NPU, code: 'DNK35302' },
      { effectiveDateTime: date, valueQuantity: quantity(value, 'mL/min/{1.73_m2}') },
    );
  const said = (resources: Loose[], placed = withContrast) => only(kinds(placed, { resources, patient: man, rules }));

  test('is off until a site sets its limits', () => {
    expect(kinds(withContrast, { resources: [egfr(12), request('A10BA02')], patient: man })).toEqual([]);
  });

  test.each<[string, ServiceRequest, boolean]>([
    ['an add-on code', draftFor('UXCE30+UXZ10'), true],
    ['an add-on code in the details', draftFor('UXCE30', { orderDetail: [concept(SKS, 'UXZ12')] }), true],
    ['a code with contrast', draftFor('x', { code: concept(SNOMED, '90523008') }), true],
    ['the add-on "without"', draftFor('UXCE30+UXZ11'), false],
    ['no word of it', draftFor('UXCE30'), false],
  ])('is told by %s', (_name, placed, expected) => {
    expect(isWithContrast(placed as never, RULES.safety.contrast.codings)).toBe(expected);
  });

  test('kidney function below the limit, and none lately, are said; at the limit is not', () => {
    expect(said([egfr(29.9)])).toEqual(['kidney-function']);
    expect(said([egfr(30)])).toEqual([]);
    expect(said([egfr(90, '2026-05-20')])).toEqual(['kidney-function']);
    expect(said([])).toEqual(['kidney-function']);
    expect(said([], draftFor('UXCE30'))).toEqual([]);
  });

  test('metformin that is taken now is said', () => {
    expect(said([egfr(90), request('A10BA02')])).toEqual(['metformin']);
    expect(said([egfr(90), request('A10BA02', { status: 'stopped' })])).toEqual([]);
  });
});
