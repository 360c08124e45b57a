import type { z } from 'zod';
import { didYouMean, type Path, type Remark } from './remark.ts';

type Issue = z.core.$ZodIssue;

/** What the schema knows at a place, for "did you mean". */
export interface Known {
  keys(path: readonly PropertyKey[]): readonly string[];
  words(path: readonly PropertyKey[]): readonly string[];
}

/** What a schema found wrong, in words for a person who does not program. */
export function issueRemarks(value: unknown, issues: readonly Issue[], known: Known): readonly Remark[] {
  return issues.flatMap((issue) => remarksOf(value, issue, [], known));
}

function remarksOf(value: unknown, issue: Issue, above: Path, known: Known): readonly Remark[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const at = (code: Remark['code'], message: string, remedy: string): readonly Remark[] => [
    { code, path, message, remedy },
  ];
  const key = String(path.at(-1) ?? 'the file');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => ({
        code: 'unknown-key',
        path: [...path, unknown],
        message: `"${unknown}" is not known here.`,
        remedy: didYouMean(unknown, known.keys(path)) ?? 'Check the spelling, or remove it.',
      }));
    case 'invalid_union':
      return unionRemarks(value, issue, path, known);
    case 'invalid_value':
      return wordRemarks(value, path, known);
    case 'invalid_key':
      return at('invalid-value', `"${key}" cannot be a name here: ${issue.issues[0]?.message ?? ''}.`, RENAME);
    case 'too_small':
      if (issue.origin === 'array') return at('empty-group', 'This list is empty.', FILL);
      if (issue.origin === 'string' && isLanguage(key))
        return at('missing-language', `The text has no "${key}".`, BOTH_LANGUAGES);
      if (issue.origin === 'string') return at('invalid-value', `"${key}" is too short.`, 'Write it out.');
      return at('value-out-of-range', `${issue.message}.`, 'Give a value inside the range.');
    case 'too_big':
      return at('value-out-of-range', `${issue.message}.`, 'Give a value inside the range.');
    case 'invalid_type': {
      if (valueAt(value, path) !== undefined)
        return at('wrong-type', `"${key}" should be ${described(issue.expected)}.`, 'Give a value of that kind.');
      if (isLanguage(key)) return at('missing-language', `The text lacks "${key}".`, BOTH_LANGUAGES);
      if (path.length === 1 && key === 'otherwise')
        return at('missing-otherwise', 'The last rung, "otherwise", is missing.', OTHERWISE);
      return at('missing-key', `"${key}" is missing.`, `Add "${key}" (${described(issue.expected)}).`);
    }
    default:
      return at('invalid-value', `${issue.message}.`, 'Give a value that is allowed here.');
  }
}

/** A value that fits none of several forms: speaks about the form the author most likely meant. */
function unionRemarks(
  value: unknown,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  known: Known,
): readonly Remark[] {
  const { discriminator } = issue;
  if (issue.errors.length === 0 && typeof discriminator === 'string') {
    const place = path.at(-1) === discriminator ? path : [...path, discriminator];
    return wordRemarks(value, place, known);
  }
  const ofItsKind = issue.errors.filter(
    (branch) => !branch.some(({ code, path: inner }) => code === 'invalid_type' && inner.length === 0),
  );
  const meant = ofItsKind.length === 1 ? ofItsKind[0] : nearest(ofItsKind);
  if (meant && meant.length > 0) return meant.flatMap((inner) => remarksOf(value, inner, path, known));
  const kinds = new Set(
    issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_type' ? [inner.expected] : [])),
  );
  if (ofItsKind.length === 0 && !(kinds.size === 1 && kinds.has('object'))) {
    const message = `"${String(path.at(-1))}" should be ${[...kinds].map(described).join(', or ')}.`;
    return [{ code: 'wrong-type', path, message, remedy: 'Give a value of one of these kinds.' }];
  }
  const node = valueAt(value, path);
  const keys = typeof node === 'object' && node !== null ? Object.keys(node) : [];
  const words = known.keys(path);
  const guesses = keys.filter((key) => !words.includes(key)).map((key) => didYouMean(key, words));
  const guess = guesses.find((one) => one !== undefined);
  const message = 'This has none of the forms a condition can have.';
  return [{ code: 'not-a-condition', path, message, remedy: guess ? `${guess} ${FORMS}` : FORMS }];
}

/** A word that is not among those allowed. */
function wordRemarks(value: unknown, path: Path, known: Known): readonly Remark[] {
  const key = String(path.at(-1));
  const words = known.words(path);
  const found = valueAt(value, path);
  const list = words.map((word) => `"${word}"`).join(', ');
  const remedy = `Use one of: ${list}.`;
  if (found === undefined) return [{ code: 'missing-key', path, message: `"${key}" is missing.`, remedy }];
  const message = `"${key}" cannot be ${JSON.stringify(found)}.`;
  const guess = typeof found === 'string' ? didYouMean(found, words) : undefined;
  const advice = words.length > 0 ? remedy : 'Give a value that is allowed here.';
  return [{ code: 'invalid-value', path, message, remedy: guess ?? advice }];
}

const BOTH_LANGUAGES = 'Write it in both Danish (da) and English (en).';
const FILL = 'Write at least one member, or remove the whole group.';
const OTHERWISE = 'Add "otherwise": what holds when none of the rungs does; like a rung, but without "when".';
const RENAME = 'Choose lower-case words joined by hyphens.';
const FORMS =
  'A condition is one of {"all": […]}, {"any": […]}, {"not": …}, {"condition": "<criterion>"} or {"fact": …, "operator": …, "value": …}.';

function isLanguage(key: string): boolean {
  return key === 'da' || key === 'en';
}

function described(kind: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'a text in quotes',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list in [ ]',
    object: 'an object in { }',
    record: 'an object in { }',
  };
  return words[kind] ?? kind;
}

/** Of the forms that were tried, the one the author most likely meant: whose own keys fit and whose fault lies deepest. */
function nearest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const fits = branches.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && issue.code !== 'too_small'),
  );
  const candidates = fits.length > 0 ? fits : branches.filter(hasOnlyOwnKeysWrong);
  const [best] = [...candidates].sort((one, two) => depth(two) - depth(one) || one.length - two.length);
  return best ?? [];
}

/** A form all of whose required keys are there; only some key is not its own. */
function hasOnlyOwnKeysWrong(issues: readonly Issue[]): boolean {
  return issues.every((issue) => issue.code === 'unrecognized_keys');
}

function depth(issues: readonly Issue[]): number {
  return Math.max(...issues.map(({ path }) => path.length));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return Object.entries(inner).find(([name]) => name === String(key))?.[1];
  }, value);
}
