import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assess } from '../src/core/decision/assess.ts';
import type { Facts } from '../src/core/facts/fact.ts';
import { parseDocument } from '../src/core/guideline/parse.ts';
import { vignettesDocumentSchema } from '../src/core/schema/vignette.ts';
import { givenFacts } from '../src/core/vignette/case.ts';
import { loadLibrary } from '../src/library/disk.ts';
import { percentile, printTable } from './figures.ts';

const RULES = fileURLToPath(new URL('../rules', import.meta.url));
const ROUNDS = 20;

/** Time to decide all shipped guidelines on one patient, over the patients of all vignettes. */
export async function run(): Promise<void> {
  const { library } = await loadLibrary(RULES);
  const patients: { facts: Facts; order: string }[] = [];
  for (const { document } of library.guidelines) {
    const file = join(RULES, document.id, 'vignettes.json');
    const parsed = parseDocument(vignettesDocumentSchema, file, await readFile(file, 'utf8'));
    if (!parsed.ok) throw new Error(`${file} cannot be read: run "npm run rules"`);
    const { given, order, vignettes } = parsed.document;
    for (const vignette of vignettes)
      if (vignette.person === undefined)
        patients.push({ facts: givenFacts({ ...given, ...vignette.given }), order: vignette.order ?? order });
  }
  const first = await time(() => assess(library, patients[0]?.facts ?? new Map(), patients[0]?.order ?? ''));
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { facts, order } of patients) {
      const taken = await time(() => assess(library, facts, order));
      if (round > 0) samples.push(taken);
    }
  const ms = (value: number): string => `${value.toFixed(2)} ms`;
  console.log(
    `\nDeciding ${library.guidelines.length} shipped guideline(s): ${patients.length} patients, ${samples.length} decisions, warm`,
  );
  printTable([
    ['first in the process', 'median', '95th percentile', 'slowest'],
    [ms(first), ms(percentile(samples, 0.5)), ms(percentile(samples, 0.95)), ms(percentile(samples, 1))],
  ]);
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
