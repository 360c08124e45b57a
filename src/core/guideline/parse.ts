import type { z } from 'zod';
import { knownKeys, knownWords } from '../schema/known-keys.ts';
import { type LocatedJson, parseLocated } from '../schema/located.ts';
import type { Text } from '../schema/text.ts';
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
    const because = CAUSES[cause] ?? { da: cause, en: cause };
    const remark: Remark = {
      code: 'not-json',
      path: [],
      message: { da: `Dette er ikke JSON: ${because.da}.`, en: `This is not JSON: ${because.en}.` },
      remedy: {
        da: 'Se her og lige ovenfor efter et komma, et anførselstegn eller en parentes, der mangler eller er for meget.',
        en: 'Look here and just above for a missing comma, quote or bracket, or one too many.',
      },
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
const CAUSES: Readonly<Record<string, Text>> = {
  CommaExpected: { da: 'der mangler et komma før dette', en: 'a comma is missing before this' },
  ColonExpected: { da: 'der mangler et kolon før dette', en: 'a colon is missing before this' },
  PropertyNameExpected: {
    da: 'her skulle stå et navn i anførselstegn; måske er kommaet før det et for meget',
    en: 'a name in quotes should stand here; perhaps the comma before it is one too many',
  },
  ValueExpected: { da: 'her skulle stå en værdi', en: 'a value should stand here' },
  CloseBraceExpected: { da: 'der mangler en } før dette', en: 'a } is missing before this' },
  CloseBracketExpected: { da: 'der mangler en ] før dette', en: 'a ] is missing before this' },
  EndOfFileExpected: {
    da: 'filen skulle slutte her; måske er en parentes ovenfor en for meget',
    en: 'the file should end here; perhaps a bracket above is one too many',
  },
  InvalidCommentToken: { da: 'kommentarer er ikke tilladt', en: 'comments are not allowed' },
  InvalidSymbol: { da: 'dette ord skal stå i anførselstegn', en: 'this word needs quotes' },
  UnexpectedEndOfString: { da: 'der mangler et afsluttende anførselstegn', en: 'a closing quote is missing' },
  InvalidNumberFormat: { da: 'tallet kan ikke læses', en: 'this number cannot be read' },
  UnexpectedEndOfNumber: { da: 'tallet slutter midt i det hele', en: 'this number ends too early' },
  InvalidEscapeCharacter: { da: 'tegnet efter \\ kan ikke stå der', en: 'this cannot stand after a \\' },
  InvalidUnicode: { da: 'efter \\u skal stå fire cifre', en: 'four digits belong after \\u' },
  InvalidCharacter: {
    da: 'teksten har et tegn, der ikke må stå der, fx et linjeskift',
    en: 'the text holds a character that may not stand there, e.g. a line break',
  },
  EmptyFile: { da: 'filen er tom', en: 'the file is empty' },
};

function duplicateKey(path: Path): Remark {
  const key = path.at(-1);
  return {
    code: 'duplicate-key',
    path,
    message: { da: `"${key}" står to gange i det samme objekt.`, en: `"${key}" stands twice in the same object.` },
    remedy: {
      da: 'Behold det ene: det første ville gå tabt.',
      en: 'Keep one of them: the first would be lost.',
    },
  };
}

function forbiddenKey(path: Path): Remark {
  const key = path.at(-1);
  return {
    code: 'forbidden-key',
    path,
    message: { da: `"${key}" kan ikke være et navn i en regelfil.`, en: `"${key}" cannot be a name in a rule file.` },
    remedy: { da: 'Vælg et andet navn.', en: 'Choose another name.' },
  };
}
