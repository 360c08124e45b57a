import type { Assessment } from '../core/decision/guidance.ts';
import type { Rating, Urgency, Verdict } from '../core/schema/rating.ts';

/** What one guideline answers in one case, as far as a change of it is worth telling. */
export interface Outcome {
  /** False where the guideline says nothing about the case. */
  readonly applies: boolean;
  readonly recommendation: string | null;
  readonly verdict: Verdict;
  readonly urgency: Urgency | null;
  /** Facts that are asked, sorted. */
  readonly asks: readonly string[];
  readonly ratings: Readonly<Record<string, Rating>>;
}

/** The parts in which two outcomes differ. */
export type ChangedPart = 'applies' | 'recommendation' | 'verdict' | 'urgency' | 'asks' | 'ratings';

/** What an assessment holds of one guideline. */
export function outcomeOf(assessment: Assessment, guideline: string): Outcome {
  const guidance = assessment.guidance.find((one) => one.guideline === guideline);
  return {
    applies: guidance !== undefined,
    recommendation: guidance?.recommendation ?? null,
    verdict: guidance?.verdict ?? 'no-criteria-apply',
    urgency: guidance?.urgency ?? null,
    asks: [...(guidance?.asks ?? [])].sort(),
    ratings: guidance?.ratings ?? {},
  };
}

/** In what a case comes out otherwise than before; empty when it does not. Ratings in another order are a change too. */
export function changedParts(before: Outcome, now: Outcome): readonly ChangedPart[] {
  const parts: readonly ChangedPart[] = ['applies', 'recommendation', 'verdict', 'urgency', 'asks', 'ratings'];
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(now[part]));
}
