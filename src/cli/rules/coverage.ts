import { coverageOf, percentOf, tallies } from '../../core/analysis/coverage.ts';
import { type Shortfall, shortfallsOf } from '../../core/analysis/shortfall.ts';
import type { RulesCommand } from '../rules.ts';
import { type ChosenGuideline, chooseGuidelines } from './chosen-guidelines.ts';
import { draftLines } from './draft-lines.ts';

/**
 * `rules -- coverage [<id> …]`: what the vignettes show of each guideline, rounded down, and what they do not, with the
 * vignette that would. Exit status 1 when something is missing that a vignette could show; what is proved impossible to
 * show is listed, and belongs in the guideline's changelog.
 */
export const printCoverage: RulesCommand = async (args, rulesFolder, streams) => {
  const chosen = await chooseGuidelines(args, rulesFolder, streams);
  if (!chosen) return 2;
  let missing = 0;
  for (const one of chosen.guidelines) {
    const coverage = coverageOf(one.guideline, one.vignettes);
    const { comparisons, criteria, recommendations, pairs } = tallies(coverage);
    const shortfalls = shortfallsOf(one.guideline, one.vignettes, coverage);
    const impossible = shortfalls.filter((shortfall) => shortfall.impossible);
    missing += shortfalls.length - impossible.length;
    streams.out(`${coverage.guideline} ${one.guideline.document.version}, ${coverage.vignettes} vignettes`);
    for (const [what, tally] of [
      ['comparisons true, false, unknown', comparisons],
      ['criteria true, false, unknown', criteria],
      ['recommendations reached', recommendations],
      ['comparisons flip the outcome alone', pairs],
    ] as const) {
      const percent = `${percentOf(tally)} %`.padStart(5);
      streams.out(`  ${what.padEnd(34)} ${percent}  ${tally.covered} of ${tally.demanded}`);
    }
    if (impossible.length > 0) streams.out(`  of which no vignette can show (proved): ${impossible.length}`);
    for (const shortfall of shortfalls) for (const line of shortfallLines(one, shortfall)) streams.out(line);
  }
  return missing > 0 ? 1 : 0;
};

function shortfallLines(
  { guideline, file, located }: ChosenGuideline,
  { path, message, drafts, impossible }: Shortfall,
): readonly string[] {
  const { line, column } = located.locate(path);
  const remedy = impossible
    ? 'No vignette can: proved over all answers. Simplify the rule, or say in its changelog why it stands.'
    : 'Add to vignettes.json:';
  return [
    `${file}:${line}:${column}  ${impossible ? 'impossible' : 'not covered'}`,
    `  ${message}`,
    `  ${remedy}`,
    ...drafts.flatMap((draft) => draftLines(guideline, draft)).map((text) => `    ${text}`),
  ];
}
