import { formatTime, keptWords } from '../i18n/kept-words.ts';
import { formatMoment } from '../i18n/moment.ts';
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
      <span>
        {recalled.isOnOrder
          ? words.onOrder(formatMoment(new Date(recalled.at).toISOString(), language))
          : words.kept(formatTime(recalled.at, language))}
      </span>
      <button type="button" class="quiet" onClick={() => keepFocus(() => startOver(model))}>
        {words.startOver}
      </button>
    </div>
  );
}

/** Takes back every answer, and what was typed. */
export function startOver({ loop, recalled, sequel }: Pick<Model, 'loop' | 'recalled' | 'sequel'>): Promise<void> {
  recalled.value = null;
  if (typeof sequel.value === 'object') sequel.value.forget();
  return loop.startOver();
}
