import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { filesOfPageEver, readChunks } from './built-files.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const DIST = here('../dist/');

/** The service worker, built after the app: it names the app's files, and its version is a hash of them and of the page. */
export default defineConfig((): UserConfig => {
  const files = filesOfPageEver('index.html', DIST, readChunks(DIST));
  const version = createHash('sha256')
    .update(readFileSync(`${DIST}index.html`))
    .update(files.join())
    .digest('hex');
  return {
    root: here('..'),
    publicDir: false,
    define: { FILES: JSON.stringify(files), VERSION: JSON.stringify(version.slice(0, 16)) },
    build: {
      target: 'es2022',
      outDir: DIST,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: { 'service-worker': here('../src/offline/service-worker.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  };
});
