import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../src/core/analysis/coverage.ts';
import { isExplained, shortfallsOf } from '../../src/core/analysis/shortfall.ts';
import { percentOf, talliesOf } from '../../src/core/analysis/tally.ts';
import { shippedGuidelines } from './shipped.ts';

const { guidelines } = await shippedGuidelines();

describe.each(guidelines)('$id', ({ guideline, vignettes, changelog }) => {
  const coverage = coverageOf(guideline, vignettes);
  const shortfalls = shortfallsOf(guideline, vignettes, coverage);

  test('vignettes show every comparison and criterion true, false and unknown, every rung, every comparison deciding', () => {
    expect(shortfalls.filter(({ impossible }) => !impossible).map(({ message }) => message.en)).toEqual([]);
    const tallies = Object.entries(talliesOf(coverage, shortfalls));
    expect(tallies.map(([demand, tally]) => `${demand} ${percentOf(tally)} %`)).toEqual([
      'comparisons 100 %',
      'criteria 100 %',
      'recommendations 100 %',
      'pairs 100 %',
    ]);
  });

  test('the changelog explains what no vignette can show', () => {
    const impossible = shortfalls.filter((shortfall) => shortfall.impossible);
    const silent = impossible.filter((shortfall) => !isExplained(changelog, shortfall));
    expect(silent.map(({ about }) => about.join(', '))).toEqual([]);
  });
});
