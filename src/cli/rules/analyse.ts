import { analyseGuideline } from '../../core/analysis/analyse.ts';
import { compareExceptions } from '../../core/analysis/known-exception.ts';
import { screensTogether } from '../../core/analysis/together.ts';
import type { Finding } from '../../core/guideline/finding.ts';
import { parseDocument } from '../../core/guideline/parse.ts';
import { didYouMean } from '../../core/guideline/remark.ts';
import { exceptionsDocumentSchema, type KnownException } from '../../core/schema/exceptions.ts';
import { buildLibrary, type RuleFiles } from '../../library/build.ts';
import { readRuleFiles } from '../../library/disk.ts';
import type { RulesCommand } from '../rules.ts';
import { analysisReport, togetherLines } from './analysis-lines.ts';
import { findingLines } from './print-findings.ts';

/**
 * `rules -- analyse [<id>]`: proves or refutes what must hold of a guideline, as its author wrote it without a site's
 * changes, over all combinations of answers. Exit status 1 when something does not hold and is not a known exception (`rules/<id>/exceptions.json`), 2 on a wrong call.
 */
export const analyseRules: RulesCommand = async ([only], rulesFolder, streams) => {
  const { 'site.json': _site, ...files } = await readRuleFiles(rulesFolder);
  const { library } = buildLibrary(files);
  const ids = library.guidelines.map(({ document }) => document.id);
  if (only !== undefined && !ids.includes(only)) {
    streams.error(`There is no sound guideline "${only}". ${didYouMean(only, ids) ?? `There is: ${ids.join(', ')}.`}`);
    return 2;
  }
  let faults = 0;
  for (const { id, reasons } of library.quarantined.filter((one) => only === undefined || one.id === only)) {
    faults += 1;
    streams.error(`${id} cannot be analysed: ${reasons.join(' ')} Run "npm run rules -- check ${id}".`);
  }
  for (const guideline of library.guidelines) {
    const { id } = guideline.document;
    if (only !== undefined && id !== only) continue;
    const { exceptions, findings } = readExceptions(files, id);
    for (const line of findingLines(findings)) streams.error(line);
    const analysis = analyseGuideline(library, guideline);
    const found = { lowerings: analysis.lowerings ?? [], falls: analysis.urgencyFalls ?? [] };
    const report = analysisReport(
      analysis,
      compareExceptions(found, exceptions),
      library.vocabulary.facts,
      only !== undefined,
    );
    for (const line of report.lines) streams.out(line);
    streams.out('');
    faults += report.faults + findings.length;
  }
  if (only === undefined) for (const line of togetherLines(screensTogether(library))) streams.out(line);
  streams.out(faults === 0 ? 'No new exceptions.' : `${faults} new exception${faults === 1 ? '' : 's'}.`);
  return faults === 0 ? 0 : 1;
};

/** The known exceptions of a guideline; a guideline without the file has none. */
export function readExceptions(
  files: RuleFiles,
  id: string,
): { readonly exceptions: readonly KnownException[]; readonly findings: readonly Finding[] } {
  const text = files[`${id}/exceptions.json`];
  if (text === undefined) return { exceptions: [], findings: [] };
  const parsed = parseDocument(exceptionsDocumentSchema, `rules/${id}/exceptions.json`, text);
  return parsed.ok
    ? { exceptions: parsed.document.exceptions, findings: [] }
    : { exceptions: [], findings: parsed.findings };
}
