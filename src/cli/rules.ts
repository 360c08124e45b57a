import { didYouMean } from '../core/guideline/remark.ts';
import type { Streams } from './streams.ts';

/** One of the author's commands: its arguments, the rules folder, where to write; gives the exit status. */
export type RulesCommand = (args: readonly string[], rulesFolder: string, streams: Streams) => Promise<number>;

const COMMANDS: Readonly<Record<string, () => Promise<RulesCommand>>> = {
  coverage: async () => (await import('./rules/coverage.ts')).printCoverage,
  mutate: async () => (await import('./rules/mutate.ts')).mutateRules,
  check: async () => (await import('./rules/check.ts')).checkRules,
  new: async () => (await import('./rules/new.ts')).newGuideline,
  diff: async () => (await import('./rules/diff.ts')).diffRules,
  analyse: async () => (await import('./rules/analyse.ts')).analyseRules,
  docs: async () => (await import('./rules/docs.ts')).writeDocs,
};

/** `npm run rules [-- <command> …]`: without a command, checks everything. Unknown command: exit status 2 and what there is. */
export async function runRules(args: readonly string[], rulesFolder: string, streams: Streams): Promise<number> {
  const [name = 'check', ...rest] = args;
  const load = COMMANDS[name];
  if (load) return (await load())(rest, rulesFolder, streams);
  const known = Object.keys(COMMANDS);
  streams.error(`Unknown command "${name}". ${didYouMean(name, known) ?? `Known: ${known.join(', ')}.`}`);
  return 2;
}
