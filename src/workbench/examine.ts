import { type Finding, findingOf } from '../core/guideline/finding.ts';
import type { Library, Vocabulary } from '../core/guideline/library.ts';
import { lintReview } from '../core/guideline/lint/approval.ts';
import { lintChangelog } from '../core/guideline/lint/changelog.ts';
import { lintVignettes } from '../core/guideline/lint/vignettes.ts';
import type { Guideline } from '../core/schema/guideline.ts';
import type { LocatedJson } from '../core/schema/located.ts';
import type { VignettesDocument } from '../core/schema/vignette.ts';
import type { People } from '../core/vignette/case.ts';
import { buildLibrary, type RuleFiles } from '../library/build.ts';
import { readGuideline, readVignettes } from '../library/read.ts';
import type { FileName } from './desk.ts';

/** A guideline's text as the command line's checker sees it. */
export interface ExaminedGuideline {
  readonly findings: readonly Finding[];
  /** The shipped library with this text in the guideline's place; null where the text has errors. */
  readonly library: Library | null;
}

/** The vignettes' text, and what is wrong with it. */
export interface ExaminedVignettes {
  readonly findings: readonly Finding[];
  readonly document: VignettesDocument | null;
  readonly located: LocatedJson | null;
}

/** What stands still while one guideline is edited. */
export interface Ground {
  /** All rule files as shipped, without a site's changes: a guideline is written for everybody. */
  readonly files: RuleFiles;
  readonly shipped: Library;
  /** The synthetic people that vignettes go through. */
  readonly people: People;
  /** ISO date-time. */
  readonly now: string;
}

/** The library as it shipped, without a site's changes. */
export function shippedGround({ 'site.json': _site, ...files }: RuleFiles, people: People, now: string): Ground {
  return { files, shipped: buildLibrary(files).library, people, now };
}

/** Parses, checks and compiles a guideline's text against the shipped vocabulary: the same as `npm run rules`. */
export function examineGuideline({ files, shipped, now }: Ground, id: string, text: string): ExaminedGuideline {
  const alone = { ...withoutGuidelines(files), [`${id}/guideline.json`]: text };
  const file = fileOf(id, 'guideline.json');
  const built = buildLibrary(alone);
  const findings = built.findings.filter((finding) => finding.file === file);
  const parsed = readGuideline(alone, id);
  if (parsed.ok) {
    const { document, located } = parsed;
    const remarks = [...lintReview(document, now), ...lintChangelog(document, files[`${id}/CHANGELOG.md`] ?? '')];
    findings.push(...remarks.map((remark) => findingOf(remark, file, located)));
  }
  const [guideline] = built.library.guidelines;
  if (!guideline) return { findings, library: null };
  const guidelines = [...shipped.guidelines.filter(({ document }) => document.id !== id), guideline].sort((one, two) =>
    one.document.id < two.document.id ? -1 : 1,
  );
  const quarantined = shipped.quarantined.filter((one) => one.id !== id);
  return { findings, library: { ...shipped, guidelines, quarantined } };
}

/** Parses and checks the vignettes' text; the ids they name are looked up in the guideline, where there is one. */
export function examineVignettes(
  vocabulary: Vocabulary,
  guideline: Guideline | null,
  id: string,
  people: readonly string[],
  text: string,
): ExaminedVignettes {
  const file = fileOf(id, 'vignettes.json');
  const parsed = readVignettes({ [`${id}/vignettes.json`]: text }, id);
  if (!parsed?.ok) return { findings: parsed?.findings ?? [], document: null, located: null };
  const { document, located } = parsed;
  const remarks = guideline ? lintVignettes(document, guideline, vocabulary, people) : [];
  const findings = remarks.map((remark) => findingOf(remark, file, located));
  return { findings, document: findings.some(isError) ? null : document, located };
}

/** A file's name as findings give it. */
export function fileOf(id: string, file: FileName): string {
  return `rules/${id}/${file}`;
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function withoutGuidelines(files: RuleFiles): RuleFiles {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('vocabulary/')));
}
