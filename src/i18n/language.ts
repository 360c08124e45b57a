import type { Text } from '../core/schema/text.ts';

/** The languages every text is given in. */
export type Language = 'da' | 'en';

/**
 * The language to start in: `?lang=` in the address, else the browser's first known language, else Danish.
 * `search` is `location.search`; `preferred` is `navigator.languages`.
 */
export function chooseLanguage(search: string, preferred: readonly string[]): Language {
  const asked = languageOf(new URLSearchParams(search).get('lang') ?? '');
  if (asked) return asked;
  for (const tag of preferred) {
    const language = languageOf(tag);
    if (language) return language;
  }
  return 'da';
}

/** The language of a BCP 47 tag such as `da-DK`; null for one that is not spoken here. */
function languageOf(tag: string): Language | null {
  const primary = tag.toLowerCase().split('-')[0];
  return primary === 'da' || primary === 'en' ? primary : null;
}

/** An author's text in one language. */
export function textIn(text: Text, language: Language): string {
  return text[language];
}
