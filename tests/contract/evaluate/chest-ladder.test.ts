import { describe, expect, test } from 'vitest';
import type { FactValue } from '../../../src/core/facts/fact.ts';
import { ratingsBy } from './rating-letters.ts';
import { evaluateOne } from './run-evaluate.ts';

const NOW = '2026-11-01T09:00:00+01:00';
const ORDERS = ['xr-chest', 'ct-chest'];

type Given = Readonly<Record<string, FactValue>>;

/** A 60-year-old with a cough, neither acutely ill nor suspected of lung cancer. */
const NOTHING_FOUND: Given = {
  reason: ['respiratory-symptoms'],
  age: 60,
  'acute-respiratory-illness': false,
  'suspects-lung-cancer': false,
};

/** The ladder as the clinical page has it (chest.md), X-ray then CT. */
const LADDER: readonly (readonly [rung: string, given: Given, ratings: string, urgency: string | null])[] = [
  ['acute-illness', { 'acute-respiratory-illness': true }, '--', 'emergency'],
  ['acute-illness', { 'acute-respiratory-illness': true, age: 3 }, '--', 'emergency'],
  ['acute-illness', { 'acute-respiratory-illness': true, 'suspects-lung-cancer': true }, '--', 'emergency'],
  ['child', { age: 17 }, '--', null],
  ['child', { age: 17, 'suspects-lung-cancer': true }, '--', null],
  ['suspected-lung-cancer', { 'suspects-lung-cancer': true }, 'NA', 'within-a-week'],
  ['suspected-lung-cancer', { 'suspects-lung-cancer': true, age: 18 }, 'NA', 'within-a-week'],
  ['no-standard', {}, 'SS', null],
  ['no-standard', { age: 18 }, 'SS', null],
];

describe('evaluate on the chest ladder', () => {
  test('the ladder of the clinical page has 3 rungs and a last one', () => {
    expect(new Set(LADDER.map(([rung]) => rung)).size).toBe(4);
  });

  describe.each(LADDER)('%s by %o', (rung, given, letters, urgency) => {
    test.each(ORDERS)('rates a draft of %s as the page says', async (order) => {
      const result = await evaluateOne({ now: NOW, order, given: { ...NOTHING_FOUND, ...given } });
      const ratings = ratingsBy(ORDERS, letters);
      expect(result.guidance).toHaveLength(1);
      expect(result.guidance[0]).toMatchObject({
        guideline: 'chest-imaging-unspecific-symptoms',
        recommendation: rung,
        ratings,
        asks: [],
      });
      expect(result).toMatchObject({ order, verdict: ratings[order], urgency });
    });
  });

  test.each(['acute-respiratory-illness', 'suspects-lung-cancer', 'age'])(
    'while %s is unknown nothing is decided, and it is asked',
    async (fact) => {
      const { [fact]: _left, ...rest } = NOTHING_FOUND;
      for (const order of ORDERS) {
        const result = await evaluateOne({ now: NOW, order, given: rest });
        expect(result).toMatchObject({ verdict: 'undetermined', urgency: null });
        expect(result.guidance[0]).toMatchObject({ recommendation: null, asks: [fact] });
      }
    },
  );

  test('an X-ray under suspicion of lung cancer offers CT', async () => {
    const given = { ...NOTHING_FOUND, 'suspects-lung-cancer': true };
    const result = await evaluateOne({ now: NOW, order: 'xr-chest', given });
    expect(result.alternatives).toEqual([{ order: 'ct-chest', rating: 'appropriate' }]);
  });

  test('without a standard neither examination is put above the other', async () => {
    for (const order of ORDERS) {
      const result = await evaluateOne({ now: NOW, order, given: NOTHING_FOUND });
      expect(result.alternatives.map(({ rating }) => rating)).toEqual(['no-standard']);
    }
  });

  test('another reason is not covered, which is not the same as no standard', async () => {
    const result = await evaluateOne({ now: NOW, order: 'xr-chest', given: { ...NOTHING_FOUND, reason: ['other'] } });
    expect(result).toMatchObject({ verdict: 'no-criteria-apply', guidance: [] });
  });
});
