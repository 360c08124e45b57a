import type { Difference } from '../core/vignette/expectation.ts';
import { COMPARED } from '../core/vignette/failing.ts';
import type { Words } from '../i18n/da.ts';
import { type Language, textIn } from '../i18n/language.ts';
import type { WorkbenchWords } from './words-da.ts';

/** The words a difference is put into. */
export interface DifferenceSpeech {
  readonly words: Words;
  readonly language: Language;
  readonly own: WorkbenchWords;
}

/** A difference of a vignette in the page's language: what the program names gets its word, ids stay. */
export function differenceWords(
  { words, language, own }: DifferenceSpeech,
  { part, id, expected, got }: Difference,
): string {
  const values: Readonly<Record<string, string>> = { ...words.verdict, ...words.urgency };
  const worded = (value: unknown): string => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return own.nothing;
    if (Array.isArray(value)) return value.join(', ');
    if (typeof value === 'boolean') return (value ? words.yes : words.no).toLowerCase();
    return values[String(value)] ?? String(value);
  };
  const name = textIn(COMPARED[part], language);
  return own.difference(id === undefined ? name : `${name} ${id}`, worded(expected), worded(got));
}
