import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The CDS Hooks service as one file that Node runs as it is, with everything in it but the database's binary. */
export default defineConfig({
  root: at('..'),
  publicDir: false,
  ssr: { noExternal: true, external: ['libsql'] },
  build: {
    ssr: at('../src/cds-hooks/main.ts'),
    outDir: at('../build/cds-hooks'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
  },
});
