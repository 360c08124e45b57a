import { fileURLToPath } from 'node:url';
import { type ChosenGuideline, chooseGuidelines } from '../src/cli/rules/chosen-guidelines.ts';
import { speechIn } from '../src/cli/words/speech.ts';
import { coverageOf } from '../src/core/analysis/coverage.ts';
import { mutate } from '../src/core/analysis/mutation.ts';
import { shortfallsOf } from '../src/core/analysis/shortfall.ts';
import { percentOf, talliesOf } from '../src/core/analysis/tally.ts';
import type { Library } from '../src/core/guideline/library.ts';
import { printAnalysis } from './analysis.ts';
import { printTable } from './figures.ts';

const RULES = fileURLToPath(new URL('../rules', import.meta.url));

interface Shipped {
  readonly library: Library;
  readonly guidelines: readonly ChosenGuideline[];
}

/** What the author's tools find in the shipped guidelines, and what it takes. Each part prints its own table. */
const PARTS: readonly ((shipped: Shipped) => void)[] = [printVignettes, printAnalysis];

export async function run(): Promise<void> {
  const shipped = await chooseGuidelines([], RULES, { error: (line) => console.error(line) }, speechIn('en'));
  if (!shipped) throw new Error('the shipped guidelines cannot be read: run "npm run rules"');
  for (const print of PARTS) print(shipped);
}

function printVignettes({ library, guidelines }: Shipped): void {
  const total = { vignettes: 0, comparisons: 0, mutants: 0, killed: 0, equivalent: 0, ms: 0 };
  const rows = guidelines.map(({ guideline, vignettes }) => {
    const start = performance.now();
    const coverage = coverageOf(guideline, vignettes);
    const tallies = talliesOf(coverage, shortfallsOf(guideline, vignettes, coverage));
    const { killed, equivalent, survivors, undecided } = mutate(library, guideline, vignettes);
    const ms = performance.now() - start;
    const mutants = killed.length + equivalent.length + survivors.length + undecided.length;
    total.vignettes += coverage.vignettes;
    total.comparisons += coverage.leaves.length;
    total.mutants += mutants;
    total.killed += killed.length;
    total.equivalent += equivalent.length;
    total.ms += ms;
    const share = Math.min(...Object.values(tallies).map(percentOf));
    const counts = [
      coverage.vignettes,
      coverage.leaves.length,
      `${share} %`,
      mutants,
      killed.length,
      equivalent.length,
    ];
    return [guideline.document.id, ...counts.map(String), seconds(ms)];
  });
  const { vignettes, comparisons, mutants, killed, equivalent, ms } = total;
  console.log('\nCoverage and mutation check of the shipped guidelines');
  printTable([
    ['guideline', 'vignettes', 'comparisons', 'covered', 'mutants', 'killed', 'proved equivalent', 'time'],
    ...rows,
    ['together', ...[vignettes, comparisons, '', mutants, killed, equivalent].map(String), seconds(ms)],
  ]);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
