import { type Finding, findingOf } from '../core/guideline/finding.ts';
import type { Library, Vocabulary } from '../core/guideline/library.ts';
import { lintReview } from '../core/guideline/lint/approval.ts';
import { lintChangelog } from '../core/guideline/lint/changelog.ts';
import { lintVignettes } from '../core/guideline/lint/vignettes.ts';
import { changeLocally, type LocalChange } from '../core/guideline/site.ts';
import type { Guideline } from '../core/schema/guideline.ts';
import type { LocatedJson } from '../core/schema/located.ts';
import type { VignettesDocument } from '../core/schema/vignette.ts';
import type { People } from '../core/vignette/case.ts';
import { buildLibrary, type RuleFiles } from '../library/build.ts';
import { readGuideline, readSite, readVignettes } from '../library/read.ts';
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

/** How the site uses a guideline otherwise than it was written. */
export interface LocalUse {
  readonly changes: readonly LocalChange[];
  /** Why it is not used here; null where it is. */
  readonly retired: string | null;
}

/** What stands still while one guideline is edited. */
export interface Ground {
  /** All rule files as shipped, without a site's changes: a guideline is written for everybody. */
  readonly files: RuleFiles;
  readonly shipped: Library;
  /** What the site does otherwise, by guideline; left out of all that is worked out here, and said. */
  readonly local: ReadonlyMap<string, LocalUse>;
  /** The synthetic people that vignettes go through. */
  readonly people: People;
  /** ISO date-time. */
  readonly now: string;
}

/** The library as it shipped, without a site's changes. */
export function shippedGround(texts: RuleFiles, people: People, now: string): Ground {
  const { 'site.json': _site, ...files } = texts;
  const shipped = buildLibrary(files).library;
  const { guidelines } = readSite(texts).site;
  const local = shipped.guidelines.flatMap(({ document }): readonly (readonly [string, LocalUse])[] => {
    const changes = guidelines[document.id];
    if (!changes) return [];
    const { retired = null } = changes;
    return [[document.id, { changes: changeLocally(document, changes).local ?? [], retired }]];
  });
  return { files, shipped, local: new Map(local), people, now };
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
