import type { Finding } from '../../core/guideline/finding.ts';
import type { Library } from '../../core/guideline/library.ts';
import { didYouMean } from '../../core/guideline/remark.ts';
import { checkLibrary } from '../../library/check.ts';
import { readRuleFiles } from '../../library/disk.ts';
import { guidelineIds } from '../../library/read.ts';
import type { RulesCommand } from '../rules.ts';
import { findingLines } from './print-findings.ts';

/**
 * `rules [-- check [<id>]]`: checks every rule file and runs every vignette, or those of one guideline. Exit status 1 when
 * anything is wrong (warnings alone are not), 2 on a wrong call.
 */
export const checkRules: RulesCommand = async (args, rulesFolder, streams) => {
  const files = await readRuleFiles(rulesFolder);
  const [only, ...more] = args;
  const ids = guidelineIds(files);
  if (more.length > 0) {
    streams.error('Give one guideline, or none to check everything: npm run rules -- check [<id>]');
    return 2;
  }
  if (only !== undefined && !ids.includes(only)) {
    streams.error(`There is no guideline "${only}". ${didYouMean(only, ids) ?? `There is: ${ids.join(', ')}.`}`);
    return 2;
  }
  const { library, findings, passed } = await checkLibrary(files, {
    now: new Date().toISOString(),
    ...(only === undefined ? {} : { only }),
  });
  for (const line of findingLines(findings)) streams.error(line);
  for (const line of summary(library, only)) streams.out(line);
  streams.out(`${count(passed, 'vignette')} ${passed === 1 ? 'passes' : 'pass'}. ${total(findings)}`);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
};

/** Which guidelines are in service, and what the site has changed. */
function summary({ guidelines, quarantined }: Library, only: string | undefined): readonly string[] {
  const shown = guidelines.map(({ document }) => document).filter(({ id }) => only === undefined || id === only);
  const out = quarantined.filter(({ id }) => only === undefined || id === only);
  const names = [
    ...shown.map(({ id, version, status }) => `${id} ${version}${status === 'retired' ? ' (retired)' : ''}`),
    ...out.map(({ id }) => `${id} (out of service)`),
  ];
  const changes = shown.flatMap(({ id, local = [] }) =>
    local.map(
      ({ parameter, was, value, unit, source }) =>
        `Changed locally: ${id}, ${parameter}: ${value} ${unit} instead of ${was} (${source})`,
    ),
  );
  return [`Guidelines: ${names.join(', ') || 'none'}`, ...changes];
}

function total(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const files = new Set(findings.map(({ file }) => file)).size;
  const where = files > 0 ? ` in ${count(files, 'file')}` : '';
  return `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}${where}.`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
