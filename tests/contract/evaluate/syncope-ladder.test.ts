import { describe, expect, test } from 'vitest';
import { ratingsBy } from './rating-letters.ts';
import { evaluateOne, type ResultLine } from './run-evaluate.ts';
import { COMBINED, LADDER, NOTHING_FOUND, ORDERS } from './syncope-ladder.ts';

const NOW = '2026-11-01T09:00:00+01:00';

/** Questions that decide on an emergency: none of them may be passed over. */
const EMERGENCY_QUESTIONS = [
  'focal-neurological-deficit',
  'thunderclap-headache',
  'persistent-altered-consciousness',
  'meningism-or-raised-icp',
];

const QUESTIONS = Object.keys(NOTHING_FOUND).filter((fact) => fact !== 'reason' && fact !== 'age');

function guidanceOf(result: ResultLine, id: string) {
  return result.guidance.find(({ guideline }) => guideline === id);
}

describe('evaluate on the syncope ladder', () => {
  test('the ladder of the clinical page has 11 rungs and a last one', () => {
    expect(new Set(LADDER.map(([rung]) => rung)).size).toBe(12);
  });

  describe.each(LADDER)('%s by %o', (rung, given, letters, urgency) => {
    test.each(ORDERS)('rates a draft of %s as the page says', async (order) => {
      const result = await evaluateOne({ now: NOW, order, given: { ...NOTHING_FOUND, ...given } });
      const ratings = ratingsBy(ORDERS, letters);
      expect(guidanceOf(result, 'syncope-head-imaging')).toMatchObject({
        recommendation: rung,
        verdict: ratings[order],
        urgency,
        ratings,
        asks: [],
      });
      if (!given['head-injury-with-event']) expect(result).toMatchObject({ verdict: ratings[order], urgency });
      expect(guidanceOf(result, 'head-trauma-ct') !== undefined).toBe(given['head-injury-with-event'] === true);
    });
  });

  test.each(EMERGENCY_QUESTIONS)(
    'while %s is unanswered, nothing is called not appropriate and it is asked',
    async (fact) => {
      const { [fact]: _left, ...rest } = NOTHING_FOUND;
      for (const order of ORDERS) {
        const result = await evaluateOne({ now: NOW, order, given: rest });
        expect(result).toMatchObject({ verdict: 'undetermined', urgency: null });
        expect(guidanceOf(result, 'syncope-head-imaging')).toMatchObject({ recommendation: null, asks: [fact] });
      }
    },
  );

  test.each([['therapeutic-anticoagulation'], ['coagulation-disorder']])(
    'with a blow to the head, while %s is unanswered, an emergency is possible and it is asked',
    async (fact) => {
      const given = { ...NOTHING_FOUND, 'head-injury-with-event': true, [fact]: 'unknown' };
      const result = await evaluateOne({ now: NOW, order: 'mr-head', given });
      expect(result.verdict).toBe('undetermined');
      expect(guidanceOf(result, 'syncope-head-imaging')).toMatchObject({ recommendation: null, asks: [fact] });
    },
  );

  test('with nothing but reason and age known every question is asked', async () => {
    const result = await evaluateOne({ now: NOW, order: 'ct-head', given: { reason: ['syncope'], age: 35 } });
    expect(result).toMatchObject({ verdict: 'undetermined', urgency: null });
    expect([...(guidanceOf(result, 'syncope-head-imaging')?.asks ?? [])].sort()).toEqual([...QUESTIONS].sort());
  });

  test('another reason is not covered', async () => {
    const given = { ...NOTHING_FOUND, reason: ['other'] };
    const result = await evaluateOne({ now: NOW, order: 'mr-head', given });
    expect(result).toMatchObject({ verdict: 'no-criteria-apply', guidance: [], urgency: null });
  });

  describe.each(COMBINED)('with head trauma: %s', (_sentence, given, [trauma, syncope], verdicts, urgency) => {
    test.each(ORDERS)('on a draft of %s', async (order) => {
      const result = await evaluateOne({ now: NOW, order, given: { ...NOTHING_FOUND, ...given } });
      expect(guidanceOf(result, 'head-trauma-ct')?.recommendation).toBe(trauma);
      expect(guidanceOf(result, 'syncope-head-imaging')?.recommendation).toBe(syncope);
      expect(result).toMatchObject({ verdict: verdicts[ORDERS.indexOf(order)], urgency });
    });
  });

  test('a draft of MR that is the wrong examination offers CT', async () => {
    const given = { ...NOTHING_FOUND, 'head-injury-with-event': true, 'coagulation-disorder': true };
    const result = await evaluateOne({ now: NOW, order: 'mr-head', given });
    expect(result.alternatives).toEqual([{ order: 'ct-head', rating: 'appropriate' }]);
  });
});
