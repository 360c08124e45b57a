import type { z } from 'zod';
import { type LocatedJson, parseLocated } from '../schema/located.ts';
import { type Finding, pointerOf } from './finding.ts';
import { issueFindings } from './schema-finding.ts';

/** A rule file that was read: its content when it has the right shape, else what is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly document: T; readonly located: LocatedJson }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads a rule file's text against its schema. Nothing wrong in the text throws; every fault is a finding with its place. */
export function parseDocument<T>(schema: z.ZodType<T>, file: string, text: string): Parsed<T> {
  const located = parseLocated(text);
  if ('cause' in located) {
    const { line, column, cause } = located;
    const finding: Finding = {
      code: 'not-json',
      severity: 'error',
      file,
      pointer: '',
      line,
      column,
      message: `This is not JSON: ${cause}.`,
      remedy: 'Look here and just above for a missing comma, quote or bracket, or one too many.',
    };
    return { ok: false, findings: [finding] };
  }
  const keys = [
    ...located.duplicates.map((path) => keyFinding(file, located, path, 'duplicate-key')),
    ...located.forbidden.map((path) => keyFinding(file, located, path, 'forbidden-key')),
  ];
  if (keys.length > 0) return { ok: false, findings: keys };
  const result = schema.safeParse(located.value);
  if (result.success) return { ok: true, document: result.data, located };
  return { ok: false, findings: issueFindings(file, located, result.error.issues) };
}

function keyFinding(
  file: string,
  located: LocatedJson,
  path: readonly (string | number)[],
  code: 'duplicate-key' | 'forbidden-key',
): Finding {
  const key = path.at(-1);
  const words =
    code === 'duplicate-key'
      ? { message: `"${key}" stands twice in the same object.`, remedy: 'Keep one of them: the first would be lost.' }
      : { message: `"${key}" cannot be a name in a rule file.`, remedy: 'Choose another name.' };
  return { code, severity: 'error', file, pointer: pointerOf(path), ...located.locate(path), ...words };
}
