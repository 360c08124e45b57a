import type { Guideline, Recommendation } from '../schema/guideline.ts';
import type { Guidance } from './guidance.ts';

/**
 * The recommendations that a guideline's verdict is from: the one that speaks; while it is open, all that can still be
 * the answer, since they agree on the verdict. None while there is no verdict.
 */
export function verdictFrom(
  { recommendations, otherwise }: Guideline,
  { speaks, verdict, reachable }: Pick<Guidance, 'speaks' | 'verdict' | 'reachable'>,
): readonly Recommendation[] {
  const rungs = [...recommendations, otherwise];
  if (speaks !== null) return rungs.filter(({ id }) => id === speaks);
  return verdict === 'undetermined' ? [] : rungs.filter(({ id }) => reachable.includes(id));
}
