import type { Path } from '../core/analysis/condition-site.ts';
import { coverageOf, type LeafCoverage } from '../core/analysis/coverage.ts';
import { possiblePair } from '../core/analysis/decisive-pair.ts';
import { usualPatient } from '../core/analysis/patient-of.ts';
import type { Truth } from '../core/facts/truth.ts';
import type { CompiledGuideline } from '../core/guideline/compile.ts';
import type { VignettesDocument } from '../core/schema/vignette.ts';

/** A comparison in the guideline's text, and what the vignettes have not shown of it. */
export interface Shown {
  readonly path: Path;
  readonly fact: string;
  /** Truths in which no vignette has it. */
  readonly unseen: readonly Truth[];
  /** Whether in some pair of vignettes it alone changes the answer; `cannot` where it is proved that none can. */
  readonly flips: 'yes' | 'no' | 'cannot';
}

/** Each proof looks over the whole space of answers: with more missing than this, vignettes are wanted, not proofs. */
const MOST_PROOFS = 5;

/** What the vignettes have shown of every comparison, in the text's order; the same as `npm run rules -- coverage`. */
export function shownOf(guideline: CompiledGuideline, vignettes: VignettesDocument): readonly Shown[] {
  const { leaves } = coverageOf(guideline, vignettes);
  const open = leaves.filter((leaf) => unseenOf(leaf).length === 0 && leaf.pair === null);
  const usual = usualPatient(guideline, vignettes);
  const cannot = new Set(
    (open.length > MOST_PROOFS ? [] : open).filter((leaf) => {
      const pair = possiblePair(guideline, leaf, usual);
      return !pair.possible && pair.exhaustive;
    }),
  );
  return leaves.map((leaf) => ({
    path: leaf.path,
    fact: leaf.leaf.fact,
    unseen: unseenOf(leaf),
    flips: leaf.pair !== null ? 'yes' : cannot.has(leaf) ? 'cannot' : 'no',
  }));
}

function unseenOf({ seen }: LeafCoverage): readonly Truth[] {
  const truths: readonly Truth[] = ['true', 'false', 'unknown'];
  return truths.filter((truth) => seen[truth] === null);
}

/** Whether nothing is missing that a vignette could show: seen true, false and unknown, and deciding alone. */
export function isCovered({ unseen, flips }: Shown): boolean {
  return unseen.length === 0 && flips !== 'no';
}
