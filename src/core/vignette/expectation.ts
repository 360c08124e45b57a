import type { Ruling } from '../decision/ruling.ts';
import type { Truth } from '../facts/truth.ts';
import type { Urgency, Verdict } from '../schema/rating.ts';
import type { Vignette } from '../schema/vignette.ts';

/** A vignette that did not come out as expected: what differs, a line each. Empty when it passes. */
export type VignetteDifference = readonly string[];

/** What came out for a vignette; what is seldom looked at is computed only then. */
export interface Outcome {
  /** What the vignette's own guideline says; null when it does not apply. */
  readonly ruling: Ruling | null;
  /** What all guidelines together say. */
  combined(): { readonly verdict: Verdict; readonly urgency: Urgency | null };
  /** The truth of one of the guideline's criteria; undefined when there is none of that id. */
  criterion(id: string): Truth | undefined;
}

/** What came out otherwise than expected; only what is listed is compared. */
export function compareExpectation(expect: Vignette['expect'], outcome: Outcome): VignetteDifference {
  const { ruling } = outcome;
  const found: string[] = [];
  const compare = (what: string, wanted: unknown, got: () => unknown): void => {
    if (wanted === undefined) return;
    const [one, other] = [JSON.stringify(wanted), JSON.stringify(got())];
    if (one !== other) found.push(`${what}: expected ${one}, got ${other}`);
  };
  compare('recommendation', expect.recommendation, () => ruling?.recommendation ?? null);
  compare('verdict', expect.verdict, () => ruling?.verdict ?? outcome.combined().verdict);
  compare('urgency', expect.urgency, () => ruling?.urgency ?? null);
  compare('asks', expect.asks && [...expect.asks].sort(), () => [...(ruling?.asks ?? [])].sort());
  for (const fact of expect.asksAlso ?? [])
    if (!ruling?.asks.includes(fact))
      found.push(`asks: expected "${fact}" among ${JSON.stringify(ruling?.asks ?? [])}`);
  for (const [order, rating] of Object.entries(expect.ratings ?? {}))
    compare(`rating of ${order}`, rating, () => ruling?.ratings[order]);
  for (const [id, truth] of Object.entries(expect.criteria ?? {}))
    compare(`criterion ${id}`, truth, () => outcome.criterion(id));
  compare('combined verdict', expect.combined?.verdict, () => outcome.combined().verdict);
  compare('combined urgency', expect.combined?.urgency, () => outcome.combined().urgency);
  return found;
}
