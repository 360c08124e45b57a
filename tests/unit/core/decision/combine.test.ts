import { describe, expect, test } from 'vitest';
import {
  combinedAlternatives,
  combinedUrgency,
  combinedVerdict,
  type Voice,
} from '../../../../src/core/decision/combine.ts';
import type { Guidance } from '../../../../src/core/decision/guidance.ts';
import type { Recommendation } from '../../../../src/core/schema/guideline.ts';
import type { Rating, Urgency } from '../../../../src/core/schema/rating.ts';
import { emptyGuideline, recommendation } from './guideline-fixture.ts';

const CT = 'ct-head';
const MR = 'mr-head';

/** A decided voice rating CT and MR of the head. */
function decided(ct: Rating, mr: Rating, urgency: Urgency | null = null): Voice {
  return voice([recommendation('only', { [CT]: ct, [MR]: mr }, urgency)], { recommendation: 'only', urgency });
}

function voice(recommendations: readonly Recommendation[], over: Partial<Guidance>): Voice {
  const guideline = emptyGuideline(recommendations, [CT, MR]);
  const said = recommendations.find(({ id }) => id === over.recommendation);
  return {
    guideline,
    guidance: {
      guideline: 'test',
      version: '1.0.0',
      recommendation: null,
      speaks: null,
      verdict: 'undetermined',
      urgency: null,
      ratings: said?.ratings ?? {},
      reachable: recommendations.map(({ id }) => id),
      applies: 'yes',
      asks: [],
      justification: { criteria: [], facts: [] },
      ...over,
    },
  };
}

describe('several guidelines on one order', () => {
  test('the most urgent of all guidance is the urgency of the order', () => {
    const voices = [
      decided('appropriate', 'appropriate', 'elective'),
      decided('may-be-appropriate', 'appropriate', 'same-day'),
    ];
    expect(combinedUrgency(voices)).toBe('same-day');
    expect(combinedUrgency([decided('appropriate', 'appropriate')])).toBeNull();
  });

  test('a blow to the head and an MR draft: MR is the wrong examination now, and CT the alternative', () => {
    const voices = [decided('appropriate', 'not-appropriate', 'emergency'), decided('appropriate', 'appropriate')];
    expect(combinedVerdict(voices, MR, false)).toBe('not-appropriate');
    expect(combinedAlternatives(voices, MR, false)).toEqual([{ order: CT, rating: 'appropriate' }]);
  });

  test('without hurry, one supporting guideline outweighs one that advises against', () => {
    const voices = [decided('appropriate', 'not-appropriate', 'elective'), decided('appropriate', 'appropriate')];
    expect(combinedVerdict(voices, MR, false)).toBe('appropriate');
  });

  test('an open guideline keeps the draft from being called not appropriate', () => {
    const open = voice([recommendation('a', { [CT]: 'appropriate' }, null)], {});
    expect(combinedVerdict([open, decided('not-appropriate', 'not-appropriate')], CT, false)).toBe('undetermined');
  });

  test('support is shown as undetermined while an open guideline can still make it the wrong examination', () => {
    const canTurn = voice(
      [
        recommendation('urgent', { [CT]: 'appropriate', [MR]: 'not-appropriate' }, 'emergency'),
        recommendation('calm', {}, null),
      ],
      {},
    );
    const cannotTurn = voice(
      [
        recommendation('urgent', { [CT]: 'appropriate', [MR]: 'not-appropriate' }, 'elective'),
        recommendation('calm', {}, null),
      ],
      {},
    );
    const support = decided('appropriate', 'appropriate');
    expect(combinedVerdict([support, canTurn], MR, false)).toBe('undetermined');
    expect(combinedVerdict([support, cannotTurn], MR, false)).toBe('appropriate');
  });

  test("an emergency's own verdict stands over advice that is not an emergency", () => {
    const emergency = decided('no-criteria-apply', 'no-criteria-apply', 'emergency');
    expect(combinedVerdict([emergency, decided('may-be-appropriate', 'appropriate')], CT, false)).toBe(
      'no-criteria-apply',
    );
    expect(combinedVerdict([emergency, decided('appropriate', 'appropriate')], CT, false)).toBe('appropriate');
  });

  test('an open guidance that is certain of an emergency already makes the wrong examination wrong', () => {
    const open = voice(
      [
        recommendation('one', { [CT]: 'appropriate', [MR]: 'not-appropriate' }, 'emergency'),
        recommendation('two', { [CT]: 'may-be-appropriate', [MR]: 'not-appropriate' }, 'emergency'),
      ],
      { verdict: 'not-appropriate', urgency: 'emergency', ratings: { [MR]: 'not-appropriate' } },
    );
    expect(combinedVerdict([open, decided('appropriate', 'appropriate')], MR, false)).toBe('not-appropriate');
  });

  test('a guideline that could not be used counts as undecided, never as not covered', () => {
    expect(combinedVerdict([], CT, true)).toBe('undetermined');
    expect(combinedVerdict([decided('not-appropriate', 'not-appropriate')], CT, true)).toBe('undetermined');
    expect(combinedVerdict([decided('appropriate', 'appropriate')], CT, true)).toBe('appropriate');
    expect(combinedVerdict([], CT, false)).toBe('no-criteria-apply');
  });

  test("alternatives come by rating, then in the author's order", () => {
    const ratings: Readonly<Record<string, Rating>> = {
      d: 'not-appropriate',
      b: 'appropriate',
      a: 'appropriate',
      c: 'may-be-appropriate',
    };
    const only = recommendation('only', ratings, null);
    const guideline = emptyGuideline([only], ['a', 'b', 'c', 'd']);
    const speaking = { guideline, guidance: voice([only], { recommendation: 'only' }).guidance };
    expect(combinedAlternatives([speaking], 'd', false).map(({ order }) => order)).toEqual(['b', 'a', 'c']);
  });
});
