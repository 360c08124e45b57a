import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Builds the EHR page by itself: it shares nothing with the app, as a real EHR would not. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  // Assets as files, so that the page runs under a policy without `data:` scripts and styles.
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
