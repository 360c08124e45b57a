import { useId } from 'preact/hooks';
import type { Answer } from '../core/facts/answers.ts';
import { type Fact, type FactValue, NOT_ASKED } from '../core/facts/fact.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { asHeading } from '../i18n/sentence.ts';
import { isAnswer } from './answer.ts';
import { Hints } from './hint.tsx';
import { NumberAnswer } from './number-answer.tsx';
import { useSpeech } from './speech-context.ts';

export interface QuestionProps {
  readonly id: string;
  readonly definition: FactDefinition;
  /** What is known before the answer: its hints stand beside the question. */
  readonly fact?: Fact | undefined;
  readonly answer: Answer | undefined;
  /** For a choice: only these are offered. */
  readonly offered?: readonly string[] | undefined;
  readonly onAnswer: (fact: string, answer: Answer) => void;
  readonly onUndo: (fact: string) => void;
}

/** A fact's question in words; its label where the vocabulary has none. */
export function useQuestionWords(): (definition: FactDefinition) => string {
  const { text } = useSpeech();
  return ({ question, label }) => (question ? text(question) : asHeading(text(label)));
}

/** One question with every answer it can have, "don't know" among them. Pressing the given answer again undoes it. */
export function Question(props: QuestionProps) {
  const { id, definition, fact = NOT_ASKED, answer, offered } = props;
  const { text } = useSpeech();
  const questionWords = useQuestionWords();
  return (
    <fieldset class="question" data-fact={id}>
      <legend>{questionWords(definition)}</legend>
      {definition.help && <p class="help">{text(definition.help)}</p>}
      <Hints fact={fact} />
      {definition.type === 'number' ? (
        <NumberAnswer id={id} definition={definition} answer={answer} onAnswer={props.onAnswer} onUndo={props.onUndo} />
      ) : (
        <div class="answers-row">
          <Choices {...props} offered={offered} />
        </div>
      )}
      <DontKnow {...props} />
    </fieldset>
  );
}

function Choices({ id, definition, answer, offered, onAnswer, onUndo }: QuestionProps) {
  const { words, text } = useSpeech();
  const choices: readonly { readonly value: FactValue; readonly label: string; readonly given: boolean }[] =
    definition.type === 'choice'
      ? definition.choices
          .filter((choice) => !offered || offered.includes(choice.id))
          .map((choice) => ({
            value: definition.multiple ? [choice.id] : choice.id,
            label: text(choice.label),
            given: isAnswer(answer, choice.id),
          }))
      : [
          { value: true, label: words.yes, given: isAnswer(answer, true) },
          { value: false, label: words.no, given: isAnswer(answer, false) },
        ];
  return (
    <>
      {choices.map(({ value, label, given }) => (
        <button
          key={label}
          type="button"
          class="answer"
          aria-pressed={given}
          onClick={() => (given ? onUndo(id) : onAnswer(id, { value }))}
        >
          {label}
        </button>
      ))}
    </>
  );
}

function DontKnow({ id, definition, answer, onAnswer, onUndo }: QuestionProps) {
  const { words } = useSpeech();
  const questionWords = useQuestionWords();
  const said = answer === 'not-known';
  const explanation = useId();
  return (
    <>
      <button
        type="button"
        class="quiet dont-know"
        aria-pressed={said}
        aria-label={words.question.dontKnowAbout(questionWords(definition))}
        aria-describedby={said ? explanation : undefined}
        onClick={() => (said ? onUndo(id) : onAnswer(id, 'not-known'))}
      >
        {words.question.dontKnow}
      </button>
      {said && (
        <p class="fine" id={explanation}>
          {words.question.dontKnowSaid}
        </p>
      )}
    </>
  );
}
