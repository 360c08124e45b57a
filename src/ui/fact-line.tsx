import type { FactLine as Line } from '../core/decision/guidance.ts';
import type { Answer } from '../core/facts/answers.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { factSentence, overruledWords, sourceWords } from '../i18n/sentence.ts';
import { Question } from './question.tsx';
import { useSpeech } from './speech-context.ts';

/** What a list of facts needs to show and to correct them. */
export interface FactLinesProps {
  readonly lines: readonly Line[];
  readonly definitions: Readonly<Record<string, FactDefinition>>;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Absent where nothing can be corrected, as on the author's page. */
  readonly onAnswer?: ((fact: string, answer: Answer) => void) | undefined;
  readonly onUndo?: ((fact: string) => void) | undefined;
}

/** Facts with value, source and date; each can be corrected, and both values are then kept. */
export function FactLines({ lines, definitions, answers, onAnswer, onUndo }: FactLinesProps) {
  const speech = useSpeech();
  const { words, text } = speech;
  const labelOf = (id: string): string => {
    const definition = definitions[id];
    return definition ? text(definition.label) : id;
  };
  return (
    <ul class="facts">
      {lines.map(({ id, fact }) => {
        const definition = definitions[id];
        if (!definition) return null;
        const overruled = overruledWords(speech, definition, fact, labelOf);
        return (
          <li key={id} class={fact.known ? 'fact' : 'fact fact-unknown'}>
            <p class="fact-value">{factSentence(speech, definition, fact)}</p>
            <p class="fine">{sourceWords(speech, fact, labelOf)}</p>
            {overruled && <p class="fine caution">{overruled}</p>}
            {onAnswer && onUndo && (
              <details class="correct">
                <summary aria-label={words.question.correctFact(text(definition.label))}>
                  {words.question.correct}
                </summary>
                <Question
                  id={id}
                  definition={definition}
                  fact={fact}
                  answer={answers.get(id)}
                  onAnswer={onAnswer}
                  onUndo={onUndo}
                />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
