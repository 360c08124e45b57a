import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { type BuiltLibrary, buildLibrary, type RuleFiles } from './build.ts';

/** Reads a rules folder and builds the library from it (Node). */
export async function loadLibrary(rulesFolder: string): Promise<BuiltLibrary> {
  return buildLibrary(await readRuleFiles(rulesFolder));
}

/** The text of every JSON file and changelog of a rules folder, by its path inside it with forward slashes. */
export async function readRuleFiles(rulesFolder: string): Promise<RuleFiles> {
  const entries = await readdir(rulesFolder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && (entry.name.endsWith('.json') || entry.name === 'CHANGELOG.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return Object.fromEntries(
    paths.map((path, index) => [relative(rulesFolder, path).split(sep).join('/'), texts[index] ?? '']),
  );
}

/** The text of every JSON file that stands in a folder itself, by its name without the ending. */
export async function readJsonTexts(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [basename(name, '.json'), texts[index] ?? '']));
}
