import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { idSchema } from '../../core/schema/text.ts';
import { checkLibrary } from '../../library/check.ts';
import { readRuleFiles } from '../../library/disk.ts';
import type { RulesCommand } from '../rules.ts';
import { newFiles } from './new-files.ts';
import { findingLines } from './print-findings.ts';

/**
 * `rules -- new <id>`: a folder with a guideline, vignettes and a changelog that pass the check as they stand, for the
 * author to write over. Never touches a folder that exists; writes nothing that would not pass. Exit status 2 on a wrong call.
 */
export const newGuideline: RulesCommand = async (args, rulesFolder, streams) => {
  const [id, ...more] = args;
  if (id === undefined || more.length > 0) {
    streams.error('Give the new guideline an id: npm run rules -- new <id>, e.g. knee-mr');
    return 2;
  }
  const wellFormed = idSchema.safeParse(id);
  if (!wellFormed.success) {
    streams.error(`"${id}" cannot be an id: ${wellFormed.error.issues[0]?.message ?? 'choose another'}.`);
    return 2;
  }
  const folder = join(rulesFolder, id);
  if (await exists(folder)) {
    streams.error(`rules/${id} exists already. Choose another id, or write in the files that are there.`);
    return 2;
  }
  const files = newFiles(id);
  const paths = Object.entries(files).map(([name, text]) => [`${id}/${name}`, text]);
  const before = await readRuleFiles(rulesFolder);
  const { findings } = await checkLibrary(
    { ...before, ...Object.fromEntries(paths) },
    { now: new Date().toISOString(), only: id },
  );
  if (findings.length > 0) {
    for (const line of findingLines(findings)) streams.error(line);
    streams.error(`Nothing was written: rules/${id} would not pass the check. Correct the above first.`);
    return 1;
  }
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  streams.out(
    `Written: ${Object.keys(files)
      .map((name) => `rules/${id}/${name}`)
      .join(', ')}.`,
  );
  streams.out('It passes the check as it stands, and speaks about nothing yet. Next:');
  streams.out('  1. Write over every text that says SKABELON; rules/README.md shows how.');
  streams.out(`  2. npm run rules -- check ${id}`);
  streams.out('  3. npm start, to see it as the clinician will');
  return 0;
};

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
