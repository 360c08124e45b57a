import { type Finding, findingOf } from '../core/guideline/finding.ts';
import type { Library } from '../core/guideline/library.ts';
import { lintReview } from '../core/guideline/lint/approval.ts';
import { lintChangelog } from '../core/guideline/lint/changelog.ts';
import { lintUnusedFacts } from '../core/guideline/lint/unused.ts';
import { lintVignettes } from '../core/guideline/lint/vignettes.ts';
import { didYouMean, type Remark } from '../core/guideline/remark.ts';
import type { People } from '../core/vignette/case.ts';
import { failing } from '../core/vignette/failing.ts';
import { runVignette } from '../core/vignette/run.ts';
import { buildLibrary } from './build.ts';
import { guidelineIds, type RuleFiles, readGuideline, readVignettes, readVocabulary } from './read.ts';

/** What the check of a rules folder gives. */
export interface CheckedRules {
  /** As the app uses it: with the site's changes. */
  readonly library: Library;
  readonly findings: readonly Finding[];
  /** Vignettes that came out as expected. */
  readonly passed: number;
}

/**
 * Checks everything: the files' shape and meaning, dates against `now` (ISO), changelogs, and every vignette. Vignettes
 * are run on the guidelines as their authors wrote them, without the site's changes: they test the guideline, not the site.
 * With `only`, the one guideline and what keeps it out of use. `people` are those that vignettes go through.
 */
export async function checkLibrary(
  files: RuleFiles,
  { now, only, people }: { readonly now: string; readonly only?: string; readonly people: People },
): Promise<CheckedRules> {
  const { library, findings } = buildLibrary(files);
  const { 'site.json': _site, ...authored } = files;
  const ground = { files, library: buildLibrary(authored).library, vocabulary: readVocabulary(files), now, people };
  const ids = guidelineIds(files).filter((id) => only === undefined || id === only);
  const found: Finding[] = [
    ...findings,
    ...strangeFiles(files),
    ...(findings.some(isError) ? [] : unusedFacts(ground)),
  ].filter(
    ({ file, severity }) =>
      only === undefined || file.startsWith(`rules/${only}/`) || (severity === 'error' && isShared(file)),
  );
  let passed = 0;
  for (const id of ids) {
    const checked = await checkFolder(ground, id);
    found.push(...checked.findings);
    passed += checked.passed;
  }
  return { library, findings: found, passed };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function isShared(file: string): boolean {
  return file.startsWith('rules/vocabulary/') || file === 'rules/site.json';
}

/** What every folder is checked against. */
interface Ground {
  readonly files: RuleFiles;
  /** The guidelines as their authors wrote them. */
  readonly library: Library;
  readonly vocabulary: ReturnType<typeof readVocabulary>;
  readonly now: string;
  readonly people: People;
}

async function checkFolder({ files, library, vocabulary, now, people }: Ground, id: string) {
  const findings: Finding[] = [];
  const guideline = readGuideline(files, id);
  if (!guideline.ok) return { findings, passed: 0 };
  const { document } = guideline;
  const remarks = [...lintReview(document, now), ...lintChangelog(document, files[`${id}/CHANGELOG.md`] ?? '')];
  findings.push(...remarks.map((remark) => findingOf(remark, `rules/${id}/guideline.json`, guideline.located)));
  const file = `rules/${id}/vignettes.json`;
  const parsed = readVignettes(files, id);
  if (parsed === null) return { findings: [...findings, findingOf(missingVignettes(id), file)], passed: 0 };
  if (!parsed.ok) return { findings: [...findings, ...parsed.findings], passed: 0 };
  const { document: vignettes, located } = parsed;
  const wrong = vocabulary.readable ? lintVignettes(vignettes, document, vocabulary.vocabulary, people.names) : [];
  findings.push(...wrong.map((remark) => findingOf(remark, file, located)));
  const inService = library.guidelines.some((compiled) => compiled.document.id === id);
  if (!inService || document.status === 'retired' || wrong.some(({ path }) => path[0] !== 'vignettes'))
    return { findings, passed: 0 };
  let passed = 0;
  for (const [index, vignette] of vignettes.vignettes.entries()) {
    const path = ['vignettes', index];
    if (wrong.some((remark) => remark.path[1] === index)) continue;
    const differences = await runVignette(library, document, people, vignettes, vignette);
    if (differences.length === 0) passed += 1;
    else findings.push(findingOf(failing(vignette.name, differences, path), file, located));
  }
  return { findings, passed };
}

function missingVignettes(id: string): Remark {
  const message = {
    da: `Retningslinjen har ingen sygehistorier: der er ingen rules/${id}/vignettes.json.`,
    en: `The guideline has no vignettes: there is no rules/${id}/vignettes.json.`,
  };
  const remedy = {
    da: 'Skriv de tilfælde, den skal svare rigtigt på, sammen med reglen.',
    en: 'Write the cases it must get right, with the rule.',
  };
  return { code: 'vignettes-missing', path: [], message, remedy };
}

/** Facts that no guideline uses: only right when nothing else is wrong, since a misspelt use leaves its fact unused. */
function unusedFacts({ files, vocabulary: { vocabulary, located } }: Ground): readonly Finding[] {
  const guidelines = guidelineIds(files).map((id) => readGuideline(files, id));
  const documents = guidelines.flatMap((parsed) => (parsed.ok ? [parsed.document] : []));
  const remarks = lintUnusedFacts(vocabulary, documents);
  return remarks.map((remark) => findingOf(remark, 'rules/vocabulary/facts.json', located));
}

const READ =
  /^(site\.json|schema\/.*|vocabulary\/((facts|orders|examinations|earlier-imaging|safety|reasons)|value-sets\/[^/]+)\.json|[^/]+\/(guideline\.json|vignettes\.json|exceptions\.json|CHANGELOG\.md))$/;
const NAMES = [
  ...['guideline.json', 'vignettes.json', 'site.json'],
  ...['facts.json', 'orders.json', 'examinations.json', 'earlier-imaging.json', 'safety.json', 'reasons.json'],
];

/** Files that nothing reads: a guideline in a misspelt file would be missing in silence. */
function strangeFiles(files: RuleFiles): readonly Finding[] {
  const strange = Object.keys(files).filter((path) => !READ.test(path));
  return strange.map((path) => {
    const name = path.split('/').at(-1) ?? path;
    const remedy = didYouMean(name, NAMES) ?? {
      da: 'Flyt eller fjern den; rules/README.md siger, hvad der hører til hvor.',
      en: 'Move or remove it; rules/README.md says what belongs where.',
    };
    const message = { da: 'Intet læser en fil af dette navn her.', en: 'Nothing reads a file of this name here.' };
    return findingOf({ code: 'unknown-file', path: [], message, remedy }, `rules/${path}`);
  });
}
