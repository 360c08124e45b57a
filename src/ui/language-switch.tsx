import type { Language } from '../i18n/language.ts';
import { useSpeech } from './speech-context.ts';

/** Each language by its own name. */
const NAMES: Readonly<Record<Language, string>> = { da: 'Dansk', en: 'English' };

/** The other language, by its own name: one press and the page speaks it. */
export function LanguageSwitch({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const other = useSpeech().language === 'da' ? 'en' : 'da';
  return (
    <button type="button" class="quiet" lang={other} onClick={() => onLanguage(other)}>
      {NAMES[other]}
    </button>
  );
}
