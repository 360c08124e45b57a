import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Builds the CDS Hooks service for Node, unless what is built is newer than everything it is built from. */
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}

const built = statSync(at('../build/cds-hooks/main.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = Math.max(
  ...['core', 'fhir', 'i18n', 'library', 'smart', 'cds-hooks'].map((room) => newest(at(`../src/${room}`))),
  newest(at('../stubs')),
  ...['../package-lock.json', './cds-hooks.vite.config.ts', './library-modules.ts', './library-cuts.ts'].map(
    (file) => statSync(at(file)).mtimeMs,
  ),
);
if (sources > built) {
  const { build } = await import('vite');
  await build({ configFile: at('./cds-hooks.vite.config.ts'), logLevel: 'warn' });
}
