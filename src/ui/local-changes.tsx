import type { LocalChange } from '../core/guideline/site.ts';
import { asHeading, quantityWords } from '../i18n/sentence.ts';
import { whyWords } from '../i18n/why-words.ts';
import { useSpeech } from './speech-context.ts';

/** The numbers a site has changed in a guideline: old and new, and who decided it. Nothing where it has changed none. */
export function LocalChanges({ changes }: { readonly changes: readonly LocalChange[] }) {
  const speech = useSpeech();
  const words = whyWords[speech.language].local;
  if (changes.length === 0) return null;
  return (
    <section class="local">
      <h3>{words.heading}</h3>
      <ul class="steps">
        {changes.map(({ parameter, label, was, value, unit, source }) => (
          <li key={parameter}>
            {asHeading(speech.text(label))}{' '}
            {words.instead(quantityWords(speech, value, unit), quantityWords(speech, was, unit))}{' '}
            <span class="fine">{words.decided(source)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
