import { describe, expect, test } from 'vitest';
import { concept, condition, factFrom, type Loose, outcome, record, SKS, without } from '../record.ts';

const procedure = (code: string, performedDateTime?: string, over: Record<string, unknown> = {}): Loose => ({
  resourceType: 'Procedure',
  id: `pr-${code}`,
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  code: concept(SKS, code),
  ...(performedDateTime === undefined ? {} : { performedDateTime }),
  ...over,
});
const shunt = (...resources: Loose[]) => factFrom('shunt-treated-hydrocephalus', record(resources));

describe('a shunt', () => {
  test.each(['KAAF05', 'KAAF15', 'KAAF16', 'KAAF17'])('%s was placed and is there', (code) => {
    expect(outcome(shunt(procedure(code, '2015-02')))).toBe(true);
  });

  test('also where only the condition of having one is recorded', () => {
    expect(outcome(shunt(condition('DZ982', { clinicalStatus: undefined })))).toBe(true);
  });

  test.each(['KAAF00', 'KAAF20'])('%s is no shunt placed', (code) => {
    expect(outcome(shunt(procedure(code, '2015-02')))).toBe('unknown');
  });

  test('hydrocephalus alone is only shown', () => {
    expect(shunt(condition('DG912'))).toMatchObject({ reason: 'unknown', hints: [{ reference: 'Condition/c-DG912' }] });
  });

  test('that was removed later does not count, and one placed after that does', () => {
    const placed = procedure('KAAF05', '2015-02-01');
    const removed = procedure('KAAF25', '2019-06-01');
    expect(outcome(shunt(placed, removed))).toBe('unknown');
    expect(outcome(shunt(placed, removed, procedure('KAAF15', '2021-01-01')))).toBe(true);
    expect(outcome(shunt(condition('DZ982', { recordedDate: '2016-01-01' }), removed))).toBe('unknown');
    expect(outcome(shunt(condition('DZ982', { recordedDate: '2020-01-01' }), removed))).toBe(true);
  });

  test('does not decide where it is not certain that the removal came later, or was done', () => {
    const placed = procedure('KAAF05', '2015-02-01');
    expect(shunt(placed, procedure('KAAF25'))).toMatchObject({
      because: ['date-missing: Procedure/pr-KAAF05'],
      hints: [{ reference: 'Procedure/pr-KAAF05' }],
    });
    expect(outcome(shunt(placed, procedure('KAAF25', '2015')))).toBe('unsupported');
    expect(outcome(shunt(placed, procedure('KAAF25', '2015-02-01')))).toBe('unsupported');
    expect(outcome(shunt(placed, procedure('KAAF25', '2019-06-01', { status: 'in-progress' })))).toBe('unsupported');
    expect(outcome(shunt(placed, procedure('KAAF25', '2019-06-01', { status: 'not-done' })))).toBe(true);
  });

  test('does not decide where the procedures could not be read: it may have been removed', () => {
    const context = record([condition('DZ982')]);
    expect(factFrom('shunt-treated-hydrocephalus', without(context, 'Procedure'))).toMatchObject({
      reason: 'error',
      because: ['Procedure'],
      hints: [{ reference: 'Condition/c-DZ982' }],
    });
  });
});
