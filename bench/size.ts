import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Chunks, filesOf, filesOfPage, readChunks } from '../scripts/built-files.ts';
import { buildAll } from '../scripts/serve.ts';
import { printTable } from './figures.ts';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const BUDGET = 60_000;

/**
 * The JavaScript and CSS that the widget needs from launch until guidance is on screen, in Danish, by their paths in what
 * was built: both pages with all they load at once, and the rules of an order; of the one that has most where none is
 * named. A browser test shows that no more is needed (tests/e2e/size.test.ts).
 */
export function filesUntilGuidance(order = ''): readonly string[] {
  const chunks = readChunks(DIST);
  const [rules = []] = rulesOf(order, chunks);
  return [
    ...new Set([...filesOfPage('launch.html', DIST, chunks), ...filesOfPage('index.html', DIST, chunks), ...rules]),
  ];
}

/** Size of the JavaScript and CSS that the widget needs from launch until guidance is on screen, guidelines included. */
export async function run(): Promise<void> {
  await buildAll();
  const rows = filesUntilGuidance().map((file) => {
    const content = readFileSync(DIST + file);
    return { file, raw: content.length, gzip: gzipSync(content, { level: 9 }).length };
  });
  const total = rows.reduce((sum, { gzip }) => sum + gzip, 0);
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  console.log('\nSize until guidance: launch.html, index.html and the rules of the order that has most, in Danish');
  printTable([['file', 'minified', 'gzip'], ...rows.map(({ file, raw, gzip }) => [file, kB(raw), kB(gzip)])]);
  console.log(`  Total ${kB(total)} gzip; budget ${kB(BUDGET)}: ${total <= BUDGET ? 'kept' : 'BROKEN'}.`);
}

/** The files of the rules of orders, largest first; those of one order where it is named by the first of its group. */
function rulesOf(order: string, chunks: Chunks): readonly (readonly string[])[] {
  const sizeOf = (files: readonly string[]) => files.reduce((sum, file) => sum + readFileSync(DIST + file).length, 0);
  const found = [...chunks].filter(([key]) => /indikation-order\/[^/]+$/.test(key) && key.endsWith(order));
  return found.map(([, { file }]) => filesOf(file, chunks)).sort((one, other) => sizeOf(other) - sizeOf(one));
}
