import { fileURLToPath } from 'node:url';
import { loadLibrary } from '../src/library/disk.ts';
import { fuzz } from '../tests/fuzz/fuzz-run.ts';
import { printTable } from './figures.ts';

const RESOURCES = 100_000;
const SEED = 20261128;

/** 100,000 random resources read for every fact: what was thrown, and what was known without support (both must be none). */
export async function run(): Promise<void> {
  const { library } = await loadLibrary(fileURLToPath(new URL('../rules', import.meta.url)));
  const started = performance.now();
  const { resources, records, known, broken } = fuzz(library, RESOURCES, SEED, (done) => {
    process.stderr.write(`  ${done} of ${RESOURCES} resources\n`);
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(`\nFuzzing: ${resources} random resources in ${records} records, each read two ways; seed ${SEED}`);
  printTable([
    ['facts known', 'thrown or without support', 'seconds', 'resources per second'],
    [String(known), String(broken.length), seconds.toFixed(1), (resources / seconds).toFixed(0)],
  ]);
  for (const { seed, what } of broken.slice(0, 10)) console.log(`  seed ${seed}: ${what}`);
  if (broken.length > 0) process.exitCode = 1;
}
