import type { Answer } from '../core/facts/answers.ts';
import type { Facts } from '../core/facts/fact.ts';
import { noneAnswer } from '../core/facts/negative.ts';
import type { Text } from '../core/schema/text.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { valueWords } from '../i18n/sentence.ts';
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
 * negative value, or with something beside it from the record, keeps its own answers.
 */
export function QuestionScreen({ screen, definitions, facts, answers, onAnswers, onUndo }: QuestionScreenProps) {
  const speech = useSpeech();
  const { words, text } = speech;
  const negatives = noneAnswers(screen, definitions, facts, answers);
  const asked = factsInView(screen, definitions, negatives, answers).flatMap((id) => {
    const definition = definitions[id];
    return definition ? [{ id, definition }] : [];
  });
  const also = asked.flatMap(({ id, definition: { type, label, negative }, definition }) =>
    type === 'choice' && negative !== undefined && negatives.has(id)
      ? [words.question.sets(text(label), valueWords(speech, definition, negative))]
      : [],
  );
  return (
    <div class="screen">
      <div class="asked">
        {asked.map(({ id, definition }) => {
          const fact = facts.get(id);
          const byNone = screen.noneOfThese && !fact?.hints && definition.type === 'boolean';
          const Piece = byNone ? ToggleQuestion : Question;
          return (
            <Piece
              key={id}
              id={id}
              definition={definition}
              fact={fact}
              answer={answers.get(id)}
              offered={screen.offered}
              onAnswer={(fact, answer) => onAnswers(new Map([[fact, answer]]))}
              onUndo={onUndo}
            />
          );
        })}
      </div>
      {also.length > 0 && <p id="none-sets">{also.join(' ')}</p>}
      {negatives.size > 0 && (
        <button
          type="button"
          class="primary none-of-these"
          aria-describedby={also.length > 0 ? 'none-sets' : undefined}
          onClick={() => onAnswers(negatives)}
        >
          {asked.length > negatives.size ? words.question.noneOfTheOthers : words.question.noneOfThese}
        </button>
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
  negatives: ReadonlyMap<string, Answer>,
  answers: ReadonlyMap<string, Answer>,
): readonly string[] {
  return negatives.size === 0
    ? screen.facts
    : screen.facts.filter((id) => answers.has(id) || definitions[id]?.negative !== undefined);
}

/** What "none of these" answers, of the facts that have no answer yet. */
export function noneAnswers(
  screen: ShownScreen,
  definitions: Readonly<Record<string, FactDefinition>>,
  facts: Facts,
  answers: ReadonlyMap<string, Answer>,
): ReadonlyMap<string, Answer> {
  const negatives = new Map<string, Answer>();
  if (!screen.noneOfThese) return negatives;
  for (const id of screen.facts) {
    const negative = noneAnswer(definitions[id], facts.get(id));
    if (negative !== undefined && !answers.has(id)) negatives.set(id, { value: negative });
  }
  return negatives;
}
