import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { libraryModules } from './library-modules.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The author's page, built by itself into the same folder as the app: it carries the editor and the schema library, and what
 * it uses of the shared pieces must not make the widget's chunks larger.
 */
export default defineConfig({
  root: here('..'),
  publicDir: false,
  plugins: [libraryModules()],
  build: {
    target: 'es2022',
    outDir: here('../dist'),
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2500,
    rolldownOptions: { input: { workbench: here('../workbench.html') } },
  },
});
