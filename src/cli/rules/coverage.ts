import { coverageOf } from '../../core/analysis/coverage.ts';
import { isExplained, type Shortfall, shortfallsOf } from '../../core/analysis/shortfall.ts';
import { type Demand, percentOf, type Tally, talliesOf } from '../../core/analysis/tally.ts';
import type { RulesCommand } from '../rules.ts';
import { type ChosenGuideline, chooseGuidelines } from './chosen-guidelines.ts';
import { draftLines } from './draft-lines.ts';

/**
 * `rules -- coverage [<id> …]`: what the vignettes show of each guideline, rounded down, and what they do not, with the
 * vignette that would. Exit status 1 when something is missing that a vignette could show, or is proved impossible to show and not
 * explained in the guideline's changelog.
 */
export const printCoverage: RulesCommand = async (args, rulesFolder, streams, speech) => {
  const chosen = await chooseGuidelines(args, rulesFolder, streams, speech);
  if (!chosen) return 2;
  let missing = 0;
  for (const one of chosen.guidelines) {
    const coverage = coverageOf(one.guideline, one.vignettes);
    const shortfalls = shortfallsOf(one.guideline, one.vignettes, coverage);
    const tallies = talliesOf(coverage, shortfalls);
    missing += shortfalls.filter((shortfall) => !shortfall.impossible || !isExplained(one.changelog, shortfall)).length;
    streams.out(`${coverage.guideline} ${one.guideline.document.version}, ${coverage.vignettes} vignettes`);
    for (const [demand, words] of DEMANDS) streams.out(`  ${words.padEnd(34)} ${figures(tallies[demand])}`);
    for (const shortfall of shortfalls) for (const line of shortfallLines(one, shortfall)) streams.out(line);
  }
  return missing > 0 ? 1 : 0;
};

const DEMANDS: readonly (readonly [Demand, string])[] = [
  ['comparisons', 'comparisons true, false, unknown'],
  ['criteria', 'criteria true, false, unknown'],
  ['recommendations', 'recommendations reached'],
  ['pairs', 'comparisons flip the outcome alone'],
];

function figures(tally: Tally): string {
  const { covered, demanded, impossible } = tally;
  const apart = impossible > 0 ? `, and ${impossible} that no vignette can show (proved, below)` : '';
  return `${`${percentOf(tally)} %`.padStart(5)}  ${covered} of ${demanded}${apart}`;
}

function shortfallLines(
  { guideline, file, located, changelog }: ChosenGuideline,
  shortfall: Shortfall,
): readonly string[] {
  const { path, message, drafts, impossible } = shortfall;
  const { line, column } = located.locate(path);
  return [
    `${file}:${line}:${column}  ${impossible ? 'impossible' : 'not covered'}`,
    `  ${message}`,
    `  ${impossible ? explanation(changelog, shortfall) : 'Add to vignettes.json:'}`,
    ...drafts.flatMap((draft) => draftLines(guideline, draft)).map((text) => `    ${text}`),
  ];
}

function explanation(changelog: string, shortfall: Shortfall): string {
  const proved = 'No vignette can: proved over all answers.';
  if (isExplained(changelog, shortfall)) return `${proved} The changelog says why it stands.`;
  const names = shortfall.about.map((id) => `\`${id}\``).join(' and ');
  return `${proved} Simplify the rule, or say in CHANGELOG.md why it stands, naming ${names}.`;
}
