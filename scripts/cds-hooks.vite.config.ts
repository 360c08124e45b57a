import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { libraryModules } from './library-modules.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The CDS Hooks service as one file that Node runs as it is, with everything in it but the database's binary. Its engine is
 * the page's, without what nobody uses of it: events, keys of computed facts, and its log.
 */
export default defineConfig({
  root: at('..'),
  publicDir: false,
  plugins: [libraryModules()],
  ssr: { noExternal: true, external: ['libsql'] },
  build: {
    ssr: at('../src/cds-hooks/main.ts'),
    outDir: at('../build/cds-hooks'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
  },
});
