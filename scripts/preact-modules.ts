import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { settle } from './library-modules.ts';
import { PREACT_SETTLED } from './preact-cuts.ts';

const FOLDER = fileURLToPath(new URL('../node_modules/preact/', import.meta.url));

/** Preact's published files are minified; its source, published beside them, says what it is for. */
const SOURCES: Readonly<Record<string, string>> = {
  preact: 'src/index.js',
  'preact/hooks': 'hooks/src/index.js',
  'preact/jsx-runtime': 'jsx-runtime/src/index.js',
  'preact/jsx-dev-runtime': 'jsx-runtime/src/index.js',
};

/**
 * Preact as the page has it (docs/decisions/0006-size.md): from its source, without what the widget's views have no use
 * for. A build only: tests of views have Preact as published, and browser tests the page.
 */
export function preactModules(): Plugin {
  return {
    name: 'preact-modules',
    enforce: 'pre',
    apply: 'build',
    resolveId: (name) => (SOURCES[name] === undefined ? null : FOLDER + SOURCES[name]),
    transform(code, id) {
      if (!id.startsWith(FOLDER)) return null;
      const settled = PREACT_SETTLED[id.slice(FOLDER.length)] ?? [];
      return { code: settled.reduce((text, [written, known]) => settle(text, written, known), code), map: null };
    },
  };
}
