import type { Guideline, Recommendation } from '../schema/guideline.ts';
import type { Assessment, Guidance } from './guidance.ts';

/** Why it helps to confer with who performs the examination; the weightiest first. Doubt needs no other reason. */
export type ConferReason = 'urgent' | 'no-standard' | 'disagreement' | 'judgement' | 'doubt';

/**
 * Why to confer about a draft: it cannot wait, there is no standard, recognised guidelines disagree (within a
 * recommendation, or two that speak about the draft), or it is a matter of judgement. Where the guidelines settle it, the
 * clinician may still be in doubt.
 */
export function whyConfer(assessment: Assessment, guidelines: readonly Guideline[]): ConferReason {
  const { verdict, urgency, guidance } = assessment;
  if (urgency === 'emergency' || urgency === 'same-day') return 'urgent';
  if (verdict === 'no-standard') return 'no-standard';
  if (disagreementsOn(assessment, guidelines).length > 0 || isSplit(guidance)) return 'disagreement';
  return verdict === 'may-be-appropriate' ? 'judgement' : 'doubt';
}

/** What recognised guidelines say otherwise than the recommendations that speak. */
export function disagreementsOn(
  { guidance }: Assessment,
  guidelines: readonly Guideline[],
): Recommendation['disagrees'] {
  return spokenRecommendations(guidance, guidelines).flatMap(({ disagrees }) => disagrees);
}

/** The recommendations whose words are shown. */
export function spokenRecommendations(
  guidance: readonly Guidance[],
  guidelines: readonly Guideline[],
): readonly Recommendation[] {
  return guidance.flatMap(({ guideline, speaks }) => {
    const document = guidelines.find(({ id }) => id === guideline);
    const rungs = document ? [...document.recommendations, document.otherwise] : [];
    return rungs.filter(({ id }) => id === speaks);
  });
}

/** One guideline supports the draft, another advises against it. */
function isSplit(guidance: readonly Guidance[]): boolean {
  const says = (wanted: Guidance['verdict']) => guidance.some(({ verdict }) => verdict === wanted);
  return says('not-appropriate') && (says('appropriate') || says('may-be-appropriate'));
}
