import { OWN_WORDS_LENGTH } from '../i18n/order-note.ts';
import { overrideReasonsFor } from '../i18n/override-reasons.ts';
import { useSpeech } from '../ui/speech-context.ts';
import { VerdictBadge } from '../ui/verdict.tsx';
import { isSame } from './decision-form.ts';
import type { DecisionOption } from './decision-options.ts';
import type { Model } from './model.ts';
import { NotePreview } from './note-preview.tsx';

/** What the clinician decides about the draft: chosen, seen as it will be written, and only then written. */
export function DecisionPanel({ model }: { readonly model: Model }) {
  const { words } = useSpeech();
  const { form, loop } = model;
  const assessment = loop.assessment.value;
  const options = form.options.value;
  if (!assessment || options.length === 0) return null;
  return (
    <section class="decision" aria-labelledby="decision-title">
      <h2 id="decision-title">{words.decision.heading}</h2>
      <p class="fine">
        {assessment.urgency === 'emergency' ? words.decision.notSentEmergency : words.decision.notSent}
      </p>
      <ul class="choices">
        {options.map((option) => (
          <li key={option.kind === 'changed' ? option.to : option.kind}>
            <OptionButton model={model} option={option} />
          </li>
        ))}
      </ul>
      {form.choice.value?.kind === 'kept' && <Reasons model={model} verdict={assessment.verdict} />}
      {(form.choice.value?.kind === 'kept' || form.choice.value?.kind === 'cancelled') && <OwnWords model={model} />}
      <NotePreview model={model} />
    </section>
  );
}

function OptionButton({ model, option }: { readonly model: Model; readonly option: DecisionOption }) {
  const { words, text } = useSpeech();
  const { form, library } = model;
  const chosen = isSame(option, form.choice.value);
  const label = (id: string): string => {
    const definition = library.vocabulary.orders[id];
    return definition ? text(definition.label) : id;
  };
  return (
    <button
      type="button"
      class="answer option"
      data-decision={option.kind}
      aria-pressed={chosen}
      onClick={() => form.choose(chosen ? null : option)}
    >
      <span>{option.kind === 'changed' ? words.decision.changed(label(option.to)) : words.decision[option.kind]}</span>
      {option.kind === 'changed' && <VerdictBadge verdict={option.rating} small />}
      {option.kind === 'kept' && <span class="fine">{words.decision.keptHelp}</span>}
      {option.kind === 'cancelled' && <span class="fine">{words.decision.cancelledHelp}</span>}
    </button>
  );
}

function Reasons({
  model,
  verdict,
}: {
  readonly model: Model;
  readonly verdict: Parameters<typeof overrideReasonsFor>[0];
}) {
  const { words, text } = useSpeech();
  const { reasonCode } = model.form;
  return (
    <fieldset class="reasons">
      <legend>{words.decision.reason}</legend>
      {overrideReasonsFor(verdict).map(({ code, label }) => (
        <label key={code} class="reason">
          <input
            type="radio"
            name="override-reason"
            value={code}
            checked={reasonCode.value === code}
            onChange={() => {
              reasonCode.value = code;
            }}
          />
          <span>{text(label)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function OwnWords({ model }: { readonly model: Model }) {
  const { words } = useSpeech();
  return (
    <div class="own-words">
      <label for="own-words">
        {words.decision.ownWords} <span class="fine">({words.decision.optional})</span>
      </label>
      <textarea
        id="own-words"
        rows={3}
        maxLength={OWN_WORDS_LENGTH}
        value={model.form.words}
        onInput={(event) => {
          model.form.words.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}
