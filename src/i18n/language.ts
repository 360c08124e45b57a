import type { Text } from '../core/schema/text.ts';

/** The languages every text is given in. */
export type Language = 'da' | 'en';

/**
 * The language to start in: Danish, unless `?lang=en` is asked for. The browser's own language is not taken: on a Danish
 * ward it is often English, and the record, the order and the note are Danish. `search` is `location.search`.
 */
export function chooseLanguage(search: string): Language {
  return new URLSearchParams(search).get('lang')?.toLowerCase().split('-')[0] === 'en' ? 'en' : 'da';
}

/** An author's text in one language. */
export function textIn(text: Text, language: Language): string {
  return text[language];
}
