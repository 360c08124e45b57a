import { RATINGS, type Rating, type Verdict } from '../schema/rating.ts';
import type { Assessment } from './guidance.ts';

/** One thing the clinician can decide about the draft. Nothing here signs or sends. */
export type DecisionOption =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'changed'; readonly to: string; readonly rating: Rating }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'kept' };

/**
 * What can be decided under an assessment. An order that a recommendation supports, or that no guideline covers, is kept
 * without a reason; one that is advised against, a judgement, without a standard or undecided needs one.
 * Only examinations rated better than the draft are offered instead of it.
 */
export function decisionOptions({ order, verdict, alternatives, guidance }: Assessment): readonly DecisionOption[] {
  if (order === null || guidance.length === 0) return [];
  const better = alternatives.filter(({ rating }) => isBetter(rating, verdict));
  const changes = better.map(({ order: to, rating }): DecisionOption => ({ kind: 'changed', to, rating }));
  if (verdict === 'appropriate') return [{ kind: 'accepted' }, { kind: 'cancelled' }];
  if (verdict === 'no-criteria-apply') return [{ kind: 'accepted' }, ...changes, { kind: 'cancelled' }];
  if (verdict === 'not-appropriate') return [...changes, { kind: 'cancelled' }, { kind: 'kept' }];
  if (verdict === 'undetermined') return [...changes, { kind: 'kept' }, { kind: 'cancelled' }];
  return [...changes, { kind: 'kept' }, { kind: 'cancelled' }];
}

/**
 * The option that stands chosen from the start: the best examination, where one is indicated instead of a draft that is not
 * and nothing has to be settled by telephone first. To do without is never chosen beforehand.
 */
export function recommendedOption(assessment: Assessment): DecisionOption | null {
  const { verdict, urgency } = assessment;
  if (verdict !== 'not-appropriate' && verdict !== 'may-be-appropriate') return null;
  if (urgency === 'emergency' || urgency === 'same-day') return null;
  const options = decisionOptions(assessment);
  return options.find((option) => option.kind === 'changed' && option.rating === 'appropriate') ?? null;
}

/** Whether cancelling the draft leaves out what is supported. In an emergency it does not: it is arranged by telephone. */
export function isOmission({ verdict, urgency }: Assessment): boolean {
  return verdict === 'appropriate' && urgency !== 'emergency' && urgency !== 'same-day';
}

/** Whether an examination is worth offering instead of a draft with this verdict. */
function isBetter(rating: Rating, verdict: Verdict): boolean {
  if (rating !== 'appropriate' && rating !== 'may-be-appropriate') return false;
  if (verdict === 'undetermined') return rating === 'appropriate';
  return RATINGS.indexOf(rating) < RATINGS.indexOf(verdict);
}
