import type { z } from 'zod';
import type { Text } from '../schema/text.ts';
import { didYouMean, type Path, quoted, type Remark } from './remark.ts';
import {
  addKey,
  BOTH_LANGUAGES,
  beyond,
  CHECK_SPELLING,
  cannotBeName,
  EMPTY_LIST,
  FILL,
  FORMS,
  GIVE_ALLOWED,
  GIVE_FORM,
  GIVE_KIND,
  INSIDE_RANGE,
  isMissing,
  kindOf,
  lacksLanguage,
  NO_FORM,
  NO_OTHERWISE,
  OTHERWISE,
  oneOf,
  RENAME,
  shouldBe,
  tooShort,
  WRITE_OUT,
  wrongForm,
} from './schema-words.ts';

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
  const at = (code: Remark['code'], message: Text, remedy: Text): readonly Remark[] => [
    { code, path, message, remedy },
  ];
  const key = String(path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => ({
        code: 'unknown-key',
        path: [...path, unknown],
        message: { da: `"${unknown}" kendes ikke her.`, en: `"${unknown}" is not known here.` },
        remedy: didYouMean(unknown, known.keys(path)) ?? CHECK_SPELLING,
      }));
    case 'invalid_union':
      return unionRemarks(value, issue, path, known);
    case 'invalid_value':
      return wordRemarks(value, path, known);
    case 'invalid_key':
      return at('invalid-value', cannotBeName(key), RENAME);
    case 'too_small':
      if (issue.origin === 'array') return at('empty-group', EMPTY_LIST, FILL);
      if (issue.origin === 'string' && isLanguage(key))
        return at('missing-language', lacksLanguage(key), BOTH_LANGUAGES);
      if (issue.origin === 'string') return at('invalid-value', tooShort(key), WRITE_OUT);
      return at('value-out-of-range', beyond(key, 'small', issue.minimum), INSIDE_RANGE);
    case 'too_big':
      return at('value-out-of-range', beyond(key, 'big', issue.maximum), INSIDE_RANGE);
    case 'invalid_type': {
      const kind = kindOf(issue.expected);
      if (path.length === 0) return at('wrong-type', shouldBe('', kind), GIVE_KIND);
      if (valueAt(value, path) !== undefined) return at('wrong-type', shouldBe(key, kind), GIVE_KIND);
      if (isLanguage(key)) return at('missing-language', lacksLanguage(key), BOTH_LANGUAGES);
      if (path.length === 1 && key === 'otherwise') return at('missing-otherwise', NO_OTHERWISE, OTHERWISE);
      return at('missing-key', isMissing(key), addKey(key, kind));
    }
    case 'invalid_format':
      return at('invalid-value', wrongForm(key, issue.message), GIVE_FORM);
    default:
      return at('invalid-value', wrongForm(key, issue.message), GIVE_ALLOWED);
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
    const kind = oneOf([...kinds].map(kindOf));
    return [{ code: 'wrong-type', path, message: shouldBe(String(path.at(-1) ?? ''), kind), remedy: GIVE_KIND }];
  }
  const node = valueAt(value, path);
  const keys = typeof node === 'object' && node !== null ? Object.keys(node) : [];
  const words = known.keys(path);
  const guesses = keys.filter((key) => !words.includes(key)).map((key) => didYouMean(key, words));
  const guess = guesses.find((one) => one !== undefined);
  const remedy = guess ? { da: `${guess.da} ${FORMS.da}`, en: `${guess.en} ${FORMS.en}` } : FORMS;
  return [{ code: 'not-a-condition', path, message: NO_FORM, remedy }];
}

/** A word that is not among those allowed. */
function wordRemarks(value: unknown, path: Path, known: Known): readonly Remark[] {
  const key = String(path.at(-1));
  const words = known.words(path);
  const found = valueAt(value, path);
  const remedy = { da: `Brug en af: ${quoted(words)}.`, en: `Use one of: ${quoted(words)}.` };
  if (found === undefined) return [{ code: 'missing-key', path, message: isMissing(key), remedy }];
  const shown = JSON.stringify(found);
  const message = { da: `"${key}" kan ikke være ${shown}.`, en: `"${key}" cannot be ${shown}.` };
  const guess = typeof found === 'string' ? didYouMean(found, words) : undefined;
  return [{ code: 'invalid-value', path, message, remedy: guess ?? (words.length > 0 ? remedy : GIVE_ALLOWED) }];
}

function isLanguage(key: string): boolean {
  return key === 'da' || key === 'en';
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
