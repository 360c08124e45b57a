import { useId, useState } from 'preact/hooks';
import type { Answer } from '../core/facts/answers.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { formatNumber } from '../i18n/notation.ts';
import { valueWords } from '../i18n/sentence.ts';
import { isAnswer, parseNumber } from './answer.ts';
import { useSpeech } from './speech-context.ts';

interface NumberAnswerProps {
  readonly id: string;
  readonly definition: Extract<FactDefinition, { type: 'number' }>;
  readonly answer: Answer | undefined;
  readonly onAnswer: (fact: string, answer: Answer) => void;
  readonly onUndo: (fact: string) => void;
}

/** A number: the author's suggestions as large targets, and a field for any other, typed as Danes write it. */
export function NumberAnswer({ id, definition, answer, onAnswer, onUndo }: NumberAnswerProps) {
  const speech = useSpeech();
  const { words, language } = speech;
  const field = useId();
  const [typed, setTyped] = useState(
    typeof answer === 'object' && typeof answer.value === 'number' ? String(answer.value) : '',
  );
  const [wrong, setWrong] = useState(false);
  const use = (): void => {
    const value = parseNumber(typed, definition);
    setWrong(value === null);
    if (value !== null) onAnswer(id, { value });
  };
  const unit = words.unit[definition.unit](2);
  const range = words.question.numberBetween(
    formatNumber(definition.min, language),
    valueWords(speech, definition, definition.max),
  );
  return (
    <div class="answers">
      {definition.suggestions.length > 0 && (
        <div class="answers-row">
          {definition.suggestions.map((value) => (
            <button
              key={value}
              type="button"
              class="answer"
              aria-pressed={isAnswer(answer, value)}
              onClick={() => (isAnswer(answer, value) ? onUndo(id) : onAnswer(id, { value }))}
            >
              {valueWords(speech, definition, value)}
            </button>
          ))}
        </div>
      )}
      <form
        class="number-field"
        onSubmit={(event) => {
          event.preventDefault();
          use();
        }}
      >
        <label for={field}>
          {definition.suggestions.length > 0 ? words.question.otherNumber : words.question.number}
          {unit !== '' && <span class="fine"> ({unit})</span>}
        </label>
        <div class="field-row">
          <input
            id={field}
            inputMode="decimal"
            autocomplete="off"
            value={typed}
            aria-invalid={wrong}
            aria-describedby={wrong ? `${field}-range` : undefined}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
          <button type="submit" class="secondary">
            {words.question.useNumber}
          </button>
        </div>
        {wrong && (
          <p id={`${field}-range`} class="fine caution" role="alert">
            {range}
          </p>
        )}
      </form>
    </div>
  );
}
