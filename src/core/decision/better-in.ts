import type { Recommendation } from '../schema/guideline.ts';
import { RATINGS, type Verdict } from '../schema/rating.ts';
import { betterThanDraft } from './better.ts';
import type { Alternative } from './guidance.ts';

/** What one recommendation by itself rates above an examination that it gives this verdict. */
export function betterIn(
  { ratings }: Pick<Recommendation, 'ratings'>,
  order: string,
  verdict: Verdict,
): readonly Alternative[] {
  const others = Object.entries(ratings).filter(([other]) => other !== order);
  const alternatives = others.map(([other, rating]) => ({ order: other, rating }));
  alternatives.sort((one, two) => RATINGS.indexOf(one.rating) - RATINGS.indexOf(two.rating));
  return betterThanDraft({ verdict, alternatives });
}
