import type { Words } from '../i18n/da.ts';
import type { WorkbenchWords } from './words-da.ts';

/** The words a difference is put into. */
export interface DifferenceSpeech {
  readonly words: Words;
  readonly own: WorkbenchWords;
}

/**
 * A line of `differences` (core/vignette) in the page's language: what is named by the program gets its word, ids stay. A
 * line of another form stays as it is.
 */
export function differenceWords({ words, own }: DifferenceSpeech, line: string): string {
  const match = /^(.+?): expected (.+?)(?:, got| among) (.+)$/.exec(line);
  const [, what, expected, got] = match ?? [];
  if (what === undefined || expected === undefined || got === undefined) return line;
  const names: Readonly<Record<string, string>> = {
    ...own.part,
    'combined verdict': own.combined.verdict,
    'combined urgency': own.combined.urgency,
  };
  const values: Readonly<Record<string, string>> = { ...words.verdict, ...words.urgency };
  const worded = (value: string): string => {
    if (value === 'null' || value === '[]') return own.nothing;
    const bare = value.replaceAll('"', '').replace(/^\[|\]$/g, '');
    return values[bare] ?? bare.replaceAll(',', ', ');
  };
  const name =
    names[what] ?? what.replace(/^rating of /, `${own.part.verdict}: `).replace(/^criterion /, `${own.criterion}: `);
  return own.difference(name, worded(expected), worded(got));
}
