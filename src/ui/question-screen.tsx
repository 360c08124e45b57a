import type { Answer } from '../core/facts/answers.ts';
import type { Facts } from '../core/facts/fact.ts';
import { isPlainNo } from '../core/facts/negative.ts';
import type { Text } from '../core/schema/text.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { asHeading, valueWords } from '../i18n/sentence.ts';
import { Question } from './question.tsx';
import { useSpeech } from './speech-context.ts';
import { ToggleQuestion } from './toggle-question.tsx';

/** A screen of questions as it is shown. */
export interface ShownScreen {
  readonly id: string;
  readonly title: Text | null;
  readonly facts: readonly string[];
  readonly noneOfThese: boolean;
  readonly offered?: readonly string[] | undefined;
}

interface QuestionScreenProps {
  readonly screen: ShownScreen;
  readonly definitions: Readonly<Record<string, FactDefinition>>;
  readonly facts: Facts;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly onAnswers: (answers: ReadonlyMap<string, Answer>) => void;
  readonly onUndo: (fact: string) => void;
}

/**
 * Facts asked together; the heading is the page's. "None of these" answers each that has no answer yet with its negative value; a fact without a
 * negative value keeps its own answers.
 */
export function QuestionScreen({ screen, definitions, facts, answers, onAnswers, onUndo }: QuestionScreenProps) {
  const speech = useSpeech();
  const { words, text } = speech;
  const asked = factsInView(screen, definitions, answers).flatMap((id) => {
    const definition = definitions[id];
    return definition ? [{ id, definition }] : [];
  });
  const negatives = noneAnswers(screen, definitions, answers);
  const also = [...negatives.keys()].flatMap((id) => {
    const definition = definitions[id];
    return definition?.negative !== undefined && !isPlainNo(definition, definition.negative)
      ? [words.question.becomes(asHeading(text(definition.label)), valueWords(speech, definition, definition.negative))]
      : [];
  });
  const someAnswered = screen.facts.some((id) => answers.has(id));
  return (
    <div class="screen">
      <div class="asked">
        {asked.map(({ id, definition }) => {
          const Piece = screen.noneOfThese && definition.type === 'boolean' ? ToggleQuestion : Question;
          return (
            <Piece
              key={id}
              id={id}
              definition={definition}
              fact={facts.get(id)}
              answer={answers.get(id)}
              offered={screen.offered}
              onAnswer={(fact, answer) => onAnswers(new Map([[fact, answer]]))}
              onUndo={onUndo}
            />
          );
        })}
      </div>
      {negatives.size > 0 && (
        <button
          type="button"
          class="primary none-of-these"
          aria-describedby={also.length > 0 ? 'none-sets' : undefined}
          onClick={() => onAnswers(negatives)}
        >
          {someAnswered ? words.question.noneOfTheOthers : words.question.noneOfThese}
        </button>
      )}
      {also.length > 0 && (
        <p id="none-sets" class="fine">
          {also.join(' ')}
        </p>
      )}
    </div>
  );
}

/**
 * The facts in view: those that "none of these" does not answer come when all others have an answer, since often they then
 * no longer matter.
 */
export function factsInView(
  screen: ShownScreen,
  definitions: Readonly<Record<string, FactDefinition>>,
  answers: ReadonlyMap<string, Answer>,
): readonly string[] {
  const negatives = noneAnswers(screen, definitions, answers);
  return negatives.size === 0
    ? screen.facts
    : screen.facts.filter((id) => answers.has(id) || definitions[id]?.negative !== undefined);
}

/** What "none of these" answers: the negative value of each fact that has one and no answer yet. */
export function noneAnswers(
  screen: ShownScreen,
  definitions: Readonly<Record<string, FactDefinition>>,
  answers: ReadonlyMap<string, Answer>,
): ReadonlyMap<string, Answer> {
  const negatives = new Map<string, Answer>();
  if (!screen.noneOfThese) return negatives;
  for (const id of screen.facts) {
    const negative = definitions[id]?.negative;
    if (negative !== undefined && !answers.has(id)) negatives.set(id, { value: negative });
  }
  return negatives;
}
