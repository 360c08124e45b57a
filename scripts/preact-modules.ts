import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { stub } from './library-cuts.ts';
import { settle } from './library-modules.ts';
import { PREACT_SETTLED } from './preact-cuts.ts';

const FOLDER = fileURLToPath(new URL('../node_modules/preact/', import.meta.url));

/**
 * What is taken instead. Preact's published files are minified; its source, published beside them, says what it is for.
 */
const TAKEN: Readonly<Record<string, string>> = {
  preact: `${FOLDER}src/index.js`,
  'preact/hooks': `${FOLDER}hooks/src/index.js`,
  'preact/jsx-runtime': `${FOLDER}jsx-runtime/src/index.js`,
  'preact/jsx-dev-runtime': `${FOLDER}jsx-runtime/src/index.js`,
  '@preact/signals-core': stub('preact/signals-core.ts'),
};

/**
 * Preact as the page has it (docs/decisions/0006-size.md): from its source, without what the widget's views have no use
 * for, and with signals of its own. A build only: tests of views have Preact as published, and browser tests the page.
 */
export function preactModules(): Plugin {
  return {
    name: 'preact-modules',
    enforce: 'pre',
    apply: 'build',
    resolveId: (name) => TAKEN[name] ?? null,
    transform(code, id) {
      if (!id.startsWith(FOLDER)) return null;
      const settled = PREACT_SETTLED[id.slice(FOLDER.length)] ?? [];
      return { code: settled.reduce((text, [written, known]) => settle(text, written, known), code), map: null };
    },
  };
}
