import { useId } from 'preact/hooks';
import { NOT_ASKED } from '../core/facts/fact.ts';
import { isAnswer } from './answer.ts';
import { Hints } from './hint.tsx';
import { type QuestionProps, useQuestionWords } from './question.tsx';
import { useSpeech } from './speech-context.ts';

/**
 * A yes/no question on a screen that has "none of these": one large target says that it holds; that it does not is said
 * by the screen's own button. Pressing again undoes.
 */
export function ToggleQuestion({ id, definition, fact = NOT_ASKED, answer, onAnswer, onUndo }: QuestionProps) {
  const { words, text } = useSpeech();
  const question = useQuestionWords()(definition);
  const help = useId();
  const holds = isAnswer(answer, true);
  const said = answer === 'not-known';
  return (
    <div class="toggle" data-fact={id}>
      <button
        type="button"
        class="answer toggle-answer"
        aria-pressed={holds}
        aria-describedby={definition.help ? help : undefined}
        onClick={() => (holds ? onUndo(id) : onAnswer(id, { value: true }))}
      >
        <span class={isAnswer(answer, false) ? 'box box-no' : 'box'} aria-hidden="true" />
        <span>{question}</span>
        {isAnswer(answer, false) && <span class="visually-hidden">: {words.value.no}</span>}
      </button>
      <button
        type="button"
        class="quiet dont-know"
        aria-pressed={said}
        aria-label={words.question.dontKnowAbout(question)}
        onClick={() => (said ? onUndo(id) : onAnswer(id, 'not-known'))}
      >
        {words.question.dontKnow}
      </button>
      {definition.help && (
        <p class="help" id={help}>
          {text(definition.help)}
        </p>
      )}
      {said && <p class="fine">{words.question.dontKnowSaid}</p>}
      <Hints fact={fact} />
    </div>
  );
}
