import type { Language } from '../i18n/language.ts';
import { useSpeech } from '../ui/speech-context.ts';
import { da, type WorkbenchWords } from './words-da.ts';
import { en } from './words-en.ts';

const WORDS: Readonly<Record<Language, WorkbenchWords>> = { da, en };

/** This page's words, in a language. */
export function wordsIn(language: Language): WorkbenchWords {
  return WORDS[language];
}

/** This page's words beside the app's own, in the language the page speaks. */
export function useWorkbenchSpeech() {
  const speech = useSpeech();
  return { ...speech, own: WORDS[speech.language] };
}
