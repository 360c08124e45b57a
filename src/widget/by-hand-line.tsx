import { byHandWords } from '../i18n/by-hand-words.ts';
import { valueWords } from '../i18n/sentence.ts';
import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import { takeBegun } from './begun-check.ts';
import type { Model } from './model.ts';

/** By hand, under the verdict: the reason it holds for, since there is no order that says so, and the way to another check. */
export function ByHandLine({ model }: { readonly model: Model }) {
  const speech = useSpeech();
  const words = byHandWords[speech.language];
  const reason = model.loop.facts.value.get('reason');
  const definition = model.library.vocabulary.facts.reason;
  const startAgain = () => {
    takeBegun(history);
    model.startByHand();
  };
  return (
    <span class="by-hand-line">
      {reason?.known && definition && <span>{words.reason(valueWords(speech, definition, reason.value))}</span>}
      <button type="button" onClick={() => keepFocus(startAgain)}>
        {words.startAgain}
      </button>
    </span>
  );
}
