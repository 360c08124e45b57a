import type { ChosenGuideline } from '../src/cli/rules/chosen-guidelines.ts';
import { analyseGuideline } from '../src/core/analysis/analyse.ts';
import { screensTogether } from '../src/core/analysis/together.ts';
import type { Library } from '../src/core/guideline/library.ts';
import { printTable } from './figures.ts';

interface Shipped {
  readonly library: Library;
  readonly guidelines: readonly ChosenGuideline[];
}

/** How large the shipped guidelines are as diagrams, and what proving things of them takes. */
export function printAnalysis({ library, guidelines }: Shipped): void {
  let total = 0;
  const rows = guidelines.map(({ guideline }) => {
    const start = performance.now();
    const { facts, combinations, nodes, redFlags, screens } = analyseGuideline(library, guideline);
    const ms = performance.now() - start;
    total += ms;
    return [
      guideline.document.id,
      String(facts),
      combinations.toExponential(1),
      nodes === null ? 'too large' : String(nodes),
      String(redFlags?.length ?? '?'),
      screens ? `${screens.ageKnown.longest} / ${screens.ageKnown.median}` : '?',
      seconds(ms),
    ];
  });
  const start = performance.now();
  const groups = screensTogether(library);
  const ms = performance.now() - start;
  total += ms;
  console.log('\nAnalysis of the shipped guidelines over all combinations of answers');
  printTable([
    ['guideline', 'facts', 'combinations', 'diagram nodes', 'red flags', 'screens longest / median', 'time'],
    ...rows,
    ...groups.map(({ guidelines: together, screens }) => [
      together.join(' + '),
      '',
      '',
      '',
      '',
      screens ? `${screens.longest} / ${screens.median}` : '?',
      seconds(ms),
    ]),
    ['together', '', '', '', '', '', seconds(total)],
  ]);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
