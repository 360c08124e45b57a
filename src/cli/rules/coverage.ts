import { coverageOf } from '../../core/analysis/coverage.ts';
import { isExplained, type Shortfall, shortfallsOf } from '../../core/analysis/shortfall.ts';
import { type Demand, percentOf, type Tally, talliesOf } from '../../core/analysis/tally.ts';
import type { RulesCommand } from '../rules.ts';
import type { CliWords } from '../words/da.ts';
import type { Speech } from '../words/speech.ts';
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
  const { words } = speech;
  for (const one of chosen.guidelines) {
    const coverage = coverageOf(one.guideline, one.vignettes);
    const shortfalls = shortfallsOf(one.guideline, one.vignettes, coverage);
    const tallies = talliesOf(coverage, shortfalls);
    missing += shortfalls.filter((shortfall) => !shortfall.impossible || !isExplained(one.changelog, shortfall)).length;
    const { version } = one.guideline.document;
    streams.out(`${coverage.guideline} ${version}, ${words.coverage.vignettes(coverage.vignettes)}`);
    for (const demand of DEMANDS) streams.out(demandLine(words.coverage, demand, tallies[demand]));
    for (const shortfall of shortfalls) for (const line of shortfallLines(one, shortfall, speech)) streams.out(line);
  }
  return missing > 0 ? 1 : 0;
};

const DEMANDS: readonly Demand[] = ['comparisons', 'criteria', 'recommendations', 'pairs'];

function demandLine({ demand, figures }: CliWords['coverage'], which: Demand, tally: Tally): string {
  const width = Math.max(...Object.values(demand).map(({ length }) => length));
  const percent = `${percentOf(tally)} %`.padStart(5);
  return `  ${demand[which].padEnd(width)} ${percent}  ${figures(tally.covered, tally.demanded, tally.impossible)}`;
}

function shortfallLines(
  { guideline, file, located, changelog }: ChosenGuideline,
  shortfall: Shortfall,
  { words, tell }: Speech,
): readonly string[] {
  const { path, message, drafts, impossible, about } = shortfall;
  const { coverage, addVignettes } = words;
  const { line, column } = located.locate(path);
  const why = isExplained(changelog, shortfall) ? coverage.explained : coverage.explain(about);
  return [
    `${file}:${line}:${column}  ${impossible ? coverage.impossible : coverage.notCovered}`,
    `  ${tell(message)}`,
    `  ${impossible ? `${coverage.proved} ${why}` : addVignettes}`,
    ...drafts.flatMap((draft) => draftLines(guideline, draft)).map((text) => `    ${text}`),
  ];
}
