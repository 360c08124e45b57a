import type { Language } from '../i18n/language.ts';
import { formatList } from '../i18n/notation.ts';
import { isCovered, type Shown } from './coverage.ts';
import type { WorkbenchWords } from './words-da.ts';

/** What is missing of a comparison, in words; null where nothing is. */
export function missingWords(own: WorkbenchWords, language: Language, shown: Shown): string | null {
  if (isCovered(shown)) return null;
  if (shown.unseen.length === 0) return own.neverFlips(shown.fact);
  const truths = shown.unseen.map((truth) => own.truth[truth]);
  return own.unseen(shown.fact, formatList(truths, language));
}
