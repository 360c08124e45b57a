import type { Language } from '../i18n/language.ts';
import { useSpeech } from './speech-context.ts';

/** Each language by its own name. */
const LANGUAGES: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'da', name: 'Dansk' },
  { language: 'en', name: 'English' },
];

/** The language the page speaks, as a choice. */
export function LanguageSwitch({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { words, language } = useSpeech();
  return (
    <fieldset class="languages">
      <legend class="visually-hidden">{words.languageSwitch}</legend>
      {LANGUAGES.map((choice) => (
        <button
          key={choice.language}
          type="button"
          lang={choice.language}
          aria-pressed={choice.language === language}
          onClick={() => onLanguage(choice.language)}
        >
          {choice.name}
        </button>
      ))}
    </fieldset>
  );
}
