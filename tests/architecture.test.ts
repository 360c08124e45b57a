import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** What each room may import (design.md section 4): rooms of ours, and packages. */
const MAY_IMPORT: Readonly<
  Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>
> = {
  core: { rooms: [], packages: [] },
  fhir: { rooms: ['core'], packages: ['fhir/r4'] },
  i18n: { rooms: ['core', 'fhir', 'smart/port.ts'], packages: [] },
  library: {
    rooms: ['core'],
    packages: ['node:fs/promises', 'node:path', 'virtual:indikation-shelf', 'virtual:indikation-imaging'],
  },
  smart: { rooms: ['core', 'fhir'], packages: ['fhirclient', 'jose', 'fhir/r4'] },
  ui: { rooms: ['core', 'i18n'], packages: ['preact', '@preact/signals-core'] },
  widget: {
    rooms: ['core', 'fhir', 'smart', 'library', 'ui', 'i18n'],
    packages: [
      'preact',
      '@preact/signals-core',
      'fhir/r4',
      'virtual:indikation-resource-types',
      'virtual:indikation-by-reason',
    ],
  },
  offline: { rooms: [], packages: [] },
  docs: { rooms: ['core', 'i18n'], packages: [] },
  workbench: {
    rooms: ['core', 'fhir', 'library', 'ui', 'i18n'],
    packages: ['preact', '@preact/signals', '@codemirror', '@lezer'],
  },
  'cds-hooks': {
    rooms: [
      ...['core', 'fhir', 'library', 'i18n'],
      // Reading a FHIR server with a token is the same for app and service: these know `fetch` and nothing of a browser.
      ...['record', 'read-record', 'request', 'resource', 'search', 'searchset', 'site', 'site-telephones'].map(
        (name) => `smart/${name}.ts`,
      ),
    ],
    packages: ['node:', 'jose', 'libsql', 'prom-client', 'fhir/r4'],
  },
  cli: { rooms: ['core', 'fhir', 'library', 'i18n', 'docs'], packages: ['node:'] },
};

/** Packages that one place alone may import. */
const ONLY_IN: Readonly<Record<string, string>> = {
  'json-rules-engine': 'src/core/decision/engine.ts',
  zod: 'src/core/schema/',
  'jsonc-parser': 'src/core/schema/located.ts',
};

/** What may not stand in the pure rooms: clock, chance, console, process. */
const IMPURE = ['new Date(', 'Date.now', 'Math.random', 'console.', 'process.'];
/** What the widget's Preact and signals are without (scripts/preact-cuts.ts, stubs/preact); the rest the build refuses. */
const LEFT_OUT_OF_PREACT =
  /dangerouslySetInnerHTML|default(?:Value|Checked)=|\bstyle=|\bon\w+Capture=|\bxlink|className=|\bref=|<(?:template|math|foreignObject)\b|\bis=|\.(?:peek|subscribe)\(/;
const PURE_ROOMS = ['core', 'fhir', 'docs'];
const MOST_LINES = 400;

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
}

function sourceFiles(folder: string): readonly SourceFile[] {
  const found = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .filter((entry) => !/[\\/](node_modules|dist)([\\/]|$)/.test(entry.parentPath))
    .map((entry) => {
      const path = relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/');
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, text, imports: importsOf(text) };
    });
}

function importsOf(text: string): SourceFile['imports'] {
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+['"]([^'"]+)['"]/gm);
  const bare = text.matchAll(/(?:^\s*import|\bimport\()\s*['"]([^'"]+)['"]/gm);
  return [
    ...[...statements].map((match) => ({ from: match[2] ?? '', typeOnly: match[1] !== undefined })),
    ...[...bare].map((match) => ({ from: match[1] ?? '', typeOnly: false })),
  ];
}

const SOURCES = sourceFiles('src');

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** Where a relative import leads, from the root. */
function targetOf(file: SourceFile, from: string): string {
  return relative(ROOT, resolve(ROOT, dirname(file.path), from))
    .split(sep)
    .join('/');
}

