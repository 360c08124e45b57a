import { fileURLToPath } from 'node:url';
import type { People } from '../core/vignette/case.ts';
import { peopleFrom } from '../fhir/read-bundle.ts';
import { readJsonTexts } from '../library/disk.ts';

const FOLDER = fileURLToPath(new URL('../../sandbox/people', import.meta.url));

/** The sandbox's synthetic people, for vignettes that go the whole way from FHIR. Only their files are read. */
export async function sandboxPeople(): Promise<People> {
  const texts = Object.entries(await readJsonTexts(FOLDER));
  return peopleFrom(Object.fromEntries(texts.map(([name, text]) => [name, JSON.parse(text)])));
}
