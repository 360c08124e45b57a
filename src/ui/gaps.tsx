import { gapSentences, type UnreadPart } from '../i18n/sentence.ts';
import { useSpeech } from './speech-context.ts';

/** What could not be read, and that it is asked instead. Always in view, never folded away. */
export function Gaps({ gaps, asking }: { readonly gaps: readonly UnreadPart[]; readonly asking: boolean }) {
  const speech = useSpeech();
  if (gaps.length === 0) return null;
  const sentences = gapSentences(speech, gaps);
  return (
    <section class="notice notice-gap" aria-label={speech.words.gap.heading}>
      <p>
        {sentences.join(' ')} {asking && speech.words.gap.soAsked}
      </p>
    </section>
  );
}
