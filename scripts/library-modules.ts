import type { Plugin } from 'vite';
import { LEFT_OUT, SETTLED, STUBS, stub } from './library-cuts.ts';

/** The libraries whose compiled CommonJS is read as modules. */
const COMPILED = /\/node_modules\/(?:fhirclient\/lib|json-rules-engine\/dist)\/[\w-]+\.js$/;

/**
 * fhirclient and json-rules-engine as the page has them (docs/decisions/0006-size.md): their CommonJS read as modules,
 * so that functions nobody uses fall away, and what the page has no use for replaced by stubs. A file that is not
 * understood ends the build: nothing is left out by mistake.
 */
export function libraryModules(): Plugin {
  return {
    name: 'library-modules',
    enforce: 'pre',
    resolveId: (source, importer) =>
      STUBS.find(({ of, asked }) => asked === source && importer?.includes(`/node_modules${of}`))?.stub ?? null,
    transform(code, id) {
      if (!COMPILED.test(id)) return null;
      const file = Object.keys({ ...LEFT_OUT, ...SETTLED }).find((one) => id.endsWith(`/node_modules/${one}`)) ?? '';
      const settled = (SETTLED[file] ?? []).reduce((text, [written, known]) => settle(text, written, known), code);
      return { code: withMethods((LEFT_OUT[file] ?? []).reduce(without, toModule(settled))), map: null };
    },
  };
}

/**
 * A file compiled by TypeScript (fhirclient) or Babel 6 (json-rules-engine) as a module. Both write imports and exports
 * in a handful of fixed forms, one to a line. @throws where something else of CommonJS is left
 */
