import { describe, expect, test } from 'vitest';
import { factFrom, type Loose, NPU, observation, outcome, quantity, record, without } from '../record.ts';

/** Monday noon is now; taken at eight unless said otherwise. */
const sample = (value: unknown, over: Record<string, unknown> = {}): Loose =>
  observation({ system: NPU, code: 'NPU19781' }, { valueQuantity: value, ...over });
const reading = (id: string, resources: Loose[], hours?: number) =>
  factFrom(id, record(resources), {
    order: 'ct-head',
    answers: hours === undefined ? {} : { 'hours-since-injury': hours },
  });
const result = (...resources: Loose[]) => outcome(reading('s100b-result', resources));

describe('S100B', () => {
  test.each([
    [quantity(0.099, 'ug/L'), 'normal'],
    [quantity(0.1, 'ug/L'), 'raised'],
    [quantity(95, 'ng/L'), 'normal'],
    [quantity(99.9, 'ng/L'), 'normal'],
    [quantity(100, 'ng/L'), 'raised'],
    [quantity(0.095, 'ng/mL'), 'normal'],
    [quantity(100, 'pg/mL'), 'raised'],
    [quantity(0.03, 'ug/L', '<'), 'normal'],
    [quantity(0.1, 'ug/L', '<'), 'normal'],
    [quantity(0.1, 'ug/L', '<='), 'unsupported'],
    [quantity(0.2, 'ug/L', '<'), 'unsupported'],
    [quantity(5, 'ug/L', '>'), 'raised'],
    [quantity(0.05, 'ug/L', '>'), 'unsupported'],
    [quantity(0.095, 'nmol/L'), 'unsupported'],
    [{ value: 95, unit: 'ng/L' }, 'unsupported'],
  ])('%j is %s', (value, expected) => {
    expect(result(sample(value))).toBe(expected);
  });

  test('in words is shown, never guessed', () => {
    expect(reading('s100b-result', [sample(undefined, { valueString: '<0,03 µg/L' })])).toMatchObject({
      reason: 'unsupported',
      hints: [{ display: 'NPU19781: <0,03 µg/L' }],
    });
  });

  test('none in a completely read record is none taken; in one that could not be read it is unknown', () => {
    expect(reading('s100b-result', [])).toMatchObject({ value: 'not-taken', provenance: { references: [] } });
    expect(factFrom('s100b-result', without(record(), 'Observation'))).toMatchObject({ reason: 'error' });
  });

  test('counts for 24 hours, both sides; a day alone does not decide', () => {
    const at = (effectiveDateTime: string) => result(sample(quantity(95, 'ng/L'), { effectiveDateTime }));
    expect(at('2026-05-31T12:00:00+02:00')).toBe('normal');
    expect(at('2026-05-31T11:59:58+02:00')).toBe('not-taken');
    expect(at('2026-05-29T12:00:00+02:00')).toBe('not-taken');
    expect(at('2026-05-31')).toBe('unsupported');
  });

  test('the latest speaks', () => {
    const before = sample(quantity(95, 'ng/L'), { id: 'o0', effectiveDateTime: '2026-06-01T07:00:00+02:00' });
    expect(result(before, sample(quantity(120, 'ng/L')))).toBe('raised');
  });

  test('a preliminary result, or one without a value, is not none taken', () => {
    expect(result(sample(quantity(95, 'ng/L'), { status: 'preliminary' }))).toBe('unsupported');
    expect(result(sample(undefined))).toBe('unsupported');
    expect(result(sample(quantity(95, 'ng/L'), { status: 'cancelled' }))).toBe('not-taken');
  });

  test('taken before the injury it says nothing about it; people round, so up to an hour before does not decide', () => {
    const at = (hours: number) => outcome(reading('s100b-result', [sample(quantity(95, 'ng/L'))], hours));
    expect(at(4)).toBe('normal');
    expect(at(5)).toBe('normal');
    expect(at(3.5)).toBe('unsupported');
    expect(at(2.5)).toBe('not-taken');
  });
});

describe('hours from the injury to the sample', () => {
  const hours = (since: number | undefined, over: Record<string, unknown> = {}) =>
    outcome(reading('s100b-sample-hours-after-injury', [sample(quantity(95, 'ng/L'), over)], since));

  test('are the hours since the injury less those since the sample', () => {
    expect(hours(10)).toBe(6);
    expect(hours(10.5)).toBe(6.5);
    expect(hours(6)).toBe(2);
  });

  test('a minute later than six hours is later', () => {
    expect(hours(10, { effectiveDateTime: '2026-06-01T08:01:00+02:00' })).toBeGreaterThan(6);
  });

  test('are not known before the clinician has said when the injury was', () => {
    expect(hours(undefined)).toBe('unknown');
  });

  test('need the time the sample was taken, not the day, nor when it was answered', () => {
    expect(hours(10, { effectiveDateTime: '2026-06-01' })).toBe('unsupported');
    expect(hours(10, { effectiveDateTime: undefined, issued: '2026-06-01T08:00:00Z' })).toBe('unsupported');
    const period = { start: '2026-06-01T07:00:00Z', end: '2026-06-01T08:00:00Z' };
    expect(hours(10, { effectiveDateTime: undefined, effectivePeriod: period })).toBe('unsupported');
    expect(hours(10, { effectiveDateTime: undefined, effectiveInstant: '2026-06-01T06:00:00.000Z' })).toBe(6);
  });

  test('a sample from before the injury is none', () => {
    expect(hours(2)).toBe('unknown');
    expect(hours(3.5)).toBe('unsupported');
  });
});
