import { formatTime, keptWords } from '../i18n/kept-words.ts';
import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Recalled } from './kept-answers.ts';
import type { Model } from './model.ts';

/** That the answers are from before, and a way to be rid of them. */
export function RecalledNotice({ model, recalled }: { readonly model: Model; readonly recalled: Recalled }) {
  const { language } = useSpeech();
  const words = keptWords[language];
  return (
    <div class="notice section-head">
      <span>{words.kept(formatTime(recalled.at, language))}</span>
      <button type="button" class="quiet" onClick={() => keepFocus(model.startOver)}>
        {words.startOver}
      </button>
    </div>
  );
}
