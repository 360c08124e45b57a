import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildAll } from '../scripts/serve.ts';
import { printTable } from './figures.ts';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const BUDGET = 60_000;

interface Chunk {
  readonly file: string;
  readonly imports: readonly string[];
  readonly css: readonly string[];
}

/** Size of the JavaScript and CSS that the widget needs from launch until guidance is on screen, guidelines included. */
export async function run(): Promise<void> {
  await buildAll();
  const chunks = readManifest(JSON.parse(readFileSync(`${DIST}.vite/manifest.json`, 'utf8')));
  const pages = ['launch.html', 'index.html'].flatMap((entry) => filesOf(entry, chunks));
  const [largest] = guidelineFiles(chunks);
  const files = new Set([...pages, ...(largest === undefined ? [] : [largest])]);
  const rows = [...files].map((file) => {
    const content = readFileSync(DIST + file);
    return { file, raw: content.length, gzip: gzipSync(content, { level: 9 }).length };
  });
  const total = rows.reduce((sum, { gzip }) => sum + gzip, 0);
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  console.log('\nSize until guidance: launch.html and index.html with everything they load at once');
  printTable([['file', 'minified', 'gzip'], ...rows.map(({ file, raw, gzip }) => [file, kB(raw), kB(gzip)])]);
  console.log(`  Total ${kB(total)} gzip; budget ${kB(BUDGET)}: ${total <= BUDGET ? 'kept' : 'BROKEN'}.`);
}

/** The modules of the guidelines, largest first: one order needs one of them, or two where two speak about it. */
function guidelineFiles(chunks: ReadonlyMap<string, Chunk>): readonly string[] {
  const files = [...chunks].filter(([key]) => /indikation-guideline\/[^/]+$/.test(key)).map(([, { file }]) => file);
  return files.sort((one, other) => readFileSync(DIST + other).length - readFileSync(DIST + one).length);
}

/** Vite's manifest, as far as it is used here (https://vite.dev/guide/backend-integration.html). */
function readManifest(manifest: unknown): ReadonlyMap<string, Chunk> {
  if (typeof manifest !== 'object' || manifest === null) throw new Error('dist/.vite/manifest.json is not a manifest');
  return new Map(
    Object.entries(manifest).map(([key, chunk]): [string, Chunk] => [
      key,
      { file: String(chunk.file), imports: chunk.imports ?? [], css: chunk.css ?? [] },
    ]),
  );
}

function filesOf(key: string, chunks: ReadonlyMap<string, Chunk>): readonly string[] {
  const chunk = chunks.get(key);
  if (!chunk) throw new Error(`the build has no "${key}"`);
  return [chunk.file, ...chunk.css, ...chunk.imports.flatMap((inner) => filesOf(inner, chunks))];
}
