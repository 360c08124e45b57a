import { didYouMean } from '../core/guideline/remark.ts';
import type { Streams } from './streams.ts';
import { readLanguage, type Speech } from './words/speech.ts';

/** One of the author's commands: its arguments, the rules folder, where to write and in which language; gives the exit status. */
export type RulesCommand = (
  args: readonly string[],
  rulesFolder: string,
  streams: Streams,
  speech: Speech,
) => Promise<number>;

const COMMANDS: Readonly<Record<string, () => Promise<RulesCommand>>> = {
  coverage: async () => (await import('./rules/coverage.ts')).printCoverage,
  mutate: async () => (await import('./rules/mutate.ts')).mutateRules,
  check: async () => (await import('./rules/check.ts')).checkRules,
  new: async () => (await import('./rules/new.ts')).newGuideline,
  diff: async () => (await import('./rules/diff.ts')).diffRules,
  analyse: async () => (await import('./rules/analyse.ts')).analyseRules,
  docs: async () => (await import('./rules/docs.ts')).writeDocs,
};

/**
 * `npm run rules [-- <command> … [--language en]]`: without a command, checks everything; speaks Danish unless asked for
 * English. Unknown command or language: exit status 2 and what there is.
 */
export async function runRules(args: readonly string[], rulesFolder: string, streams: Streams): Promise<number> {
  const { speech, rest: given, unknown } = readLanguage(args);
  const { words, tell } = speech;
  if (unknown !== null) {
    streams.error(words.unknownLanguage(unknown));
    return 2;
  }
  const [name = 'check', ...rest] = given;
  const load = COMMANDS[name];
  if (load) return (await load())(rest, rulesFolder, streams, speech);
  const known = Object.keys(COMMANDS);
  const near = didYouMean(name, known);
  streams.error(`${words.unknownCommand(name)} ${near ? tell(near) : words.known(known)}`);
  return 2;
}
