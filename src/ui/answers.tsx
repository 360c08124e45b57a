import { asHeading, valueWords } from '../i18n/sentence.ts';
import { whyWords } from '../i18n/why-words.ts';
import { keepFocus } from './focus.ts';
import type { GuidanceModel } from './guidance-model.ts';
import { useSpeech } from './speech-context.ts';

/** Every answer given here, each with its undo; and the latest undone with one press, where no screen of questions offers that. */
export function Answers({ model }: { readonly model: GuidanceModel }) {
  const speech = useSpeech();
  const { words, language, text } = speech;
  const later = whyWords[language];
  const { loop, library } = model;
  const answers = [...loop.answers.value];
  if (answers.length === 0) return null;
  return (
    <>
      <details class="given">
        <summary>
          {later.yourAnswers} <span class="fine">({later.answered(answers.length)})</span>
        </summary>
        <ul class="facts">
          {answers.map(([id, answer]) => {
            const definition = library.vocabulary.facts[id];
            if (!definition) return null;
            const label = text(definition.label);
            const value =
              answer === 'not-known' ? words.absent['asked-unknown'] : valueWords(speech, definition, answer.value);
            return (
              <li key={id} class="given-answer">
                <span>
                  {asHeading(label)}: {value}
                </span>
                <button
                  type="button"
                  class="quiet"
                  aria-label={later.undoAnswer(label)}
                  onClick={() => keepFocus(() => loop.undo(id))}
                >
                  {later.undo}
                </button>
              </li>
            );
          })}
        </ul>
      </details>
      {loop.screen.value === null && loop.canUndo.value && (
        <button type="button" class="quiet undo-last" onClick={() => keepFocus(loop.undoLast)}>
          {words.question.undoLast}
        </button>
      )}
    </>
  );
}
