import { analyseGuideline } from '../../core/analysis/analyse.ts';
import { compareExceptions } from '../../core/analysis/known-exception.ts';
import { screensTogether } from '../../core/analysis/together.ts';
import type { Finding } from '../../core/guideline/finding.ts';
import { parseDocument } from '../../core/guideline/parse.ts';
import { exceptionsDocumentSchema, type KnownException } from '../../core/schema/exceptions.ts';
import { readRuleFiles } from '../../library/disk.ts';
import type { RuleFiles } from '../../library/read.ts';
import type { RulesCommand } from '../rules.ts';
import { analysisReport, togetherLines } from './analysis-lines.ts';
import { chooseGuidelines } from './chosen-guidelines.ts';
import { findingLines } from './print-findings.ts';

/**
 * `rules -- analyse [<id>]`: proves or refutes what must hold of a guideline, as its author wrote it without a site's
 * changes, over all combinations of answers. Exit status 1 when something does not hold and is not a known exception
 * (`rules/<id>/exceptions.json`), 2 on a wrong call or a guideline that is out of service.
 */
export const analyseRules: RulesCommand = async (ids, rulesFolder, streams, speech) => {
  const chosen = await chooseGuidelines(ids, rulesFolder, streams, speech);
  if (chosen === null) return 2;
  const { library, guidelines } = chosen;
  const files = await readRuleFiles(rulesFolder);
  let faults = 0;
  for (const { guideline } of guidelines) {
    const { exceptions, findings } = readExceptions(files, guideline.document.id);
    for (const line of findingLines(findings, speech)) streams.error(line);
    const analysis = analyseGuideline(library, guideline);
    const found = { lowerings: analysis.lowerings ?? [], falls: analysis.urgencyFalls ?? [] };
    const compared = compareExceptions(found, exceptions);
    const report = analysisReport(analysis, compared, library.vocabulary.facts, ids.length > 0, speech);
    for (const line of report.lines) streams.out(line);
    streams.out('');
    faults += report.faults + findings.length;
  }
  if (ids.length === 0) for (const line of togetherLines(screensTogether(library), speech)) streams.out(line);
  streams.out(speech.words.analyse.fresh(faults));
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
