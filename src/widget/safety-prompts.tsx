import type { SafetyPrompt } from '../fhir/imaging/safety.ts';
import { imagingWords } from '../i18n/imaging-words.ts';
import { formatList } from '../i18n/notation.ts';
import { type PregnancyAnswer, safetyLine } from '../i18n/safety-line.ts';
import { referenceWords } from '../i18n/sentence.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Examined } from './deciding.ts';
import type { ImagingChecks } from './imaging-checks.ts';

interface SafetyPromptsProps {
  readonly imaging: ImagingChecks;
  readonly prompts: readonly SafetyPrompt[];
}

/** What to remember before the examination, each with what the record says and its source. Nothing here stops anything. */
export function SafetyPrompts({ imaging, prompts }: SafetyPromptsProps) {
  const words = imagingWords[useSpeech().language].safety;
  if (prompts.length === 0) return null;
  return (
    <>
      <h3>{words.heading}</h3>
      {prompts.map((prompt) => (
        <Prompt key={prompt.kind} imaging={imaging} prompt={prompt} />
      ))}
    </>
  );
}

interface SafetyReminderProps {
  readonly imaging: ImagingChecks;
  readonly examined: Examined;
  /** Whether pregnancy can still be answered; on the receipt it stands written. */
  readonly asks?: boolean;
}

/** The same in a line each, beside what is decided and on the receipt: it is not missed by whoever reads no further. */
export function SafetyReminder({ imaging, examined, asks = false }: SafetyReminderProps) {
  const speech = useSpeech();
  const words = imagingWords[speech.language].safety;
  const prompts = examined === null ? [] : imaging.promptsFor(examined === 'draft' ? null : examined.to);
  if (prompts.length === 0) return null;
  return (
    <section class="notice reminder" aria-label={words.heading}>
      {prompts.map((prompt) => (
        <div key={prompt.kind} data-reminder={prompt.kind}>
          <p>{safetyLine(speech, prompt, imaging.pregnancy.value)}</p>
          {asks && prompt.kind === 'pregnancy' && <PregnancyAnswers imaging={imaging} isShort />}
        </div>
      ))}
    </section>
  );
}

function Prompt({ imaging, prompt }: { readonly imaging: ImagingChecks; readonly prompt: SafetyPrompt }) {
  const speech = useSpeech();
  const { safety: words, source } = imagingWords[speech.language];
  const { kind, say, references, unread } = prompt;
  const parts = [...new Set(unread.map((type) => source[type] ?? type))];
  const speaks = kind !== 'implant' || references.length > 0;
  return (
    <section class="notice" data-prompt={kind}>
      {speaks && <p>{speech.text(say)}</p>}
      {references.map((reference) => (
        <p key={reference.reference} class="fine">
          {words.inTheRecord}: {referenceWords(speech, reference)}
        </p>
      ))}
      {parts.length > 0 && <p class="notice-gap">{words.unread(formatList(parts, speech.language))}</p>}
      {!speaks && <p>{words.askForImplants}</p>}
      {kind === 'pregnancy' && <PregnancyAnswers imaging={imaging} />}
      {speaks && (
        <p class="fine">
          {words.source}: <Source prompt={prompt} />
        </p>
      )}
    </section>
  );
}

function Source({ prompt: { source, url } }: { readonly prompt: SafetyPrompt }) {
  const { text } = useSpeech();
  if (url === undefined) return <>{text(source)}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {text(source)}
    </a>
  );
}

const ANSWERS: readonly PregnancyAnswer[] = ['no', 'yes', 'open'];

/** What the clinician has settled; it goes into the note on the order, and answers no question of a guideline. */
function PregnancyAnswers({
  imaging,
  isShort = false,
}: {
  readonly imaging: ImagingChecks;
  readonly isShort?: boolean;
}) {
  const words = imagingWords[useSpeech().language].safety;
  const { pregnancy } = imaging;
  return (
    <fieldset class="answers-row">
      <legend class={isShort ? undefined : 'visually-hidden'}>{words.asked}</legend>
      {ANSWERS.map((answer) => (
        <button
          key={answer}
          type="button"
          class="answer"
          aria-pressed={pregnancy.value === answer}
          onClick={() => {
            pregnancy.value = pregnancy.value === answer ? null : answer;
          }}
        >
          {words.answers[answer]}
        </button>
      ))}
    </fieldset>
  );
}
