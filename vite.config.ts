import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { guidelinePagesPlugin } from './scripts/guideline-pages-plugin.ts';
import { libraryModules } from './scripts/library-modules.ts';
import { pageChunks } from './scripts/page-chunks.ts';
import { preactModules } from './scripts/preact-modules.ts';
import { rulesPlugin } from './scripts/rules-plugin.ts';
import { securityHeaders } from './scripts/security-headers.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const chunks = pageChunks();

export default defineConfig({
  plugins: [
    rulesPlugin(here('./rules')),
    guidelinePagesPlugin(here('./rules')),
    libraryModules(),
    preactModules(),
    chunks.plugin,
  ],
  // fhirclient's own switch: leaves out its fetch and AbortController polyfills, which every supported browser has.
  define: { 'typeof FHIRCLIENT_PURE': '"boolean"', FHIRCLIENT_PURE: 'true' },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
    rolldownOptions: {
      input: { index: here('./index.html'), launch: here('./launch.html') },
      // What both pages use imports nothing that only one of them does, so no chunk waits for another in a circle.
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunks.nameOf, debugName: 'pages' }] },
      },
    },
  },
  preview: { headers: securityHeaders(readFileSync(here('./public/site.json'), 'utf8')) },
  test: {
    // What is polled comes at once, save on a busy machine: there the usual second is not enough.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Some of these run the whole checker: on a busy machine the usual 5 s are not enough.
          testTimeout: 20_000,
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/rules/**/*.test.ts', 'tests/architecture.test.ts'],
        },
      },
      {
        extends: true,
        // The engine as the page and the built CDS Hooks service have it, with stubs and all: the same laws must hold as for
        // the library as published. What is reachable (reach.property) is found without it.
        test: {
          name: 'page',
          include: [
            'tests/page/**/*.test.ts',
            'tests/unit/core/decision/{engine,decide,counterfactual}.property.test.ts',
            ...['tests/unit/smart/launch.test.ts', 'tests/unit/smart/session.test.ts'],
          ],
          server: { deps: { inline: ['json-rules-engine', 'fhirclient'] } },
        },
      },
      // What rests on dates, once more where it is another day: the answer is the same wherever the page is opened.
      ...['UTC', 'Pacific/Auckland', 'America/Los_Angeles'].map((zone) => ({
        extends: true as const,
        test: {
          name: zone,
          env: { TZ: zone },
          isolate: false,
          include: [
            'tests/unit/time-zone.test.ts',
            ...['date', 'readers/{age,observation,medication,dispense,imaging,s100b,coma-score,order-reason}'].map(
              (file) => `tests/unit/fhir/${file}.test.ts`,
            ),
          ],
        },
      })),
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
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
