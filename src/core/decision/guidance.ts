import type { Fact } from '../facts/fact.ts';
import type { Truth } from '../facts/truth.ts';
import type { QuarantinedGuideline } from '../guideline/library.ts';
import type { Rating, Urgency, Verdict } from '../schema/rating.ts';
import type { Text } from '../schema/text.ts';

/** A named criterion of the guideline, as it came out. */
export interface CriterionLine {
  readonly id: string;
  readonly label: Text;
  readonly truth: Truth;
  /** Whether the answer rests on it: turned, it would give another. */
  readonly decisive: boolean;
}

/** A fact the guideline uses, with its value and source. */
export interface FactLine {
  readonly id: string;
  readonly fact: Fact;
  /** Whether the answer rests on it: with another value the answer could be another. */
  readonly decisive: boolean;
}

/** Why: every criterion and every fact, decisive ones marked. */
export interface Justification {
  readonly criteria: readonly CriterionLine[];
  readonly facts: readonly FactLine[];
}

/** What one guideline says about the draft order. */
export interface Guidance {
  /** Id of the guideline. */
  readonly guideline: string;
  readonly version: string;
  /** The rung reached; null while the guideline is open. */
  readonly recommendation: string | null;
  /** Whose words are shown: the rung reached, or while open the most urgent rung that certainly holds; else null. */
  readonly speaks: string | null;
  readonly verdict: Verdict;
  readonly urgency: Urgency | null;
  /** Ratings of the rung reached; while open, those on which all reachable rungs agree. Author's order. */
  readonly ratings: Readonly<Record<string, Rating>>;
  /** Rungs that can still be the answer, in ladder order; one when decided. */
  readonly reachable: readonly string[];
  /** Whether it is yet unknown if the guideline applies at all. */
  readonly applies: 'yes' | 'unknown';
  /** Exactly the unknown facts that can still change which rung is reached; in the order to ask. */
  readonly asks: readonly string[];
  readonly justification: Justification;
}

/** One examination beside the draft, as it would be rated were it the draft. */
export interface Alternative {
  readonly order: string;
  readonly rating: Rating;
}

/** What all guidelines together say about the draft order. */
export interface Assessment {
  /** Order id of the vocabulary; null when the draft's examination is not one of them. */
  readonly order: string | null;
  readonly verdict: Verdict;
  readonly urgency: Urgency | null;
  readonly guidance: readonly Guidance[];
  /** The other examinations rated for this scenario, best first. */
  readonly alternatives: readonly Alternative[];
  /** Guidelines that could not be used: a wrong file, or the engine failed. Never silently left out. */
  readonly outOfService: readonly QuarantinedGuideline[];
}
