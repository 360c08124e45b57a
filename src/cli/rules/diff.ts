import { type BehaviourDiff, compareBehaviour } from '../../core/analysis/behaviour.ts';
import { type DemandedStep, demandedStep, isMajor, isRaised, neededFrom } from '../../core/analysis/version-step.ts';
import type { CompiledGuideline } from '../../core/guideline/compile.ts';
import { type Finding, findingOf } from '../../core/guideline/finding.ts';
import type { Vocabulary } from '../../core/guideline/library.ts';
import { lintChangelog, versionNotRaised } from '../../core/guideline/lint/changelog.ts';
import { buildLibrary } from '../../library/build.ts';
import type { RulesCommand } from '../rules.ts';
import type { Streams } from '../streams.ts';
import { type CliWords, da } from '../words/da.ts';
import { en } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
import { type ChosenGuideline, chooseGuidelines } from './chosen-guidelines.ts';
import { answerSentence, diffLines } from './diff-lines.ts';
import { type History, openHistory } from './git-history.ts';
import { findingLines } from './print-findings.ts';

/**
 * `rules -- diff [<id>] [--from <git revision>]`: which kinds of patients get another answer or question than before, and
 * the version step that demands. "Before" is the last commit in which the guideline had another version; for a guideline in its
 * first version, named alone, the last commit. Exit status 1 when the version was raised too little or the changelog lacks its
 * entry, 2 on a wrong call, 0 (in words) where the history has nothing to compare with.
 */
export const diffRules: RulesCommand = async (args, rulesFolder, streams, speech) => {
  const words = speech.words.diff;
  const call = readArguments(args);
  if (call === null) {
    streams.error(words.usage);
    return 2;
  }
  const chosen = await chooseGuidelines(call.ids, rulesFolder, streams, speech);
  if (chosen === null) return 2;
  const history = await openHistory(rulesFolder);
  if ('why' in history) {
    streams.out(words.nothingCompared(words[history.why]));
    return 0;
  }
  let findings = 0;
  for (const one of chosen.guidelines) {
    const baseline = await baselineOf(history, one, call, words);
    if ('why' in baseline) streams.out(words.notCompared(one.guideline.document.id, baseline.why));
    else findings += await compareWith(history, baseline, one, chosen.library.vocabulary, streams, speech);
  }
  return findings > 0 ? 1 : 0;
};

interface Call {
  readonly ids: readonly string[];
  readonly from: string | null;
}

function readArguments(args: readonly string[]): Call | null {
  const at = args.indexOf('--from');
  const from = at < 0 ? null : args[at + 1];
  const ids = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
  if (from === undefined || ids.length > 1 || ids.some((id) => id.startsWith('--'))) return null;
  return { ids, from };
}

interface Baseline {
  readonly commit: string;
  /** False where there is no other version yet: then no step can be too small. */
  readonly binding: boolean;
}

async function baselineOf(
  history: History,
  { guideline: { document } }: ChosenGuideline,
  { ids, from }: Call,
  words: CliWords['diff'],
): Promise<Baseline | { readonly why: string }> {
  const ends = history.shallow ? words.shallow : '';
  if (from !== null) {
    const commit = await history.resolve(from);
    return commit === null ? { why: `${words.noRevision(from)}${ends}` } : { commit, binding: true };
  }
  const other = await history.lastWithOtherVersion(document.id, document.version);
  if (other !== null) return { commit: other, binding: true };
  const head = await history.resolve('HEAD');
  if (head !== null && ids.length > 0) return { commit: head, binding: false };
  return { why: `${words.noOtherVersion(document.version)}${ends}` };
}

/** Prints the comparison with a commit; gives how many findings it has. */
async function compareWith(
  history: History,
  { commit, binding }: Baseline,
  { guideline, file, located, changelog }: ChosenGuideline,
  vocabulary: Vocabulary,
  { out, error }: Pick<Streams, 'out' | 'error'>,
  speech: Speech,
): Promise<number> {
  const words = speech.words.diff;
  const { id, version } = guideline.document;
  const at = commit.slice(0, 9);
  const files = await history.filesAt(commit, id);
  if (files[`${id}/guideline.json`] === undefined) {
    out(words.isNew(id, version, at));
    return 0;
  }
  const built = buildLibrary(files).library;
  const before = built.guidelines[0];
  if (before === undefined) {
    out(words.notCompared(id, words.unreadable(at, built.quarantined[0]?.reasons[0] ?? '')));
    return 0;
  }
  const earlier = before.document.version;
  out(words.heading(id, earlier, at, version));
  const diff = compareBehaviour(before, guideline);
  if (diff === null) {
    out(`  ${words.undecided}`);
    return 0;
  }
  const definitions = { ...built.vocabulary.facts, ...vocabulary.facts };
  for (const line of diffLines(diff, definitions, speech.words)) out(`  ${line}`);
  const step = demandedStep(before.document, guideline.document, diff);
  for (const line of vocabularyLines(before, guideline, words)) out(`  ${line}`);
  out(`  ${stepWords(earlier, step, words)}`);
  if (!binding) {
    out(`  ${words.firstVersion(version)}`);
    return 0;
  }
  const remarks = [...lintChangelog(guideline.document, changelog)];
  if (!isRaised(earlier, version, step)) remarks.push(tooSmall(earlier, version, step, diff, definitions));
  const findings = remarks.map((remark): Finding => findingOf(remark, file, located));
  for (const line of findingLines(findings, speech)) error(line);
  return findings.length;
}

function tooSmall(
  earlier: string,
  version: string,
  step: DemandedStep,
  { answers }: BehaviourDiff,
  definitions: Vocabulary['facts'],
) {
  const telling = answers.find(isMajor) ?? answers[0];
  const because = telling ? answerSentence(telling, definitions) : { da: da.diff.onlyWords, en: en.diff.onlyWords };
  return versionNotRaised(version, earlier, neededFrom(earlier, step) ?? 'patch', because);
}

function stepWords(earlier: string, step: DemandedStep, words: CliWords['diff']): string {
  if (step === null) return words.noStep;
  return words.step(step, neededFrom(earlier, step) ?? step);
}

/** Facts whose definition in the vocabulary is another: said, but not part of the guideline's own version. */
function vocabularyLines(
  before: CompiledGuideline,
  after: CompiledGuideline,
  words: CliWords['diff'],
): readonly string[] {
  const changed = Object.entries(after.facts).filter(([fact, definition]) => {
    const earlier = before.facts[fact];
    return earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(definition);
  });
  if (changed.length === 0) return [];
  return [words.vocabulary(changed.map(([fact]) => fact).join(', '))];
}
