import { correctionSentence } from '../i18n/source-sentence.ts';
import { whyWords } from '../i18n/why-words.ts';
import { keepFocus } from './focus.ts';
import type { GuidanceModel } from './guidance-model.ts';
import { useSpeech } from './speech-context.ts';

/** Under the verdict: every answer here that says otherwise than the record, or no to what it mentions, each taken back with one press. */
export function Corrections({ model: { library, loop } }: { readonly model: GuidanceModel }) {
  const speech = useSpeech();
  const { correction } = whyWords[speech.language];
  return (
    <>
      {[...loop.answers.value.keys()].map((id) => {
        const definition = library.vocabulary.facts[id];
        const fact = loop.facts.value.get(id);
        const sentence = definition && fact ? correctionSentence(speech, definition, fact) : null;
        if (!definition || sentence === null) return null;
        const [takeBack, takeBackOf] = fact?.overruled
          ? [correction.takeBack, correction.takeBackOf]
          : [correction.takeBackAnswer, correction.takeBackAnswerOf];
        return (
          <p key={id} class="correction" data-correction={id}>
            {sentence}{' '}
            <button
              type="button"
              aria-label={takeBackOf(speech.text(definition.label))}
              onClick={() => keepFocus(() => loop.undo(id))}
            >
              {takeBack}
            </button>
          </p>
        );
      })}
    </>
  );
}
