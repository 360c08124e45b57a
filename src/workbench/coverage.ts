import type { Path } from '../core/analysis/condition-site.ts';
import { coverageOf } from '../core/analysis/coverage.ts';
import type { Truth } from '../core/facts/truth.ts';
import type { CompiledGuideline } from '../core/guideline/compile.ts';
import type { VignettesDocument } from '../core/schema/vignette.ts';

/** A comparison in the guideline's text, and what the vignettes have not shown of it. */
export interface Shown {
  readonly path: Path;
  readonly fact: string;
  /** Truths in which no vignette has it. */
  readonly unseen: readonly Truth[];
  /** Whether in some pair of vignettes it alone changes the answer. */
  readonly flips: boolean;
}

/** What the vignettes have shown of every comparison, in the text's order; the same as `npm run rules -- coverage`. */
export function shownOf(guideline: CompiledGuideline, vignettes: VignettesDocument): readonly Shown[] {
  const truths: readonly Truth[] = ['true', 'false', 'unknown'];
  return coverageOf(guideline, vignettes).leaves.map(({ path, leaf, seen, pair }) => ({
    path,
    fact: leaf.fact,
    unseen: truths.filter((truth) => seen[truth] === null),
    flips: pair !== null,
  }));
}

/** Whether nothing is missing: seen true, false and unknown, and deciding alone. */
export function isCovered({ unseen, flips }: Shown): boolean {
  return unseen.length === 0 && flips;
}
