import type { z } from 'zod';
import { knownKeys, knownWords } from '../schema/known-keys.ts';
import { type LocatedJson, parseLocated } from '../schema/located.ts';
import type { Finding } from './finding.ts';
import { findingOf } from './finding.ts';
import type { Path, Remark } from './remark.ts';
import { issueRemarks } from './schema-finding.ts';

/** A rule file that was read: its content when it has the right shape, else what is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly document: T; readonly located: LocatedJson }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads a rule file's text against its schema. Nothing wrong in the text throws; every fault is a finding with its place. */
export function parseDocument<T>(schema: z.ZodType<T>, file: string, text: string): Parsed<T> {
  const located = parseLocated(text);
  if ('cause' in located) {
    const { line, column, cause } = located;
    const remark: Remark = {
      code: 'not-json',
      path: [],
      message: `This is not JSON: ${CAUSES[cause] ?? cause}.`,
      remedy: 'Look here and just above for a missing comma, quote or bracket, or one too many.',
    };
    return { ok: false, findings: [{ ...findingOf(remark, file), line, column }] };
  }
  const fail = (remarks: readonly Remark[]): Parsed<T> => ({
    ok: false,
    findings: remarks.map((remark) => findingOf(remark, file, located)),
  });
  const keys = [...located.duplicates.map(duplicateKey), ...located.forbidden.map(forbiddenKey)];
  if (keys.length > 0) return fail(keys);
  const result = schema.safeParse(located.value);
  if (result.success) return { ok: true, document: result.data, located };
  const known = {
    keys: (path: readonly PropertyKey[]) => knownKeys(schema, path),
    words: (path: readonly PropertyKey[]) => knownWords(schema, path),
  };
  return fail(issueRemarks(located.value, result.error.issues, known));
}

/** The parser's words for what an author meets; the rarer ones are shown as they are. */
const CAUSES: Readonly<Record<string, string>> = {
  CommaExpected: 'a comma is missing before this',
  ColonExpected: 'a colon is missing before this',
  PropertyNameExpected: 'a name in quotes should stand here; perhaps the comma before it is one too many',
  ValueExpected: 'a value should stand here',
  CloseBraceExpected: 'a } is missing before this',
  CloseBracketExpected: 'a ] is missing before this',
  EndOfFileExpected: 'the file should end here; perhaps a bracket above is one too many',
  InvalidCommentToken: 'comments are not allowed',
  InvalidSymbol: 'this word needs quotes',
  UnexpectedEndOfString: 'a closing quote is missing',
  EmptyFile: 'the file is empty',
};

function duplicateKey(path: Path): Remark {
  const message = `"${path.at(-1)}" stands twice in the same object.`;
  return { code: 'duplicate-key', path, message, remedy: 'Keep one of them: the first would be lost.' };
}

function forbiddenKey(path: Path): Remark {
  const message = `"${path.at(-1)}" cannot be a name in a rule file.`;
  return { code: 'forbidden-key', path, message, remedy: 'Choose another name.' };
}
