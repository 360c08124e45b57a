import { readdirSync, readFileSync } from 'node:fs';
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

/** Names of what is Preact's own in its objects, `_children` and the like: no minifier may know that nobody else uses them. */
const OWN_NAME = /\b_+[a-z]\w*/gi;

/** What each is called on the page, the same in every build. */
function shortNames(): ReadonlyMap<string, string> {
  const files = ['src', 'src/diff', 'hooks/src', 'jsx-runtime/src'].flatMap((folder) =>
    readdirSync(FOLDER + folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(`${FOLDER}${folder}/${name}`, 'utf8')),
  );
  const names = new Set(files.flatMap((code) => code.match(OWN_NAME) ?? []));
  return new Map([...names].sort().map((name, index) => [name, `_${index.toString(36)}`]));
}

/**
 * Preact as the page has it (docs/decisions/0006-size.md): from its source, without what the widget's views have no use
 * for, and with signals of its own. A build only: tests of views have Preact as published, and browser tests the page.
 */
export function preactModules(): Plugin {
  const names = shortNames();
  return {
    name: 'preact-modules',
    enforce: 'pre',
    apply: 'build',
    resolveId: (name) => TAKEN[name] ?? null,
    transform(code, id) {
      if (!id.startsWith(FOLDER)) return null;
      const settled = PREACT_SETTLED[id.slice(FOLDER.length)] ?? [];
      const left = settled.reduce((text, [written, known]) => settle(text, written, known), code);
      return { code: left.replace(OWN_NAME, (name) => names.get(name) ?? name), map: null };
    },
  };
}
