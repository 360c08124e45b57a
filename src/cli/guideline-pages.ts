import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from '../core/guideline/parse.ts';
import { valueSetSchema } from '../core/schema/value-set.ts';
import { type VignettesDocument, vignettesDocumentSchema } from '../core/schema/vignette.ts';
import { guidelinePage, indexPage, pageName, STYLESHEET } from '../docs/page.ts';
import type { GuidelineFiles } from '../docs/source.ts';
import { buildLibrary, type RuleFiles } from '../library/build.ts';
import { readRuleFiles } from '../library/disk.ts';

const STYLES = [
  '../ui/tokens.css',
  '../ui/base.css',
  '../ui/verdict.css',
  '../docs/guideline-page.css',
  '../docs/flow.css',
  '../docs/print.css',
];

/** The folder that the pages stand in, inside what is served. */
export const PAGES_FOLDER = 'guidelines';

/**
 * Every page of every sound guideline of a rules folder, with the list of them and their stylesheet, by file name. A
 * guideline that is out of service has no page. Nothing is written.
 */
export async function guidelinePages(rulesFolder: string): Promise<ReadonlyMap<string, string>> {
  const files = await readRuleFiles(rulesFolder);
  const { library } = buildLibrary(files);
  const codeLists = codeListTitles(files);
  const all = await Promise.all(
    library.guidelines.map(async (guideline): Promise<GuidelineFiles> => {
      const { id } = guideline.document;
      const changelog = await textOf(join(rulesFolder, id, 'CHANGELOG.md'));
      return { guideline, vocabulary: library.vocabulary, vignettes: vignettesOf(files, id), changelog, codeLists };
    }),
  );
  const pages = (['da', 'en'] as const).flatMap((language): [string, string][] => [
    [`index.${language}.html`, indexPage(all, language)],
    ...all.map((one): [string, string] => [
      pageName(one.guideline.document.id, language),
      guidelinePage(one, language),
    ]),
  ]);
  return new Map([...pages, [STYLESHEET, await stylesheet()]]);
}

function vignettesOf(files: RuleFiles, id: string): VignettesDocument | null {
  const file = `${id}/vignettes.json`;
  const parsed = parseDocument(vignettesDocumentSchema, `rules/${file}`, files[file] ?? '');
  return parsed.ok ? parsed.document : null;
}

function codeListTitles(files: RuleFiles): Readonly<Record<string, string>> {
  const titles = Object.entries(files).flatMap(([file, text]): [string, string][] => {
    const id = /^vocabulary\/value-sets\/(.+)\.json$/.exec(file)?.[1];
    if (id === undefined) return [];
    const parsed = parseDocument(valueSetSchema, `rules/${file}`, text);
    return parsed.ok ? [[id, parsed.document.title ?? parsed.document.name]] : [];
  });
  return Object.fromEntries(titles);
}

/** A file's text, null where there is no such file. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** One stylesheet: the app's own colours and verdicts, then what is the pages' own. */
async function stylesheet(): Promise<string> {
  const sheets = await Promise.all(
    STYLES.map((path) => readFile(fileURLToPath(new URL(path, import.meta.url)), 'utf8')),
  );
  return sheets.join('\n');
}
