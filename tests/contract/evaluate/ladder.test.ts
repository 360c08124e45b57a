import { describe, expect, test } from 'vitest';
import { LADDER, NOTHING_FOUND, ORDERS, ratingsOf } from './low-back-pain-ladder.ts';
import { evaluateOne } from './run-evaluate.ts';

const NOW = '2026-11-01T09:00:00+01:00';

/** Questions that decide on an emergency: none of them may be passed over. */
const EMERGENCY_QUESTIONS = ['cauda-equina-signs', 'leg-weakness', 'cord-signs', 'high-energy-trauma', 'known-cancer'];

describe('evaluate on the low back pain ladder', () => {
  test('the ladder of the clinical page has 23 rungs and a last one', () => {
    expect(new Set(LADDER.map(([rung]) => rung)).size).toBe(24);
  });

  describe.each(LADDER)('%s', (rung, given, letters, urgency) => {
    test.each(ORDERS)('rates a draft of %s as the page says', async (order) => {
      const result = await evaluateOne({ now: NOW, order, given: { ...NOTHING_FOUND, ...given } });
      const ratings = ratingsOf(letters);
      expect(result.guidance).toHaveLength(1);
      expect(result.guidance[0]).toMatchObject({
        guideline: 'low-back-pain-imaging',
        recommendation: rung,
        verdict: ratings[order],
        urgency,
        ratings,
        asks: [],
      });
      expect(result).toMatchObject({ order, verdict: ratings[order], urgency });
      expect(result.alternatives.map((alternative) => alternative.order).sort()).toEqual(
        ORDERS.filter((other) => other !== order).sort(),
      );
    });
  });

  test.each(EMERGENCY_QUESTIONS)(
    'while %s is unanswered, nothing is called not appropriate and it is asked',
    async (fact) => {
      const { [fact]: _left, ...rest } = NOTHING_FOUND;
      for (const order of ORDERS) {
        const result = await evaluateOne({ now: NOW, order, given: rest });
        expect(result.guidance[0]?.recommendation).toBeNull();
        expect(result.verdict).toBe('undetermined');
        expect(result.guidance[0]?.asks).toEqual([fact]);
      }
    },
  );

  test('with nothing but the reason known every emergency question is asked', async () => {
    const result = await evaluateOne({
      now: NOW,
      order: 'mr-lumbar-spine',
      given: { reason: ['low-back-pain'], age: 45 },
    });
    expect(result.verdict).toBe('undetermined');
    expect(result.guidance[0]?.asks).toEqual(expect.arrayContaining(EMERGENCY_QUESTIONS));
  });

  test('with nothing known at all only the reason is asked, and nothing is rated', async () => {
    for (const order of ORDERS) {
      const result = await evaluateOne({ now: NOW, order, given: {} });
      expect(result).toMatchObject({ verdict: 'undetermined', urgency: null, alternatives: [] });
      expect(result.guidance[0]).toMatchObject({ recommendation: null, asks: ['reason'], urgency: null });
    }
  });

  test('a certain emergency is shown at once and its questions stay', async () => {
    const { 'cord-signs': _left, ...rest } = NOTHING_FOUND;
    const given = { ...rest, 'cauda-equina-signs': true, 'high-energy-trauma': 'unknown', age: 'unknown' };
    const result = await evaluateOne({ now: NOW, order: 'mr-lumbar-spine', given });
    expect(result.urgency).toBe('emergency');
    expect(result.guidance[0]).toMatchObject({ recommendation: null, urgency: 'emergency', asks: ['age'] });
  });

  test('another reason than low back pain is not covered, and is never called not appropriate', async () => {
    const result = await evaluateOne({
      now: NOW,
      order: 'mr-lumbar-spine',
      given: { ...NOTHING_FOUND, reason: ['other'] },
    });
    expect(result).toMatchObject({ verdict: 'no-criteria-apply', guidance: [], urgency: null });
  });

  const THRESHOLDS: readonly (readonly [string, object, string])[] = [
    ['age 17 is a child', { age: 17 }, 'child'],
    ['age 18 is an adult', { age: 18 }, 'no-red-flags'],
    ['weight loss at 50 is a single sign', { age: 50, 'unexplained-weight-loss': true }, 'single-warning-sign'],
    ['weight loss at 51 may be cancer', { age: 51, 'unexplained-weight-loss': true }, 'possible-cancer'],
    ['a fall at 69 is no fragility fracture', { age: 69, 'low-energy-trauma-or-sudden-pain': true }, 'no-red-flags'],
    ['a fall at 70 is', { age: 70, 'low-energy-trauma-or-sudden-pain': true }, 'suspected-fragility-fracture'],
    ['surgery after 5 weeks is too early', { 'surgery-considered': true, 'weeks-of-treatment': 5 }, 'no-red-flags'],
    [
      'after 6 weeks it is time',
      { 'surgery-considered': true, 'weeks-of-treatment': 6 },
      'persistent-with-surgical-question',
    ],
    [
      'inflammatory pain for 11 weeks is too short',
      { 'pain-duration-weeks': 11, 'onset-before-45': true, 'inflammatory-back-pain': true },
      'no-red-flags',
    ],
    [
      'for 12 weeks it is long enough',
      { 'pain-duration-weeks': 12, 'onset-before-45': true, 'inflammatory-back-pain': true },
      'suspected-axial-spondyloarthritis',
    ],
    [
      'age above 50 and no improvement, together, trigger nothing',
      { age: 60, 'no-improvement-after-4-weeks': true },
      'no-red-flags',
    ],
    [
      'recent imaging, surgical question after 5 weeks: unchanged',
      { 'previous-lumbar-imaging': true, 'surgery-considered': true, 'weeks-of-treatment': 5 },
      'unchanged-since-imaging',
    ],
    [
      'recent imaging but a clinical change: not held against the order',
      { 'previous-lumbar-imaging': true, 'clinical-change-since-imaging': true },
      'no-red-flags',
    ],
    [
      'a child with known cancer and mild weakness is an emergency',
      { age: 12, 'known-cancer': true, 'leg-weakness': 'mild-stable' },
      'child-emergency',
    ],
    ['a child with mild weakness alone is not', { age: 12, 'leg-weakness': 'mild-stable' }, 'child'],
    [
      'fever after surgery with new symptoms is infection',
      { 'fever-or-raised-markers': true, 'prior-lumbar-surgery': true, 'new-symptoms-since-surgery': true },
      'suspected-spinal-infection',
    ],
    [
      'fever after surgery without new symptoms has no focus',
      { 'fever-or-raised-markers': true, 'prior-lumbar-surgery': true },
      'fever-without-focus',
    ],
  ];

  test.each(THRESHOLDS)('%s', async (_name, given, rung) => {
    const result = await evaluateOne({ now: NOW, order: 'mr-lumbar-spine', given: { ...NOTHING_FOUND, ...given } });
    expect(result.guidance[0]?.recommendation).toBe(rung);
  });
});
