import type { Finding } from '../../core/guideline/finding.ts';
import type { Library } from '../../core/guideline/library.ts';
import { didYouMean } from '../../core/guideline/remark.ts';
import { checkLibrary } from '../../library/check.ts';
import { readRuleFiles } from '../../library/disk.ts';
import { guidelineIds } from '../../library/read.ts';
import { sandboxPeople } from '../people.ts';
import type { RulesCommand } from '../rules.ts';
import type { CliWords } from '../words/da.ts';
import { findingLines } from './print-findings.ts';

/**
 * `rules [-- check [<id>]]`: checks every rule file and runs every vignette, or those of one guideline. Exit status 1 when
 * anything is wrong (warnings alone are not), 2 on a wrong call.
 */
export const checkRules: RulesCommand = async (args, rulesFolder, streams, speech) => {
  const { words, tell } = speech;
  const files = await readRuleFiles(rulesFolder);
  const [only, ...more] = args;
  const ids = guidelineIds(files);
  if (more.length > 0) {
    streams.error(words.check.usage);
    return 2;
  }
  if (only !== undefined && !ids.includes(only)) {
    const near = didYouMean(only, ids);
    streams.error(`${words.noGuideline(only)} ${near ? tell(near) : words.known(ids)}`);
    return 2;
  }
  const { library, findings, passed } = await checkLibrary(files, {
    now: new Date().toISOString(),
    people: await sandboxPeople(),
    ...(only === undefined ? {} : { only }),
  });
  for (const line of findingLines(findings, speech)) streams.error(line);
  for (const line of summary(library, only, words.check)) streams.out(line);
  streams.out(`${words.check.passed(passed)} ${total(findings, words.check)}`);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
};

/** Which guidelines are in service, and what the site has changed. */
function summary(
  { guidelines, quarantined }: Library,
  only: string | undefined,
  words: CliWords['check'],
): readonly string[] {
  const shown = guidelines.map(({ document }) => document).filter(({ id }) => only === undefined || id === only);
  const out = quarantined.filter(({ id }) => only === undefined || id === only);
  const names = [
    ...shown.map(({ id, version, status }) => `${id} ${version}${status === 'retired' ? ` (${words.retired})` : ''}`),
    ...out.map(({ id }) => `${id} (${words.outOfService})`),
  ];
  const changes = shown.flatMap(({ id, local = [] }) =>
    local.map(({ parameter, was, value, unit, source }) => words.local(id, parameter, `${value} ${unit}`, was, source)),
  );
  return [words.guidelines(names), ...changes];
}

function total(findings: readonly Finding[], words: CliWords['check']): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return words.total(errors, findings.length - errors, new Set(findings.map(({ file }) => file)).size);
}
