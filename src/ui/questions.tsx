import { stillOpen } from '../core/decision/still-open.ts';
import { keepFocus } from './focus.ts';
import type { GuidanceModel } from './guidance-model.ts';
import type { Loop } from './loop.ts';
import { QuestionScreen } from './question-screen.tsx';
import { useSpeech } from './speech-context.ts';

/** The questions that can still change the answer, a screen at a time. */
export function Questions({ model }: { readonly model: GuidanceModel }) {
  const { words, text } = useSpeech();
  const { loop } = model;
  const screen = loop.screen.value;
  if (!screen) return null;
  const assessment = loop.assessment.value;
  // In an emergency it is said with the telephone that they can wait.
  const decided = assessment && assessment.verdict !== 'undetermined' && assessment.urgency !== 'emergency';
  return (
    <section class="questions" aria-labelledby="questions-title">
      {decided && <p>{words.question.stillOpen[stillOpen(model.library, assessment)]}</p>}
      <div class="section-head">
        <h2 id="questions-title" tabIndex={-1}>
          {screen.title ? text(screen.title) : words.question.heading}
        </h2>
        {screen.noneOfThese && screen.facts.length > 1 && <p class="fine">{words.question.howToAnswer}</p>}
      </div>
      <QuestionScreen
        key={screen.id}
        screen={screen}
        definitions={model.library.vocabulary.facts}
        facts={loop.facts.value}
        answers={loop.answers.value}
        onAnswers={(answers) => keepFocus(() => loop.answer(answers))}
        onUndo={(fact) => keepFocus(() => loop.undo(fact))}
      />
      <UndoLast loop={loop} />
    </section>
  );
}

function UndoLast({ loop }: { readonly loop: Loop }) {
  const { words } = useSpeech();
  if (!loop.canUndo.value) return null;
  return (
    <button type="button" class="quiet undo-last" onClick={() => keepFocus(loop.undoLast)}>
      {words.question.undoLast}
    </button>
  );
}
