import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { guidelinePages, PAGES_FOLDER } from '../guideline-pages.ts';
import type { RulesCommand } from '../rules.ts';

/**
 * `rules -- docs [FOLDER]`: writes each guideline's page in Danish and English, the list of them and their stylesheet to
 * a folder, `dist/guidelines` unless another is given.
 */
export const writeDocs: RulesCommand = async ([given], rulesFolder, streams) => {
  const folder = given === undefined ? join(rulesFolder, '..', 'dist', PAGES_FOLDER) : resolve(given);
  const pages = await guidelinePages(rulesFolder);
  await mkdir(folder, { recursive: true });
  for (const [name, text] of pages) {
    await writeFile(join(folder, name), text);
    streams.out(join(folder, name));
  }
  return 0;
};
