import type { FactLine as Line } from '../core/decision/guidance.ts';
import type { Answer } from '../core/facts/answers.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { factSentence } from '../i18n/sentence.ts';
import type { Loop } from './loop.ts';
import { useSpeech } from './speech-context.ts';

/** What a list of facts needs to show and to correct them. */
export interface FactLinesProps {
  readonly lines: readonly Line[];
  readonly definitions: Readonly<Record<string, FactDefinition>>;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Where they are corrected; absent where nothing can be. */
  readonly loop?: Pick<Loop, 'answer' | 'undo'> | undefined;
}

/** Facts with their values; a line each is kept for source and date until what shows them is there (fact-line.tsx). */
export function FactSentences({ lines, definitions }: FactLinesProps) {
  const speech = useSpeech();
  return (
    <ul class="facts">
      {lines.map(({ id, fact }) => {
        const definition = definitions[id];
        return (
          definition && (
            <li key={id} class="fact">
              <p class="fact-value">{factSentence(speech, definition, fact)}</p>
              <p class="fine">{speech.words.loading}</p>
            </li>
          )
        );
      })}
    </ul>
  );
}
