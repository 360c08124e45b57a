import type { ComponentChildren } from 'preact';
import { isOmission } from '../core/decision/decision-options.ts';
import type { Assessment } from '../core/decision/guidance.ts';
import { decisionWords } from '../i18n/decision-words.ts';
import { OWN_WORDS_LENGTH } from '../i18n/order-note.ts';
import { isCalmPage } from '../ui/guidance-view.tsx';
import { useSpeech } from '../ui/speech-context.ts';
import { VerdictBadge } from '../ui/verdict.tsx';
import type { Deciding } from './deciding.ts';
import { type DecisionForm, type FormOption, isSame } from './decision-form.ts';
import type { ImagingChecks } from './imaging-checks.ts';
import type { Model } from './model.ts';
import { NotePreview } from './note-preview.tsx';
import { SafetyReminder } from './safety-prompts.tsx';

interface DecisionProps {
  readonly model: Model;
  readonly imaging: ImagingChecks;
  readonly deciding: Deciding;
}

/** While questions are open or nothing speaks against, deciding is there but folded away. */
export function DecisionSection({ model, imaging, deciding }: DecisionProps) {
  const words = decisionWords[useSpeech().language].decision;
  const { form } = deciding;
  const assessment = model.loop.assessment.value;
  if (!assessment || form.options.value.length === 0) return null;
  const quiet = isCalmPage(model, assessment) || assessment.verdict === 'no-criteria-apply';
  const unfinished = assessment.verdict === 'undetermined' && model.loop.open.value.length > 0;
  const examined = deciding.examined.value ?? (quiet && form.choice.value === null ? 'draft' : null);
  const reminder = <SafetyReminder imaging={imaging} examined={examined} asks />;
  const panel = (
    <DecisionPanel model={model} deciding={deciding} assessment={assessment} reminder={!quiet && reminder} />
  );
  if (!quiet && !unfinished) return panel;
  const folded = (
    <details
      class="quiet-decision"
      onToggle={(event) => {
        if (quiet && event.currentTarget.open && form.choice.value === null) form.choose({ kind: 'accepted' });
      }}
    >
      <summary>{unfinished ? words.waitForAnswers : words.accepted}</summary>
      {panel}
    </details>
  );
  // An order that nothing speaks against is sent by many who unfold nothing: what to remember stands before the fold.
  return (
    <>
      {quiet && reminder}
      {folded}
    </>
  );
}

/** That what was written is taken back: seen and heard where the decision is taken anew. */
export function Undone({ deciding }: Pick<DecisionProps, 'deciding'>) {
  const { saved: words } = decisionWords[useSpeech().language];
  if (!deciding.undone.value) return null;
  return (
    <p id="undone" class="notice" role="status" tabIndex={-1}>
      {words.undone}
    </p>
  );
}

interface DecisionPanelProps extends Pick<DecisionProps, 'model' | 'deciding'> {
  readonly assessment: Assessment;
  /** What to remember before the examination, right before writing. */
  readonly reminder: ComponentChildren;
}

/** What the clinician decides about the draft: chosen, seen as it will be written, and only then written. */
function DecisionPanel({ model, deciding, assessment, reminder }: DecisionPanelProps) {
  const words = decisionWords[useSpeech().language].decision;
  const { form } = deciding;
  const choice = form.choice.value;
  const isEmergency = assessment.urgency === 'emergency';
  return (
    <section class="decision" aria-labelledby="decision-title">
      <h2 id="decision-title" tabIndex={-1}>
        {words.heading}
      </h2>
      {isEmergency && <p class="fine">{words.notSentEmergency}</p>}
      <ul class="choices">
        {form.options.value.map((option) => (
          <li key={option.kind === 'changed' ? option.to : option.kind}>
            <OptionButton deciding={deciding} option={option} assessment={assessment} />
          </li>
        ))}
      </ul>
      {form.reasons.value.length > 0 && <Reasons form={form} />}
      {(choice?.kind === 'kept' || choice?.kind === 'cancelled') && <OwnWords form={form} />}
      {reminder}
      <NotePreview model={model} deciding={deciding} />
      {!isEmergency && <p class="fine">{words.notSent}</p>}
    </section>
  );
}

interface OptionButtonProps {
  readonly deciding: Deciding;
  readonly option: FormOption;
  readonly assessment: Assessment;
}

function OptionButton({ deciding: { form, orders }, option, assessment }: OptionButtonProps) {
  const { language, text } = useSpeech();
  const words = decisionWords[language].decision;
  const chosen = isSame(option, form.choice.value);
  const needsReason = option.kind === 'kept' || (option.kind === 'cancelled' && isOmission(assessment));
  const label = (id: string): string => {
    const definition = orders.value[id];
    return definition ? text(definition.label) : id;
  };
  return (
    <button
      type="button"
      class="answer option"
      data-decision={option.kind}
      aria-pressed={chosen}
      onClick={() => form.choose(option)}
    >
      <span>{option.kind === 'changed' ? words.changed(label(option.to)) : words[option.kind]}</span>
      {option.kind === 'changed' && option.rating !== null && <VerdictBadge verdict={option.rating} small />}
      {needsReason && <span class="fine">{words.needsReason}</span>}
    </button>
  );
}

function Reasons({ form }: { readonly form: DecisionForm }) {
  const { language, text } = useSpeech();
  const words = decisionWords[language].decision;
  const { reasonCode, reasons } = form;
  return (
    <fieldset class="reasons">
      <legend>{form.choice.value?.kind === 'cancelled' ? words.omissionReason : words.reason}</legend>
      {reasons.value.map(({ code, label }) => (
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

function OwnWords({ form }: { readonly form: DecisionForm }) {
  const words = decisionWords[useSpeech().language].decision;
  return (
    <div class="own-words">
      <label for="own-words">
        {words.ownWords} <span class="fine">({words.optional})</span>
      </label>
      <textarea
        id="own-words"
        rows={3}
        maxLength={OWN_WORDS_LENGTH}
        value={form.words.value}
        onInput={(event) => {
          form.words.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}
