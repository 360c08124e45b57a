import type { Ruling } from '../decision/ruling.ts';
import type { Truth } from '../facts/truth.ts';
import type { Urgency, Verdict } from '../schema/rating.ts';
import type { Vignette } from '../schema/vignette.ts';

/** What of an outcome is compared. `draft-orders`: how many a person has, of whom exactly one can be judged. */
export type ComparedPart =
  | 'draft-orders'
  | 'applies'
  | 'recommendation'
  | 'verdict'
  | 'urgency'
  | 'asks'
  | 'asks-also'
  | 'rating'
  | 'criterion'
  | 'combined-verdict'
  | 'combined-urgency';

/** In what a vignette came out otherwise than expected. */
export interface Difference {
  readonly part: ComparedPart;
  /** The examination whose rating, or the criterion whose truth, is meant. */
  readonly id?: string;
  /** JSON values; null means "none". */
  readonly expected: unknown;
  readonly got: unknown;
}

/** What came out for a vignette; what is seldom looked at is computed only then. */
export interface Outcome {
  /** What the vignette's own guideline says; null when it does not apply. */
  readonly ruling: Ruling | null;
  /** What all guidelines together say. */
  combined(): { readonly verdict: Verdict; readonly urgency: Urgency | null };
  /** The truth of one of the guideline's criteria; undefined when there is none of that id. */
  criterion(id: string): Truth | undefined;
}

/** What came out otherwise than expected; only what is listed is compared. Empty when the vignette passes. */
export function compareExpectation(expect: Vignette['expect'], outcome: Outcome): readonly Difference[] {
  const { ruling } = outcome;
  const found: Difference[] = [];
  const compare = (part: ComparedPart, expected: unknown, gotten: () => unknown, id?: string): void => {
    if (expected === undefined) return;
    const got = gotten() ?? null;
    if (JSON.stringify(expected) !== JSON.stringify(got))
      found.push({ part, ...(id === undefined ? {} : { id }), expected, got });
  };
  const asks = [...(ruling?.asks ?? [])].sort();
  compare('recommendation', expect.recommendation, () => ruling?.recommendation);
  compare('verdict', expect.verdict, () => ruling?.verdict ?? outcome.combined().verdict);
  compare('urgency', expect.urgency, () => ruling?.urgency);
  compare('asks', expect.asks && [...expect.asks].sort(), () => asks);
  for (const fact of expect.asksAlso ?? [])
    if (!asks.includes(fact)) found.push({ part: 'asks-also', expected: fact, got: asks });
  for (const [order, rating] of Object.entries(expect.ratings ?? {}))
    compare('rating', rating, () => ruling?.ratings[order], order);
  for (const [id, truth] of Object.entries(expect.criteria ?? {}))
    compare('criterion', truth, () => outcome.criterion(id), id);
  compare('combined-verdict', expect.combined?.verdict, () => outcome.combined().verdict);
  compare('combined-urgency', expect.combined?.urgency, () => outcome.combined().urgency);
  return found;
}
