import { describe, expect, test } from 'vitest';
import {
  codes,
  concept,
  factFrom,
  LOINC,
  type Loose,
  NPU,
  observation,
  outcome,
  quantity,
  record,
  vocabularyOf,
} from '../record.ts';

const TEMPERATURE = { system: NPU, code: 'NPU08676' };
const CRP = { system: NPU, code: 'NPU19748' };
const fever = (...observations: Loose[]) => factFrom('fever-or-raised-markers', record(observations));
const temperature = (value: unknown, over: Record<string, unknown> = {}) =>
  observation(TEMPERATURE, { valueQuantity: value, ...over });
const crp = (value: unknown, over: Record<string, unknown> = {}) => observation(CRP, { valueQuantity: value, ...over });

describe('temperature', () => {
  test('38.0 °C is fever, 37.9 °C answers nothing', () => {
    expect(fever(temperature(quantity(38, 'Cel')))).toMatchObject({
      known: true,
      value: true,
      provenance: { references: [{ reference: 'Observation/o1', display: 'NPU08676: 38 Cel' }] },
    });
    expect(outcome(fever(temperature(quantity(37.9, 'Cel'))))).toBe('unknown');
  });

  test('Fahrenheit is converted, Kelvin is not vouched for', () => {
    expect(outcome(fever(temperature(quantity(100.4, '[degF]'))))).toBe(true);
    expect(fever(temperature(quantity(311, 'K')))).toMatchObject({
      reason: 'unsupported',
      because: ['unit: Observation/o1'],
      hints: [{ display: 'NPU08676: 311 K' }],
    });
  });

  test('counts for 48 hours, both sides', () => {
    const at = (effectiveDateTime: string) => outcome(fever(temperature(quantity(39, 'Cel'), { effectiveDateTime })));
    expect(at('2026-05-30T12:00:00+02:00')).toBe(true);
    expect(at('2026-05-30T11:59:58+02:00')).toBe('unknown');
    expect(at('2026-05-30')).toBe('unsupported');
    expect(at('2026-06-02T12:00:00+02:00')).toBe('unknown');
  });

  test('any fever counts, also when the last measurement is normal', () => {
    const before = temperature(quantity(39, 'Cel'), { id: 'o0', effectiveDateTime: '2026-05-31T20:00:00+02:00' });
    expect(outcome(fever(before, temperature(quantity(37, 'Cel'))))).toBe(true);
  });

  test('an undated one does not decide; the time it was issued stands in for the time it was taken', () => {
    const undated = { effectiveDateTime: undefined };
    expect(outcome(fever(temperature(quantity(39, 'Cel'), undated)))).toBe('unsupported');
    expect(outcome(fever(temperature(quantity(39, 'Cel'), { ...undated, issued: '2026-06-01T08:00:00Z' })))).toBe(true);
    const period = { start: '2026-06-01T07:00:00Z', end: '2026-06-01T07:10:00Z' };
    expect(outcome(fever(temperature(quantity(39, 'Cel'), { ...undated, effectivePeriod: period })))).toBe(true);
  });
});

describe('status of a measurement', () => {
  test.each(['final', 'amended', 'corrected'])('%s counts', (status) => {
    expect(outcome(fever(temperature(quantity(39, 'Cel'), { status })))).toBe(true);
  });

  test.each(['cancelled', 'entered-in-error', 'registered'])('%s never counts', (status) => {
    expect(fever(temperature(quantity(39, 'Cel'), { status }))).toEqual({ known: false, reason: 'unknown' });
  });

  test.each([
    ['preliminary', 'preliminary'],
    ['unknown', 'status-unclear'],
    [undefined, 'status-unclear'],
    [7, 'status-unclear'],
  ])('%s does not decide, and is shown', (status, doubt) => {
    expect(fever(temperature(quantity(39, 'Cel'), { status }))).toMatchObject({
      reason: 'unsupported',
      because: [`${doubt}: Observation/o1`],
      hints: [{ reference: 'Observation/o1' }],
    });
  });
});

