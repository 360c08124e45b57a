import { useContext } from 'preact/hooks';
import type { FactLine as Line } from '../core/decision/guidance.ts';
import type { Answer } from '../core/facts/answers.ts';
import type { Fact } from '../core/facts/fact.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { factSentence } from '../i18n/fact-sentence.ts';
import { valueWords } from '../i18n/sentence.ts';
import { overruledWords, sourceWords } from '../i18n/source-sentence.ts';
import { whyWords } from '../i18n/why-words.ts';
import { keepFocus } from './focus.ts';
import { Fold } from './fold.tsx';
import type { Loop } from './loop.ts';
import { OriginContext } from './origin-context.ts';
import { Origins } from './origins.tsx';
import { Question } from './question.tsx';
import { useSpeech } from './speech-context.ts';

/** What a list of facts needs to show and to correct them. */
export interface FactLinesProps {
  readonly lines: readonly Line[];
  readonly definitions: Readonly<Record<string, FactDefinition>>;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Where they are corrected; absent where nothing can be. */
  readonly loop?: Pick<Loop, 'answer' | 'undo'> | undefined;
}

/** Facts with value, source and date; each can be corrected, and both values are then kept. */
export function FactLines({ lines, definitions, answers, loop }: FactLinesProps) {
  const speech = useSpeech();
  const { language, text } = speech;
  const words = whyWords[language];
  const finder = useContext(OriginContext);
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
            <p class="fine">{sourceWords(speech, finder?.tellOnce(fact) ?? fact, labelOf)}</p>
            {overruled && <p class="fine caution">{overruled}</p>}
            {loop && (
              <Fold class="correct" summary={words.correct} label={words.correctFact(text(definition.label))}>
                {() => (
                  <>
                    <Origins fact={fact} />
                    <Question
                      id={id}
                      definition={definition}
                      fact={fact}
                      answer={answers.get(id) ?? (fact.known ? { value: fact.value } : undefined)}
                      onAnswer={(_, answer) => keepFocus(() => loop.answer(new Map([[id, answer]])))}
                      // What the record says can be answered otherwise, but not taken away.
                      onUndo={() => answers.has(id) && keepFocus(() => loop.undo(id))}
                    />
                    <BackToRecord fact={fact} definition={definition} onUndo={() => keepFocus(() => loop.undo(id))} />
                  </>
                )}
              </Fold>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface BackToRecordProps {
  readonly fact: Fact;
  readonly definition: FactDefinition;
  readonly onUndo: () => void;
}

/** The way back from a correction, where the record was corrected. */
function BackToRecord({ fact: { overruled }, definition, onUndo }: BackToRecordProps) {
  const speech = useSpeech();
  const { correction } = whyWords[speech.language];
  if (!overruled) return null;
  const { value, provenance } = overruled;
  const said = valueWords(speech, definition, value);
  const isSaid = 'references' in provenance && provenance.references.length > 0;
  const back = provenance.kind === 'order' ? correction.backToOrder(said) : correction.backToRecord(said);
  return (
    <button type="button" class="secondary" onClick={onUndo}>
      {isSaid ? back : correction.takeBack}
    </button>
  );
}
