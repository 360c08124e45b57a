import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settle, toModule, withMethods, without } from '../../../scripts/library-modules.ts';

const PACKAGES = resolve(import.meta.dirname, '../../../node_modules');
const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(PACKAGES, folder))
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(PACKAGES, folder, name));

describe('a library read as modules', () => {
  test.each([
    ...filesOf('json-rules-engine/dist'),
    ...['smart', 'lib', 'settings', 'HttpError'].map((name) => join(PACKAGES, `fhirclient/lib/${name}.js`)),
  ])('every file the page has is understood: %s', (file) => {
    const module = toModule(readFileSync(file, 'utf8'));
    expect(module).toMatch(/^export /m);
  });

  test('imports and exports become those of modules', () => {
    const code = [
      '"use strict";',
      'exports.read = exports.KEY = void 0;',
      'const lib_1 = require("./lib");',
      'const debug = require("debug");',
      'exports.KEY = "SMART_KEY";',
      'function read() { return (0, lib_1.get)(debug); }',
      'exports.read = read;',
    ].join('\n');
    expect(toModule(code).trim().split('\n').filter(Boolean)).toEqual([
      'import * as lib_1 from "./lib";',
      'import debug from "debug";',
      'export const KEY = "SMART_KEY";',
      'function read() { return (0, lib_1.get)(debug); }',
      'export { read as read };',
    ]);
  });

  test('what is not understood ends the build with the line', () => {
    expect(() => toModule('if (late) exports.read = read;')).toThrow('if (late) exports.read = read;');
    expect(() => toModule('const { get } = require("./lib").inner;')).toThrow('./lib');
  });

  test('the word in a comment is no CommonJS', () => {
    expect(toModule('// see require("x")\n * exports nothing\nexport const a = 1;')).toContain('export const a = 1;');
  });
});

describe('what is left out by name', () => {
  const members = (...names: readonly string[]): string =>
    [
      '  _createClass(Rule, [{',
      ...names.flatMap((name, index) => [
        ...(index > 0 ? ['  }, {'] : []),
        `    key: '${name}',`,
        `    value: function ${name}() {`,
        '      return { of: this };',
        '    }',
      ]),
      '  }]);',
    ].join('\n');

  test('is a member, wherever it stands', () => {
    for (const gone of ['first', 'second', 'third']) {
      const rest = ['first', 'second', 'third'].filter((name) => name !== gone);
      expect(without(members('first', 'second', 'third'), gone)).toBe(members(...rest));
    }
  });

  test('is a function, whose callers hear of it', () => {
    const code = 'async function open(target) {\n  return target;\n}\nfunction close() {\n}';
    expect(without(code, 'open')).toBe(
      "function open() { throw new Error('left out of the page'); }\nfunction close() {\n}",
    );
  });

  test('ends the build where it is not there any more', () => {
    expect(() => without('function close() {\n}', 'open')).toThrow('There is no "open" to leave out');
  });
});

test('a member of a class becomes the method it was written as, of the class itself too', () => {
  const written = [
    '_createClass(Rule, [{',
    "    key: 'first',",
    '    value: function first(name) {',
    '      return name;',
    '    }',
    '',
    '    /** Says what comes next. */',
    '',
    '  }, {',
    "    key: 'second',",
    '',
    '    /** Has words before it. */',
    '    value: function second() {',
    '      return [{ name: this }];',
    '    }',
    '  }], [{',
    "    key: 'ofClass',",
    '    value: function ofClass() {}',
    '  }]);',
  ].join('\n');
  const [made, ofClass] = new Function(
    'let made; const Rule = 0; const _createClass = (_, ...all) => { made = all; };' +
      withMethods(written) +
      ' return made;',
  )();
  expect(Object.keys(made)).toEqual(['first', 'second']);
  expect(made.first('rung')).toBe('rung');
  expect(made.second()).toEqual([{ name: made }]);
  expect(Object.keys(ofClass)).toEqual(['ofClass']);
});

describe('a branch that is never taken', () => {
  test('is settled by what stands in the file, wherever it stands', () => {
    expect(settle('if (a) x();\nif (a) y();', 'if (a)', 'if (false)')).toBe('if (false) x();\nif (false) y();');
  });

  test('ends the build where it does not stand there any more', () => {
    expect(() => settle('if (b) x();', 'if (a)', 'if (false)')).toThrow('There is no "if (a)" to settle');
  });
});
