import type { Facts, FactValue } from '../facts/fact.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import { leavesOf } from '../guideline/compile.ts';
import type { Recommendation } from '../schema/guideline.ts';
import { isMoreUrgent, type Rating, type Urgency } from '../schema/rating.ts';
import { createEvaluator, type Evaluation, type Evaluator } from './engine.ts';
import type { Guidance } from './guidance.ts';
import { justify } from './justification.ts';
import { createReacher, type Ladder, type Reacher } from './reach.ts';

/** One guideline made ready: engine, reach and ladders are built once and used for every patient. */
export interface Decider {
  readonly guideline: CompiledGuideline;
  readonly evaluate: Evaluator;
  readonly reacher: Reacher;
  /** Whether the guideline applies, as a ladder of one rung. */
  readonly applicability: Ladder;
  readonly ladder: Ladder;
  /** Per rung, whether it holds, as a ladder of one rung. */
  readonly rungs: ReadonlyMap<string, Ladder>;
}

export function createDecider(guideline: CompiledGuideline): Decider {
  return {
    guideline,
    evaluate: createEvaluator(guideline),
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
 * What one guideline says about the order: decided when only one rung can still be the answer, else open with exactly
 * the facts that can still change it (clinical/README.md, "While questions are open"). Null when it does not apply.
 * Rejects when the engine fails or disagrees with the residual: then nothing may be decided.
 */
export async function decide(decider: Decider, facts: Facts, order: string): Promise<Guidance | null> {
  const { guideline, reacher } = decider;
  const values = knownValues(guideline, facts);
  const applicability = reacher.reach(decider.applicability, values);
  if (!applicability.outcomes.includes('applies')) return null;
  const evaluation = await decider.evaluate(values);
  const reach = reacher.reach(decider.ladder, values);
  const open = { guideline: guideline.document.id, version: guideline.document.version, reachable: reach.outcomes };
  if (applicability.outcomes.length > 1) {
    const asks = leavesOf(guideline.appliesWhen).map(({ fact }) => fact);
    const first = asks.find((fact) => applicability.asks.includes(fact));
    return {
      ...open,
      recommendation: null,
      speaks: null,
      verdict: 'undetermined',
      urgency: null,
      ratings: {},
      applies: 'unknown',
      asks: first === undefined ? [] : [first],
      justification: justify(decider, evaluation, facts, values, null),
    };
  }
  assertAgreement(decider, evaluation, reach.outcomes);
  const [only, second] = reach.outcomes;
  if (only !== undefined && second === undefined) {
    const reached = recommendationOf(guideline, only);
    return {
      ...open,
      recommendation: only,
      speaks: only,
      verdict: ratingIn(reached, order),
      urgency: reached.urgency,
      ratings: reached.ratings,
      applies: 'yes',
      asks: [],
      justification: justify(decider, evaluation, facts, values, only),
    };
  }
  const certain = mostUrgentCertain(decider, reach.outcomes, values);
  const ratings = sharedRatings(guideline, reach.outcomes, certain?.urgency ?? null);
  return {
    ...open,
    recommendation: null,
    speaks: certain?.id ?? null,
    verdict: sharedRating(guideline, reach.outcomes, order, certain?.urgency ?? null) ?? 'undetermined',
    urgency: certain?.urgency ?? null,
    ratings,
    applies: 'yes',
    asks: inScreenOrder(guideline, reach.asks),
    justification: justify(decider, evaluation, facts, values, certain?.id ?? null),
  };
}

function knownValues(guideline: CompiledGuideline, facts: Facts): ReadonlyMap<string, FactValue> {
  const values = new Map<string, FactValue>();
  for (const id of Object.keys(guideline.facts)) {
    const fact = facts.get(id);
    if (fact?.known) values.set(id, fact.value);
  }
  return values;
}

/** The engine's first certain rung, if there is one, must be what the residual found. */
function assertAgreement(decider: Decider, evaluation: Evaluation, outcomes: readonly string[]): void {
  for (const { id } of decider.guideline.rungs) {
    const truth = evaluation.rungs.get(id)?.truth;
    if (truth === 'false' && outcomes.includes(id)) throw new Error(`engine and residual disagree about "${id}"`);
    if (truth === 'unknown') return;
    if (truth === 'true') {
      if (outcomes.length !== 1 || outcomes[0] !== id) throw new Error(`engine and residual disagree about "${id}"`);
      return;
    }
  }
}

/** The most urgent rung that certainly holds and can still be the answer: a certain emergency never waits. */
function mostUrgentCertain(
  { guideline, reacher, rungs }: Decider,
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
  const supports = first === 'appropriate' || first === 'may-be-appropriate';
  if (!supports && recommendations.some(({ urgency }) => isMoreUrgent(urgency, shown))) return null;
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
