import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
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