describe('CRP', () => {
  test('50 mg/L is raised; 49.9 and 10 are hints, 9.9 is nothing', () => {
    expect(outcome(fever(crp(quantity(50, 'mg/L'))))).toBe(true);
    expect(fever(crp(quantity(49.9, 'mg/L')))).toMatchObject({
      known: false,
      hints: [{ display: 'NPU19748: 49.9 mg/L' }],
    });
    expect(fever(crp(quantity(10, 'mg/L')))).toMatchObject({ known: false, reason: 'unknown', hints: [{}] });
    expect(fever(crp(quantity(9.9, 'mg/L')))).toEqual({ known: false, reason: 'unknown' });
  });

  test('LOINC and the other NPU address say it too, and mg/dL is ten times mg/L', () => {
    expect(
      outcome(fever(observation({ system: LOINC, code: '1988-5' }, { valueQuantity: quantity(5, 'mg/dL') }))),
    ).toBe(true);
    const code = concept('http://npu-terminology.org', 'NPU19748');
    expect(outcome(fever(crp(quantity(62, 'mg/L'), { code })))).toBe(true);
  });

  test('the unit must be stated: a bare number decides nothing', () => {
    expect(outcome(fever(crp({ value: 62 })))).toBe('unsupported');
    expect(outcome(fever(crp({ value: 62, unit: 'mg/L' })))).toBe('unsupported');
    expect(outcome(fever(observation(CRP, { valueString: '62 mg/L' })))).toBe('unsupported');
  });

  test('a comparator counts when it decides', () => {
    expect(outcome(fever(crp(quantity(200, 'mg/L', '>'))))).toBe(true);
    expect(outcome(fever(crp(quantity(4, 'mg/L', '<'))))).toBe('unknown');
    expect(outcome(fever(crp(quantity(60, 'mg/L', '<'))))).toBe('unsupported');
  });

  const older = (value: number, over: Record<string, unknown> = {}) =>
    crp(quantity(value, 'mg/L'), { id: 'o0', effectiveDateTime: '2026-05-30T08:00:00+02:00', ...over });

  test('only the latest speaks', () => {
    expect(outcome(fever(older(120), crp(quantity(8, 'mg/L'))))).toBe('unknown');
    expect(outcome(fever(older(8), crp(quantity(120, 'mg/L'))))).toBe(true);
    expect(fever(older(8), crp(quantity(120, 'mg/L')))).toMatchObject({
      provenance: { references: [{ reference: 'Observation/o1' }] },
    });
  });

  test('two of the same time that disagree do not decide; that agree, they do', () => {
    const twin = (value: number) => crp(quantity(value, 'mg/L'), { id: 'o2' });
    expect(outcome(fever(crp(quantity(120, 'mg/L')), twin(8)))).toBe('unsupported');
    expect(outcome(fever(crp(quantity(120, 'mg/L')), twin(60)))).toBe(true);
  });

  test('an undated or preliminary one may be the latest', () => {
    expect(outcome(fever(crp(quantity(120, 'mg/L')), older(8, { effectiveDateTime: undefined })))).toBe('unsupported');
    expect(outcome(fever(older(120), crp(quantity(8, 'mg/L'), { status: 'preliminary' })))).toBe('unsupported');
    expect(outcome(fever(crp(quantity(120, 'mg/L')), older(8, { status: 'preliminary' })))).toBe(true);
  });

  test('a latest one without usable value does not fall back on the one before', () => {
    expect(outcome(fever(older(120), crp(undefined)))).toBe('unsupported');
    expect(outcome(fever(older(120), crp(undefined, { status: 'cancelled' })))).toBe(true);
  });

  test('counts for seven days', () => {
    expect(outcome(fever(older(120, { effectiveDateTime: '2026-05-25T12:00:00+02:00' })))).toBe(true);
    expect(outcome(fever(older(120, { effectiveDateTime: '2026-05-25T11:59:58+02:00' })))).toBe('unknown');
  });
});

test('a component counts like a measurement of its own', () => {
  const vocabulary = vocabularyOf(
    {
      fever: {
        read: [
          {
            reader: 'observation',
            valueSet: 't',
            pick: 'any',
            within: { hours: 48 },
            unit: 'Cel',
            min: 38,
            gives: true,
          },
        ],
      },
    },
    { t: codes(LOINC, '8310-5') },
  );
  const panel = observation(
    { system: LOINC, code: '85353-1' },
    {
      component: [
        { code: concept(LOINC, '8867-4'), valueQuantity: quantity(90, '/min') },
        { code: concept(LOINC, '8310-5'), valueQuantity: quantity(38.5, 'Cel') },
      ],
    },
  );
  expect(outcome(factFrom('fever', record([panel]), { vocabulary }))).toBe(true);
});
