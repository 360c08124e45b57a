import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { idSchema } from '../../core/schema/text.ts';
import { TEXT_FORMS } from '../../core/schema/text-form.ts';
import { checkLibrary } from '../../library/check.ts';
import { readRuleFiles } from '../../library/disk.ts';
import { sandboxPeople } from '../people.ts';
import type { RulesCommand } from '../rules.ts';
import { newFiles } from './new-files.ts';
import { findingLines } from './print-findings.ts';

/**
 * `rules -- new <id>`: a folder with a guideline, vignettes and a changelog that pass the check as they stand, for the
 * author to write over. Never touches a folder that exists; writes nothing that would not pass. Exit status 2 on a wrong call.
 */
export const newGuideline: RulesCommand = async (args, rulesFolder, streams, speech) => {
  const { words, tell } = speech;
  const [id, ...more] = args;
  if (id === undefined || more.length > 0) {
    streams.error(words.new.usage);
    return 2;
  }
  if (!idSchema.safeParse(id).success) {
    streams.error(words.new.badId(id, tell(TEXT_FORMS.id)));
    return 2;
  }
  const folder = join(rulesFolder, id);
  if (await exists(folder)) {
    streams.error(words.new.exists(id));
    return 2;
  }
  const files = newFiles(id);
  const paths = Object.entries(files).map(([name, text]) => [`${id}/${name}`, text]);
  const before = await readRuleFiles(rulesFolder);
  const { findings } = await checkLibrary(
    { ...before, ...Object.fromEntries(paths) },
    { now: new Date().toISOString(), only: id, people: await sandboxPeople() },
  );
  if (findings.length > 0) {
    for (const line of findingLines(findings, speech)) streams.error(line);
    streams.error(words.new.notWritten(id));
    return 1;
  }
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  streams.out(words.new.written(Object.keys(files).map((name) => `rules/${id}/${name}`)));
  for (const line of words.new.next(id)) streams.out(line);
  return 0;
};

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
