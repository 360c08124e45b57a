import { readFile } from 'node:fs/promises';
import { isElement } from '../fhir/element.ts';
import { parseTelephones, type SiteTelephones } from '../smart/site-telephones.ts';

/**
 * The numbers in the app's site.json, which the page shows too; none where no file is named.
 * @throws Error that names the file and every member that is wrong: a number that somebody set must not be missing in silence
 */
export async function readTelephones(file: string): Promise<SiteTelephones> {
  if (file === '') return parseTelephones({});
  const site: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!isElement(site)) throw new Error(`${file} holds no JSON object.`);
  const telephones = parseTelephones(site);
  if (telephones.wrong.length > 0) throw new Error(`${file} is wrong at ${telephones.wrong.join(', ')}.`);
  return telephones;
}