export function toModule(code: string): string {
  const module = withoutClassHelpers(code)
    .replace(/^\s*(['"])use strict\1;/m, '')
    .replace(/^Object\.defineProperty\(exports, "__esModule", \{\s*value: true\s*\}\);/m, '')
    .replace(/^(?:exports\.\w+ = )+(?:void 0|undefined);$/m, '')
    // Imports. Babel makes `_x2` of a module whose default is used; TypeScript writes `x_1` for a module and `x` for one
    // that is a function.
    .replace(/^var (\w+) = require\((.+)\);\s*var (\w+) = _interopRequireDefault\(\1\);$/gm, 'import * as $3 from $2;')
    .replace(/^(?:const|var) (\w+_1|_\w+) = require\((.+)\);$/gm, 'import * as $1 from $2;')
    .replace(/^const (\w+) = require\((.+)\);$/gm, 'import $1 from $2;')
    .replace(/^function _interopRequireDefault\(.*$/m, '')
    .replace(/^module\.exports = require\((.+)\);$/m, 'export * from $1;')
    // Nothing is logged: the calls fall away.
    .replace(/^ *console\.warn\(.*\);$/gm, '')
    .replace(/^const (\w+) = (?:debug|lib_1\.debug\.extend)\(.*\);$/gm, 'const $1 = () => undefined;')
    // Failures are told in the page's own words: a library's stay out of it.
    .replace(/\bnew (\w*Error)\((['"`])(?:(?!\2).)*\2\)/g, "new $1('library')")
    .replace(/\.assert\)\((.*), (["`])(?:(?!\2).)*\2\);$/gm, '.assert)($1);')
    // Never reached: FHIRCLIENT_PURE is set in vite.config.ts.
    .replace(': require("cross-fetch")', ': undefined')
    // Exports.
    .replace(
      /^Object\.defineProperty\(exports, "(\w+)", \{[^}]*return ([\w.]+);\s*\}\s*\}\);/m,
      'export const $1 = $2;',
    )
    .replace(/^exports\.(\w+) = ([A-Za-z_]\w*);/gm, 'export { $2 as $1 };')
    .replace(/^exports\.default = /m, 'export default ')
    .replace(/^(?:var \w+ = )?exports\.(\w+) = /gm, 'export const $1 = ');
  const left = /^(?!\s*(?:\*|\/[/*])).*(?:\brequire\(|(?<![.\w])exports\b).*$/m.exec(module);
  if (left) throw new Error(`A line of CommonJS was not understood: ${left[0]}`);
  return module;
}

/** The code with what is written replaced by what it comes to. @throws where it is not there */
export function settle(code: string, written: string, known: string): string {
  if (!code.includes(written)) throw new Error(`There is no "${written}" to settle`);
  return code.replaceAll(written, known);
}

/** The code without a function or a member of a class; who calls it all the same hears of it. @throws where it is not there */
export function without(code: string, name: string): string {
  const functionCode = new RegExp(`^(?:async )?function ${name}\\([\\s\\S]*?^\\}$`, 'm');
  if (functionCode.test(code))
    return code.replace(functionCode, `function ${name}() { throw new Error('left out of the page'); }`);
  const member = new RegExp(`^ {2}\\}, \\{\\n {4}key: '${name}',\\n[\\s\\S]*?(?=^ {2}\\}(?:, \\{|\\]))`, 'm');
  const firstMember = new RegExp(`(?<=\\[)\\{\\n {4}key: '${name}',\\n[\\s\\S]*?^ {2}\\}(?:, )?(?=\\{|\\])`, 'm');
  const left = code.replace(member.test(code) ? member : firstMember, '');
  if (left === code) throw new Error(`There is no "${name}" to leave out`);
  return left;
}

/** Members of Babel's classes as the methods they were written as, instead of a name and a function of that name. */
export function withMethods(code: string): string {
  return code
    .replace(/\[\{\s*key: '(\w+)',\s*(?:\/\*\*[\s\S]*?\*\/\s*)?value: function \1\(/g, '{ $1(')
    .replace(/^ {2}\}, \{\s*key: '(\w+)',\s*(?:\/\*\*[\s\S]*?\*\/\s*)?value: function \1\(/gm, '  , $1(')
    .replace(/^ {2}\}\](?=\)|, [[{])/gm, '  }');
}

/** Babel's helpers for classes: taken from one stub instead of the head of every file. */
function withoutClassHelpers(code: string): string {
  const helpers = ['_createClass', '_inherits', '_possibleConstructorReturn', '_slicedToArray'];
  const used = helpers.filter((name) => new RegExp(`^(?:var|function) ${name}\\b`, 'm').test(code));
  if (used.length === 0) return code;
  const imported = `import { ${used.join(', ')} } from '${stub('json-rules-engine/class-helpers.js')}';\n`;
  const body = code
    .replace(/^(?:var|function) (?:_createClass|_inherits|_possibleConstructorReturn|_slicedToArray)\b.*$/gm, '')
    .replace(/^function _classCallCheck\(.*$/m, '')
    .replace(/^ *_classCallCheck\(.*$/gm, '')
    // Checks of what an author gives the engine: ours gives it nothing that has not been checked (core/guideline).
    .replace(/^ *if \(.*\) (?:throw|return Promise\.reject\()\s*new Error\('[^']*'\)+;$/gm, '')
    .replace(/^ *if \(.*\) \{\n *(?:throw|return Promise\.reject\()\s*new Error\('[^']*'\)+;\n *\}$/gm, '')
    // A class that nobody uses may fall away: making it does nothing else.
    .replace(
      /^var (\w+) = ((?:exports\.\w+ = )?)function \((\w*)\) \{$/gm,
      'var $1 = $2/* @__PURE__ */ function ($3) {',
    )
    // Babel 6 writes what is taken for a missing argument without `??`.
    .replace(/arguments\.length > (\d) && arguments\[\1\] !== undefined \? arguments\[\1\] : /g, 'arguments[$1] ?? ')
    // A twin of `typeof` for browsers that had no symbols.
    .replace(/^var _typeof = .*$/m, '')
    .replace(/\b_typeof\(/g, 'typeof (')
    .replace(/typeof (\w+) === 'undefined' \? 'undefined' : typeof/g, 'typeof');
  return imported + body;
}
