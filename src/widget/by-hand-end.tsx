import { decisionWords } from '../i18n/decision-words.ts';
import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Model } from './model.ts';

/** By hand there is nothing to write: that, and another go. */
export function ByHandEnd({ model }: { readonly model: Model }) {
  const words = decisionWords[useSpeech().language].byHand;
  return (
    <section class="by-hand-end">
      <p class="fine">{words.noSaving}</p>
      <button type="button" class="secondary" onClick={() => keepFocus(model.startByHand)}>
        {words.startAgain}
      </button>
    </section>
  );
}
