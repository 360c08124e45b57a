import { describe, expect, test } from 'vitest';
import {
  codes,
  concept,
  condition,
  draft,
  factFrom,
  ICD_10,
  ICPC_2,
  outcome,
  record,
  SKS_D,
  status,
  vocabularyOf,
} from '../record.ts';

const reason = (over: Record<string, unknown>, ...conditions: ReturnType<typeof condition>[]) =>
  factFrom('reason', record(conditions, { order: draft(over) }));

describe("the draft's reason", () => {
  test('is read from its codes, and stands on the order', () => {
    expect(reason({ reasonCode: [concept(SKS_D, 'DM545', 'Lændesmerter UNS')] })).toMatchObject({
      known: true,
      value: ['low-back-pain'],
      provenance: {
        kind: 'order',
        references: [{ reference: 'ServiceRequest/draft', display: 'Lændesmerter UNS (DM545)' }],
      },
    });
  });

  test.each([
    [SKS_D, 'DG834B'],
    [ICD_10, 'M54.5'],
    [ICPC_2, 'L03'],
    [ICPC_2, 'DM545'],
  ])('%s %s is low back pain', (system, code) => {
    expect(outcome(reason({ reasonCode: [concept(system, code)] }))).toEqual(['low-back-pain']);
  });

  test.each([
    [[concept(SKS_D, 'DZ039')]],
    [[concept(SKS_D, 'DM542')]],
    [[{ text: 'Lændesmerter' }]],
    [[]],
    [undefined],
    ['DM545'],
  ])('%j is not recognised, and is asked', (reasonCode) => {
    expect(outcome(reason({ reasonCode }))).toBe('unknown');
  });

  test('two reasons are both read', () => {
    expect(outcome(reason({ reasonCode: [concept(SKS_D, 'DR559'), concept(SKS_D, 'DM545')] }))).toEqual([
      'low-back-pain',
      'syncope',
    ]);
  });

  test('a condition it points at is a reason also while suspected, and not when refuted', () => {
    const reasonReference = [{ reference: 'Condition/c-DM545' }];
    const verified = (code: string) => condition('DM545', { verificationStatus: status(code) });
    expect(outcome(reason({ reasonReference }, verified('provisional')))).toEqual(['low-back-pain']);
    expect(outcome(reason({ reasonReference }, verified('refuted')))).toBe('unknown');
    expect(outcome(reason({ reasonReference }))).toBe('unsupported');
  });

  test('without a draft there is no reason', () => {
    expect(outcome(factFrom('reason', record([], { order: null })))).toBe('unknown');
  });
});

describe('a reason that must be fresh', () => {
  const vocabulary = vocabularyOf(
    {
      reason: {
        type: 'choice',
        multiple: true,
        choices: [
          { id: 'injury', label: { da: 'a', en: 'a' } },
          { id: 'pain', label: { da: 'b', en: 'b' } },
        ],
        read: [
          { reader: 'order-reason', choices: { injury: 'injury', pain: 'pain' }, within: { injury: { hours: 24 } } },
        ],
      },
    },
    { injury: codes(SKS_D, 'DS060'), pain: codes(SKS_D, 'DM545') },
  );
  const read = (over: Record<string, unknown>, ...conditions: ReturnType<typeof condition>[]) =>
    factFrom('reason', record(conditions, { order: draft(over) }), { vocabulary });
  const injury = { reasonCode: [concept(SKS_D, 'DS060')] };

  test('a code on an order of today answers, on an order of last week it does not', () => {
    expect(outcome(read(injury))).toEqual(['injury']);
    expect(outcome(read({ ...injury, authoredOn: undefined }))).toEqual(['injury']);
    expect(outcome(read({ ...injury, authoredOn: '2026-05-31T12:00:00+02:00' }))).toEqual(['injury']);
    expect(outcome(read({ ...injury, authoredOn: '2026-05-31T11:59:58+02:00' }))).toBe('unknown');
    expect(outcome(read({ ...injury, authoredOn: '2026' }))).toBe('unsupported');
  });

  test('a coded injury is as old as its onset, and undated it does not decide', () => {
    const reasonReference = [{ reference: 'Condition/c-DS060' }];
    const at = (over: Record<string, unknown>) => outcome(read({ reasonReference }, condition('DS060', over)));
    expect(at({ onsetDateTime: '2026-06-01T08:00:00+02:00' })).toEqual(['injury']);
    expect(at({ onsetDateTime: '2026-05-20T08:00:00+02:00' })).toBe('unknown');
    expect(at({ recordedDate: undefined })).toBe('unsupported');
  });

  test('other reasons need not be', () => {
    expect(outcome(read({ reasonCode: [concept(SKS_D, 'DM545')], authoredOn: '2020-01-01' }))).toEqual(['pain']);
  });
});
