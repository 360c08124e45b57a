import type { FactValue } from '../facts/fact.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import { leavesOf } from '../guideline/compile.ts';
import type { Recommendation } from '../schema/guideline.ts';
import { isMoreUrgent, isSupport, type Rating, type Urgency } from '../schema/rating.ts';
import type { Ladder } from './diagram.ts';
import type { Guidance } from './guidance.ts';
import { createReacher, type Reacher } from './reach.ts';

/** What one guideline says, before the engine has confirmed it and without its justification. */
export type Ruling = Omit<Guidance, 'justification'>;

/** A guideline's conditions made ready to find what is reachable; built once and used for every patient. */
export interface Ladders {
  readonly guideline: CompiledGuideline;
  readonly reacher: Reacher;
  /** Whether the guideline applies, as a ladder of one rung. */
  readonly applicability: Ladder;
  readonly ladder: Ladder;
  /** Per rung, whether it holds, as a ladder of one rung. */
  readonly rungs: ReadonlyMap<string, Ladder>;
}

export function createLadders(guideline: CompiledGuideline): Ladders {
  return {
    guideline,
    reacher: createReacher(guideline),
    applicability: { rungs: [{ id: 'applies', when: guideline.appliesWhen }], otherwise: 'does-not-apply' },
    ladder: { rungs: guideline.rungs, otherwise: guideline.document.otherwise.id },
    rungs: new Map(guideline.rungs.map((rung) => [rung.id, { rungs: [rung], otherwise: 'does-not-hold' }])),
  };
}

/** How a rung rates an examination; one it does not speak about is not covered. */
export function ratingIn(recommendation: Recommendation, order: string): Rating {
  return recommendation.ratings[order] ?? 'no-criteria-apply';
}

/** The recommendation of that id; the last rung included. */
export function recommendationOf(guideline: CompiledGuideline, id: string): Recommendation {
  const { recommendations, otherwise } = guideline.document;
  return recommendations.find((recommendation) => recommendation.id === id) ?? otherwise;
}

/**
 * What one guideline says about the order, by the residual alone: decided when only one rung can still be the answer, else
 * open with exactly the facts that can still change it (clinical/README.md, "While questions are open"). Null when it
 * does not apply. Synchronous: analysis, coverage and mutation checks use it as it is; for a patient, `decide` has the
 * engine confirm it.
 */
export function rule(ladders: Ladders, values: ReadonlyMap<string, FactValue>, order: string): Ruling | null {
  const { guideline, reacher } = ladders;
  const applicability = reacher.reach(ladders.applicability, values);
  if (!applicability.outcomes.includes('applies')) return null;
  const { outcomes, asks } = reacher.reach(ladders.ladder, values);
  const open = { guideline: guideline.document.id, version: guideline.document.version, reachable: outcomes };
  if (applicability.outcomes.length > 1) {
    const used = leavesOf(guideline.appliesWhen).map(({ fact }) => fact);
    const first = used.find((fact) => applicability.asks.includes(fact));
    return {
      ...open,
      recommendation: null,
      speaks: null,
      verdict: 'undetermined',
      urgency: null,
      ratings: {},
      applies: 'unknown',
      asks: first === undefined ? [] : [first],
    };
  }
  const [only, second] = outcomes;
  if (only !== undefined && second === undefined) return decidedRuling(guideline, only, order);
  const certain = mostUrgentCertain(ladders, outcomes, values);
  return {
    ...open,
    recommendation: null,
    speaks: certain?.id ?? null,
    verdict: sharedRating(guideline, outcomes, order, certain?.urgency ?? null) ?? 'undetermined',
    urgency: certain?.urgency ?? null,
    ratings: sharedRatings(guideline, outcomes, certain?.urgency ?? null),
    applies: 'yes',
    asks: inScreenOrder(guideline, asks),
  };
}

/** What a guideline that applies says once a rung is reached for certain. */
export function decidedRuling(guideline: CompiledGuideline, reached: string, order: string): Ruling {
  const recommendation = recommendationOf(guideline, reached);
  return {
    guideline: guideline.document.id,
    version: guideline.document.version,
    reachable: [reached],
    recommendation: reached,
    speaks: reached,
    verdict: ratingIn(recommendation, order),
    urgency: recommendation.urgency,
    ratings: recommendation.ratings,
    applies: 'yes',
    asks: [],
  };
}

/** The most urgent rung that certainly holds and can still be the answer: a certain emergency never waits. */
function mostUrgentCertain(
  { guideline, reacher, rungs }: Ladders,
  reachable: readonly string[],
  values: ReadonlyMap<string, FactValue>,
): { readonly id: string; readonly urgency: Urgency } | null {
  let most: { readonly id: string; readonly urgency: Urgency } | null = null;
  for (const id of reachable) {
    const ladder = rungs.get(id);
    const { urgency } = recommendationOf(guideline, id);
    if (!ladder || urgency === null || !isMoreUrgent(urgency, most?.urgency ?? null)) continue;
    const { outcomes, exact } = reacher.reach(ladder, values);
    if (exact && outcomes.length === 1 && outcomes[0] === id) most = { id, urgency };
  }
  return most;
}

/**
 * The rating on which all reachable rungs agree. Advice against, no standard and not covered count only if no reachable
 * rung is more urgent than the urgency shown.
 */
function sharedRating(
  guideline: CompiledGuideline,
  reachable: readonly string[],
  order: string,
  shown: Urgency | null,
): Rating | null {
  const recommendations = reachable.map((id) => recommendationOf(guideline, id));
  const [first, ...others] = recommendations.map((recommendation) => ratingIn(recommendation, order));
  if (first === undefined || others.some((rating) => rating !== first)) return null;
  if (!isSupport(first) && recommendations.some(({ urgency }) => isMoreUrgent(urgency, shown))) return null;
  return first;
}

function sharedRatings(
  guideline: CompiledGuideline,
  reachable: readonly string[],
  shown: Urgency | null,
): Readonly<Record<string, Rating>> {
  const ratings: Record<string, Rating> = {};
  for (const order of guideline.document.appliesTo.orders) {
    const rating = sharedRating(guideline, reachable, order, shown);
    if (rating) ratings[order] = rating;
  }
  return ratings;
}

/** The author's screens first, then the facts that stand on none, in order of first use. */
function inScreenOrder(guideline: CompiledGuideline, asks: readonly string[]): readonly string[] {
  const onScreens = guideline.document.screens.flatMap(({ facts }) => facts).filter((fact) => asks.includes(fact));
  return [...onScreens, ...asks.filter((fact) => !onScreens.includes(fact))];
}
