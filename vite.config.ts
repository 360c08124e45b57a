import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { rulesPlugin } from './scripts/rules-plugin.ts';
import { securityHeaders } from './scripts/security-headers.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [
    rulesPlugin(here('./rules')),
    {
      // The page makes its own FHIR requests (If-Match, batch, time-outs): of fhirclient it needs the launch only.
      name: 'fhirclient-without-client',
      enforce: 'pre',
      resolveId: (source, importer) =>
        source === './Client' && importer?.includes('/fhirclient/lib/') ? here('./stubs/fhirclient-client.cjs') : null,
    },
  ],
  // fhirclient's own switch: leaves out its fetch and AbortController polyfills, which every supported browser has.
  define: { 'typeof FHIRCLIENT_PURE': '"boolean"', FHIRCLIENT_PURE: 'true' },
  resolve: {
    alias: [
      // Rules have no `path`; jsonpath-plus would bring `new Function` into a page whose policy forbids it.
      { find: 'jsonpath-plus', replacement: here('./stubs/jsonpath-plus.js') },
      // What json-rules-engine brings for listeners and for facts with parameters, neither of which are used.
      { find: 'eventemitter2', replacement: here('./stubs/eventemitter2.js') },
      { find: 'hash-it', replacement: here('./stubs/hash-it.js') },
      // fhirclient's debug log: nothing clinical may be logged.
      { find: /^debug$/, replacement: here('./stubs/debug.cjs') },
    ],
  },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: here('./index.html'), launch: here('./launch.html') } },
  },
  preview: { headers: securityHeaders(readFileSync(here('./public/site.json'), 'utf8')) },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/rules/**/*.test.ts', 'tests/architecture.test.ts'],
        },
      },
      { extends: true, test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/setup/global.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