describe('architecture', () => {
  test('every file of src stands in a room that has rules', () => {
    expect(SOURCES.length).toBeGreaterThan(20);
    expect(SOURCES.map(({ path }) => path).filter((path) => !(roomOf(path) in MAY_IMPORT))).toEqual([]);
  });

  test('imports between rooms point inward', () => {
    const wrong = SOURCES.flatMap((file) => {
      const allowed = MAY_IMPORT[roomOf(file.path)]?.rooms ?? [];
      return file.imports
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from }) => targetOf(file, from))
        .filter((target) => target.startsWith('src/') && roomOf(target) !== roomOf(file.path))
        .filter((target) => !allowed.some((room) => target === `src/${room}` || target.startsWith(`src/${room}/`)))
        .map((target) => `${file.path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('nothing under src reaches outside src, and the sandbox knows the app by URL only', () => {
    const outward = SOURCES.flatMap((file) =>
      file.imports
        .filter(({ from }) => from.startsWith('.') && !targetOf(file, from).startsWith('src/'))
        .map(({ from }) => `${file.path} imports ${from}`),
    );
    const inward = sourceFiles('sandbox').flatMap((file) =>
      file.imports
        .filter(({ from }) => from.startsWith('.') && !targetOf(file, from).startsWith('sandbox/'))
        .map(({ from }) => `${file.path} imports ${from}`),
    );
    expect([...outward, ...inward]).toEqual([]);
  });

  test('packages stand only where they belong', () => {
    const wrong = SOURCES.flatMap((file) => {
      const allowed = MAY_IMPORT[roomOf(file.path)]?.packages ?? [];
      return file.imports
        .filter(({ from }) => !from.startsWith('.'))
        .filter(({ from, typeOnly }) => {
          const only = typeOnly ? undefined : ONLY_IN[from];
          if (typeOnly && from in ONLY_IN) return false;
          if (only !== undefined) return !file.path.startsWith(only);
          return !allowed.some((name) => from === name || from.startsWith(name.endsWith(':') ? name : `${name}/`));
        })
        .map(({ from }) => `${file.path} imports ${from}`);
    });
    expect(wrong).toEqual([]);
  });

  test('outside core/schema, the schemas are imported as types only, but by what parses and writes rule files', () => {
    const parsers = ['src/library/read.ts', 'src/library/read-imaging.ts', 'src/cli/', 'src/core/guideline/parse.ts'];
    const runtimeSafe = ['rating.ts', 'role.ts', 'no-eval.ts', 'text-form.ts'].map((file) => `src/core/schema/${file}`);
    const wrong = SOURCES.filter(
      ({ path }) => !path.startsWith('src/core/schema/') && !parsers.some((ok) => path.startsWith(ok)),
    )
      .flatMap((file) => file.imports.filter(({ typeOnly }) => !typeOnly).map(({ from }) => ({ file, from })))
      .filter(({ from }) => from.startsWith('.'))
      .map(({ file, from }) => ({ file, target: targetOf(file, from) }))
      .filter(({ target }) => target.startsWith('src/core/schema/') && !runtimeSafe.includes(target))
      .map(({ file, target }) => `${file.path} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  test('the pure rooms know no clock, no chance, no console and no process', () => {
    const wrong = SOURCES.filter(({ path }) => PURE_ROOMS.includes(roomOf(path))).flatMap(({ path, text }) =>
      IMPURE.filter((word) => text.includes(word)).map((word) => `${path} holds ${word}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the widget uses nothing that the page leaves out of Preact', () => {
    const files = SOURCES.filter(({ path }) => ['ui', 'widget'].includes(roomOf(path)));
    const wrong = files.flatMap(({ path, text }) => {
      const used = LEFT_OUT_OF_PREACT.exec(text)?.[0];
      return used === undefined ? [] : [`${path} uses ${used}`];
    });
    expect(files.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  test('entry points never import each other', () => {
    const entries = SOURCES.filter(({ path }) => /\/(main|launch-page)\.tsx?$/.test(path)).map(({ path }) => path);
    const wrong = SOURCES.flatMap((file) =>
      file.imports
        .filter(({ from }) => from.startsWith('.') && entries.includes(targetOf(file, from)))
        .map(({ from }) => `${file.path} imports ${from}`),
    );
    expect(entries.length).toBeGreaterThan(1);
    expect(wrong).toEqual([]);
  });

  test('no file is past 400 lines, and none only passes on what others export', () => {
    const all = ['src', 'sandbox', 'tests', 'bench', 'scripts']
      .filter((folder) => existsSync(join(ROOT, folder)))
      .flatMap(sourceFiles);
    const long = all.filter(({ text }) => text.split('\n').length > MOST_LINES).map(({ path }) => path);
    const barrels = all.filter(({ text }) => /^export\s+(\*|\{[^}]*\})\s+from/m.test(text)).map(({ path }) => path);
    expect([...long, ...barrels]).toEqual([]);
  });

  test('no suppressed check, no `any`, no skipped test', () => {
    const words = [
      /@ts-(ignore|nocheck|expect-error)/,
      /biome-ignore/,
      /:\s*any\s*[;,)=\]>|]/,
      /\bas any\b/,
      /<any>/,
      /\b(test|describe|it)\.(skip|only|todo)\b/,
    ];
    const all = ['src', 'sandbox', 'tests', 'bench', 'scripts']
      .filter((folder) => existsSync(join(ROOT, folder)))
      .flatMap(sourceFiles);
    const wrong = all
      .filter(({ path }) => path !== 'tests/architecture.test.ts')
      .flatMap(({ path, text }) =>
        words.filter((word) => word.test(text)).map((word) => `${path} holds ${word.source}`),
      );
    expect(wrong).toEqual([]);
  });
});
