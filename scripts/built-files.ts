import { readFileSync } from 'node:fs';

interface Chunk {
  readonly file: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly css: readonly string[];
  readonly assets: readonly string[];
}

/** The chunks of the build by their key in Vite's manifest. */
export type Chunks = ReadonlyMap<string, Chunk>;

/** Vite's manifest, as far as it is used here (https://vite.dev/guide/backend-integration.html). @throws where it is none */
export function readChunks(dist: string): Chunks {
  const manifest: unknown = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null) throw new Error('dist/.vite/manifest.json is not a manifest');
  return new Map(
    Object.entries(manifest).map(([key, chunk]): [string, Chunk] => [
      key,
      {
        file: String(chunk.file),
        imports: chunk.imports ?? [],
        dynamicImports: chunk.dynamicImports ?? [],
        css: chunk.css ?? [],
        assets: chunk.assets ?? [],
      },
    ]),
  );
}

/** Every script and style sheet that a page loads at once, by their paths in what was built. */
export function filesOfPage(page: string, dist: string, chunks: Chunks): readonly string[] {
  return [...new Set(namedBy(page, dist).flatMap((file) => filesOf(file, chunks)))];
}

/** The same, with all that it ever asks for. */
export function filesOfPageEver(page: string, dist: string, chunks: Chunks): readonly string[] {
  const reached = new Set<string>();
  const open = [...namedBy(page, dist)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const chunk = [...chunks.values()].find((one) => one.file === file);
    if (!chunk) continue;
    const next = [...chunk.imports, ...chunk.dynamicImports].flatMap((key) => chunks.get(key)?.file ?? []);
    open.push(...next, ...chunk.css, ...chunk.assets);
  }
  return [...reached].sort();
}

/** A file with all it imports at once. */
export function filesOf(file: string, chunks: Chunks): readonly string[] {
  const chunk = [...chunks.values()].find((one) => one.file === file);
  const imported = (chunk?.imports ?? []).flatMap((key) => chunks.get(key)?.file ?? []);
  return [file, ...(chunk?.css ?? []), ...imported.flatMap((inner) => filesOf(inner, chunks))];
}

/** The scripts and style sheets that a page names. */
function namedBy(page: string, dist: string): readonly string[] {
  const named = readFileSync(dist + page, 'utf8').matchAll(/<(?:script|link)\b[^>]* (?:src|href)="\/(assets\/[^"]+)"/g);
  return [...named].map(([, file = '']) => file);
}
