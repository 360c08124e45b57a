import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
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
  const samples: Taken[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { facts, order } of patients) {
      const taken = await time(() => assess(library, facts, order));
      if (round > 0) samples.push(taken);
    }
  const ms = (value: number): string => `${value.toFixed(2)} ms`;
  const row = (name: string, of: keyof Taken): readonly string[] => {
    const taken = samples.map((sample) => sample[of]);
    return [name, ms(first[of]), ...[0.5, 0.95, 1].map((share) => ms(percentile(taken, share)))];
  };
  console.log(
    `\nDeciding ${library.guidelines.length} shipped guideline(s): ${patients.length} patients, ${samples.length} decisions, warm; load on the machine ${loadavg()[0]?.toFixed(1)}`,
  );
  printTable([
    ['', 'first in the process', 'median', '95th percentile', 'slowest'],
    row('by the clock', 'elapsed'),
    row('of the processor', 'processor'),
  ]);
}

/** Milliseconds by the clock, in which other work on the machine counts, and of the processor, in which it hardly does. */
interface Taken {
  readonly elapsed: number;
  readonly processor: number;
}

async function time(work: () => Promise<unknown>): Promise<Taken> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const elapsed = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { elapsed, processor: (user + system) / 1000 };
}
