import type { Alternative, Assessment } from './guidance.ts';

/**
 * The other examinations that stand above the draft's for this scenario: all of the best rating. None where the draft's is as good, or
 * where nothing but an open answer tells them apart.
 */
export function betterThanDraft({
  verdict,
  alternatives,
}: Pick<Assessment, 'verdict' | 'alternatives'>): readonly Alternative[] {
  const best = alternatives[0]?.rating;
  const isBetter =
    best === 'appropriate' ? verdict !== best : best === 'may-be-appropriate' && verdict === 'not-appropriate';
  return isBetter ? alternatives.filter(({ rating }) => rating === best) : [];
}
