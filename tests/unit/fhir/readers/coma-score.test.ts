import { describe, expect, test } from 'vitest';
import { concept, factFrom, LOINC, type Loose, observation, outcome, quantity, record, SNOMED } from '../record.ts';

const TOTAL = { system: LOINC, code: '9269-2' };
const AT = { effectiveDateTime: '2026-06-01T11:30:00+02:00' };
const score = (value: unknown, over: Record<string, unknown> = {}): Loose =>
  observation(TOTAL, { ...AT, valueQuantity: value, ...over });
const gcs = (...resources: Loose[]) => factFrom('gcs', record(resources), { order: 'ct-head' });

describe('the Glasgow Coma Score', () => {
  test('is the number of the latest total', () => {
    expect(gcs(score(quantity(14, '{score}')))).toMatchObject({
      value: 14,
      provenance: { references: [{ display: '9269-2: 14' }] },
    });
    expect(outcome(gcs(score(undefined, { valueInteger: 13 })))).toBe(13);
    expect(outcome(gcs(score(quantity(15, '1'), { code: concept(SNOMED, '248241002') })))).toBe(15);
    const earlier = score(quantity(9, '{score}'), { id: 'o0', effectiveDateTime: '2026-06-01T11:20:00+02:00' });
    expect(outcome(gcs(earlier, score(quantity(15, '{score}'))))).toBe(15);
  });

  test('counts for an hour, both sides', () => {
    const at = (effectiveDateTime: string) => outcome(gcs(score(quantity(14, '{score}'), { effectiveDateTime })));
    expect(at('2026-06-01T11:00:00+02:00')).toBe(14);
    expect(at('2026-06-01T10:59:58+02:00')).toBe('unknown');
    expect(at('2026-06-01')).toBe('unsupported');
  });

  test.each([
    ['no score of that scale', quantity(2, '{score}')],
    ['between two scores', quantity(13.5, '{score}')],
    ['above or below', quantity(14, '{score}', '<')],
    ['in another unit', quantity(14, '%')],
  ])('%s cannot be used', (_what, value) => {
    expect(outcome(gcs(score(value)))).toBe('unsupported');
  });

  test('two at the same time that differ do not decide; two alike do', () => {
    const other = (value: number) => score(quantity(value, '{score}'), { id: 'o2' });
    expect(outcome(gcs(score(quantity(14, '{score}')), other(15)))).toBe('unsupported');
    expect(outcome(gcs(score(quantity(14, '{score}')), other(14)))).toBe(14);
  });

  test('stands as a component too; its three parts are no total', () => {
    const component = [{ code: concept(LOINC, '9267-6'), valueQuantity: quantity(4, '{score}') }];
    const panel = { code: concept(LOINC, '35088-4'), component };
    expect(outcome(gcs(score(undefined, panel)))).toBe('unknown');
    const whole = [...component, { code: concept(LOINC, '9269-2'), valueQuantity: quantity(15, '{score}') }];
    expect(outcome(gcs(score(undefined, { ...panel, component: whole })))).toBe(15);
  });
});
