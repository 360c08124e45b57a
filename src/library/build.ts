import { type CompiledGuideline, compileGuideline } from '../core/guideline/compile.ts';
import { type Finding, findingOf } from '../core/guideline/finding.ts';
import type { Library, QuarantinedGuideline, Vocabulary } from '../core/guideline/library.ts';
import { lintReach } from '../core/guideline/lint/reach.ts';
import { lintSiteChanges, lintSiteGuidelines } from '../core/guideline/lint/site.ts';
import { lintGuideline } from '../core/guideline/lint.ts';
import type { Remark } from '../core/guideline/remark.ts';
import { changeLocally } from '../core/guideline/site.ts';
import { type RuleFiles as Files, guidelineIds, readGuideline, readSite, readVocabulary } from './read.ts';
import { readImaging } from './read-imaging.ts';

/** A rule file's text by its path inside the rules folder, e.g. `low-back-pain-imaging/guideline.json`. */
export type RuleFiles = Files;

/** The library, and everything wrong in the files it was built from. */
export interface BuiltLibrary {
  readonly library: Library;
  readonly findings: readonly Finding[];
}

/** What stands above every guideline. A fault in it leaves no guideline standing: none can be checked without it. */
interface Ground {
  readonly files: RuleFiles;
  readonly vocabulary: Vocabulary;
  readonly readable: boolean;
  readonly site: ReturnType<typeof readSite>;
}

/**
 * Builds the library, with the site's changes (rules/site.json) laid over it. A wrong guideline is quarantined by name and
 * the others go on, and so is one that the site changes wrongly: neither number may then be used. A wrong vocabulary or
 * an unreadable site file leaves no guideline standing.
 */
export function buildLibrary(files: RuleFiles): BuiltLibrary {
  const { vocabulary, readable, findings: inVocabulary } = readVocabulary(files);
  const site = readSite(files);
  const ids = guidelineIds(files);
  const below = [...inVocabulary, ...site.findings];
  const imaging = readImaging(files, vocabulary);
  const all: Finding[] = [
    ...below,
    ...(readable ? imaging.findings : []),
    ...inSite(site, lintSiteGuidelines(Object.keys(site.site.guidelines), ids)),
  ];
  const guidelines: CompiledGuideline[] = [];
  const quarantined: QuarantinedGuideline[] = [];
  for (const id of ids) {
    const { findings, guideline } = buildGuideline({ files, vocabulary, readable, site }, id);
    all.push(...findings);
    if (guideline && below.length === 0) guidelines.push(guideline);
    else quarantined.push({ id, reasons: [...findings.filter(isError), ...below].map(({ message }) => message.en) });
  }
  const beside = imaging.rules === null ? {} : { imaging: imaging.rules };
  return { library: { vocabulary, guidelines, quarantined, ...beside }, findings: all };
}

function buildGuideline(
  { files, vocabulary, readable, site }: Ground,
  id: string,
): { readonly findings: readonly Finding[]; readonly guideline?: CompiledGuideline } {
  const file = `rules/${id}/guideline.json`;
  const parsed = readGuideline(files, id);
  if (!parsed.ok) return { findings: parsed.findings };
  if (!readable) return { findings: [] };
  const { document, located } = parsed;
  const here = (remark: Remark): Finding => findingOf(remark, file, located);
  const findings = [
    ...(document.id === id ? [] : [here(differentNames(document.id, id))]),
    ...lintGuideline(document, vocabulary, file, located),
  ];
  if (findings.some(isError)) return { findings };
  const authored = compileGuideline(document, vocabulary);
  findings.push(...lintReach(authored).map(here));
  const changes = site.site.guidelines[id];
  if (findings.some(isError)) return { findings };
  if (!changes) return { findings, guideline: authored };
  const wrong = lintSiteChanges(document, changes, vocabulary);
  if (wrong.length > 0) return { findings: [...findings, ...inSite(site, wrong)] };
  const local = compileGuideline(changeLocally(document, changes), vocabulary);
  const dead = lintReach(local).map((remark) => ({ ...remark, path: ['guidelines', id, 'parameters'] }));
  return dead.length > 0 ? { findings: [...findings, ...inSite(site, dead)] } : { findings, guideline: local };
}

function inSite({ located }: Ground['site'], remarks: readonly Remark[]): readonly Finding[] {
  return remarks.map((remark) => findingOf(remark, 'rules/site.json', located));
}

function differentNames(id: string, folder: string): Remark {
  return {
    code: 'id-differs-from-folder',
    path: ['id'],
    message: {
      da: `Id er "${id}", men mappen hedder "${folder}".`,
      en: `The id is "${id}" but the folder is "${folder}".`,
    },
    remedy: {
      da: 'Giv mappen og retningslinjen det samme navn.',
      en: 'Give the folder and the guideline the same name.',
    },
  };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
