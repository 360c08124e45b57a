import type { CompiledGuideline } from '../../../../src/core/guideline/compile.ts';
import type { Recommendation } from '../../../../src/core/schema/guideline.ts';
import type { Rating, Urgency } from '../../../../src/core/schema/rating.ts';

const text = { da: 'tekst', en: 'text' };

/** A recommendation with only what the test is about. */
export function recommendation(
  id: string,
  ratings: Readonly<Record<string, Rating>>,
  urgency: Urgency | null,
): Recommendation {
  return { id, title: text, ratings, urgency, say: text, do: [], evidence: [], disagrees: [] };
}

/** A guideline of recommendations without conditions: for what comes after deciding. The last one is the last rung. */
export function emptyGuideline(
  recommendations: readonly Recommendation[],
  orders: readonly string[],
): CompiledGuideline {
  const when = { fact: 'never', operator: 'equal' as const, value: true };
  const otherwise = recommendations.at(-1) ?? recommendation('otherwise', {}, null);
  return {
    document: {
      id: 'test',
      version: '1.0.0',
      status: 'draft',
      title: text,
      publisher: text,
      approval: null,
      notFor: [],
      appliesTo: { orders: [...orders], when },
      parameters: {},
      criteria: {},
      screens: [],
      recommendations: recommendations.slice(0, -1).map((rung) => ({ ...rung, when })),
      otherwise,
      evidence: {},
    },
    facts: {},
    appliesWhen: when,
    criteria: {},
    rungs: [],
  };
}
