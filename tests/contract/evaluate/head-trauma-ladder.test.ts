import { describe, expect, test } from 'vitest';
import { CRITERIA, LADDER, LIMITS, NOTHING_FOUND, ORDERS } from './head-trauma-ladder.ts';
import { ratingsBy } from './rating-letters.ts';
import { evaluateOne, type GuidanceLine } from './run-evaluate.ts';

const NOW = '2026-11-01T09:00:00+01:00';

/** Questions that decide on an emergency: none of them may be passed over. */
const EMERGENCY_QUESTIONS = [
  'multitrauma',
  'gcs',
  'post-traumatic-seizure',
  'focal-neurological-deficit',
  'skull-fracture-signs',
  'shunt-treated-hydrocephalus',
  'therapeutic-anticoagulation',
  'coagulation-disorder',
];

function truthOf(guidance: GuidanceLine | undefined, criterion: string): string | undefined {
  return guidance?.criteria.find(({ id }) => id === criterion)?.truth;
}

describe('evaluate on the head trauma ladder', () => {
  test('the ladder of the clinical page has 15 rungs and a last one', () => {
    expect(new Set(LADDER.map(([rung]) => rung)).size).toBe(16);
  });

  describe.each(LADDER)('%s', (rung, given, letters, urgency) => {
    test.each(ORDERS)('rates a draft of %s as the page says', async (order) => {
      const result = await evaluateOne({ now: NOW, order, given: { ...NOTHING_FOUND, ...given } });
      const ratings = ratingsBy(ORDERS, letters);
      expect(result.guidance).toHaveLength(1);
      expect(result.guidance[0]).toMatchObject({
        guideline: 'head-trauma-ct',
        recommendation: rung,
        verdict: ratings[order],
        urgency,
        ratings,
        asks: [],
      });
      expect(result).toMatchObject({ order, verdict: ratings[order], urgency });
    });
  });

  test.each(LIMITS)('%s', async (_sentence, given, rung) => {
    const result = await evaluateOne({ now: NOW, order: 'ct-head', given: { ...NOTHING_FOUND, ...given } });
    expect(result.guidance.find(({ guideline }) => guideline === 'head-trauma-ct')?.recommendation).toBe(rung);
  });

  test.each(CRITERIA)('%s is true by %o, false without, unknown while that is unknown', async (criterion, given) => {
    const run = async (facts: object) => {
      const result = await evaluateOne({ now: NOW, order: 'ct-head', given: { ...NOTHING_FOUND, ...facts } });
      return truthOf(
        result.guidance.find(({ guideline }) => guideline === 'head-trauma-ct'),
        criterion,
      );
    };
    const known = Object.keys(given).filter((fact) => fact !== 'reason');
    const unknown = Object.fromEntries(known.map((fact) => [fact, 'unknown']));
    expect(await run(given)).toBe('true');
    expect(await run({})).toBe('false');
    expect(await run({ ...given, ...unknown })).toBe('unknown');
  });

  test.each(EMERGENCY_QUESTIONS)(
    'while %s is unanswered, nothing is called not appropriate and it is asked',
    async (fact) => {
      const { [fact]: _left, ...rest } = NOTHING_FOUND;
      for (const order of ORDERS) {
        const result = await evaluateOne({ now: NOW, order, given: rest });
        expect(result).toMatchObject({ verdict: 'undetermined', urgency: null });
        expect(result.guidance[0]).toMatchObject({ recommendation: null, asks: [fact] });
      }
    },
  );

  test('with nothing but the reason known every emergency question is asked', async () => {
    const result = await evaluateOne({ now: NOW, order: 'ct-head', given: { reason: ['head-trauma'] } });
    expect(result.verdict).toBe('undetermined');
    expect(result.guidance[0]?.asks).toEqual(expect.arrayContaining(['age', ...EMERGENCY_QUESTIONS]));
  });

  test('with nothing known at all only the reason is asked', async () => {
    const result = await evaluateOne({ now: NOW, order: 'ct-head', given: {} });
    expect(result).toMatchObject({ verdict: 'undetermined', urgency: null });
    expect(result.guidance.map(({ guideline }) => guideline)).toEqual(['head-trauma-ct', 'syncope-head-imaging']);
    for (const guidance of result.guidance) expect(guidance).toMatchObject({ asks: ['reason'], urgency: null });
  });

  test('outside the low-risk group no further S100B fact is asked', async () => {
    const { 'extracranial-injury': _injury, 's100b-available': _reach, ...rest } = NOTHING_FOUND;
    const result = await evaluateOne({ now: NOW, order: 'ct-head', given: rest });
    expect(result.guidance[0]).toMatchObject({ recommendation: 'minimal', asks: [] });
  });

  test('in the low-risk group they are', async () => {
    const { 'extracranial-injury': _injury, 's100b-available': _reach, ...rest } = NOTHING_FOUND;
    const given = { ...rest, 'loss-of-consciousness': true };
    const result = await evaluateOne({ now: NOW, order: 'ct-head', given });
    expect(result.guidance[0]?.asks).toEqual(['extracranial-injury', 's100b-available']);
  });

  test('trauma CT never triggers it', async () => {
    const given = { ...NOTHING_FOUND, multitrauma: true };
    const result = await evaluateOne({ now: NOW, order: 'ct-trauma', given });
    expect(result).toMatchObject({ verdict: 'no-criteria-apply', guidance: [] });
  });

  test('another reason is not covered, and the blow to the head is not asked about', async () => {
    const given = { ...NOTHING_FOUND, reason: ['other'] };
    const result = await evaluateOne({ now: NOW, order: 'ct-head', given });
    expect(result).toMatchObject({ verdict: 'no-criteria-apply', guidance: [], urgency: null });
  });

  test('under syncope it asks just whether the head was hit, and has no urgency till then', async () => {
    const given = { ...NOTHING_FOUND, reason: ['syncope'], 'focal-neurological-deficit': true };
    const result = await evaluateOne({ now: NOW, order: 'ct-head', given });
    expect(result.guidance.find(({ guideline }) => guideline === 'head-trauma-ct')).toMatchObject({
      recommendation: null,
      verdict: 'undetermined',
      urgency: null,
      asks: ['head-injury-with-event'],
    });
  });
});
