import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { rules, SHIPPED_RULES } from './rules-folder.ts';

const README = await readFile(join(SHIPPED_RULES, 'README.md'), 'utf8');

/** What README.md tells the author to write in a place, e.g. `vocabulary/orders.json`: the block of that name. */
export function blockFor(place: string): string {
  const [, block] = README.split(`\`\`\`json ${place}\n`);
  if (block === undefined) throw new Error(`rules/README.md has no block for ${place}`);
  return block.slice(0, block.indexOf('```'));
}

/** Writes in a file as a person would: puts a text before another that stands there once. */
async function insertBefore(path: string, anchor: string, text: string): Promise<void> {
  const before = await readFile(path, 'utf8');
  expect(before.split(anchor)).toHaveLength(2);
  await writeFile(
    path,
    before.replace(anchor, () => `${text.trimEnd()},\n${anchor}`),
  );
}

/** Writes over the top-level parts of a JSON file that the text gives. */
async function writeOver(path: string, text: string): Promise<void> {
  const before: object = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...before, ...JSON.parse(text) }, null, 2));
}

/** Does in a copy of the rules what README.md says in "Ten minutes: from nothing to a new guideline", and nothing else. */
export async function writeKneeMr(folder: string): Promise<void> {
  const facts = join(folder, 'vocabulary/facts.json');
  await rules(folder, 'new', 'knee-mr');
  await insertBefore(
    join(folder, 'vocabulary/orders.json'),
    '    "mr-lumbar-spine": {',
    blockFor('vocabulary/orders.json'),
  );
  const other = '        { "id": "other", "label": { "da": "Andet", "en": "Other" } }';
  await insertBefore(facts, other, blockFor('vocabulary/facts.json reason'));
  await insertBefore(facts, '    "age": {', blockFor('vocabulary/facts.json facts'));
  await writeOver(join(folder, 'knee-mr/guideline.json'), blockFor('knee-mr/guideline.json'));
  await writeOver(join(folder, 'knee-mr/vignettes.json'), blockFor('knee-mr/vignettes.json'));
}
