import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Text } from '../core/schema/text.ts';
import { da } from '../i18n/da.ts';
import { textIn } from '../i18n/language.ts';
import type { Speech } from '../i18n/sentence.ts';

/** The language the page speaks, for every piece below. */
export const SpeechContext = createContext<Speech>({ words: da, language: 'da' });

/** The app's words, and `text` for the author's. */
export function useSpeech(): Speech & { readonly text: (text: Text) => string } {
  const speech = useContext(SpeechContext);
  return { ...speech, text: (text) => textIn(text, speech.language) };
}
