import type { ImagingRules } from '../core/guideline/imaging-rules.ts';
import type { OfferedReason, UnspecificReason } from '../fhir/imaging/unspecific-reason.ts';
import { imagingWords } from '../i18n/imaging-words.ts';
import { referenceWords } from '../i18n/sentence.ts';
import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { ImagingChecks } from './imaging-checks.ts';

interface ReasonPickerProps {
  readonly imaging: ImagingChecks;
  readonly reason: UnspecificReason;
  readonly rules: ImagingRules;
}

/** A draft whose reason tells nothing: what could stand there, the patient's own problems first. The old one stays. */
export function ReasonPicker({ imaging, reason, rules }: ReasonPickerProps) {
  const { language, text } = useSpeech();
  const words = imagingWords[language].reason;
  const { unspecific } = rules.reasons;
  const picked = imaging.picked.value;
  const problems = reason.offered.filter(({ from }) => from !== undefined);
  const listed = reason.offered.filter(({ from }) => from === undefined);
  return (
    <section class="notice" data-finding="unspecific-reason" aria-labelledby="reason-title">
      <h3 id="reason-title">{words.heading}</h3>
      <p>
        {words.lack[reason.lack]} {reason.now.join('; ')}
      </p>
      {reason.lack === 'unspecific' && <p>{text(unspecific.say)}</p>}
      <Choices imaging={imaging} heading={words.problems} offered={problems} />
      {reason.problemsUnread && <p class="fine">{words.unread}</p>}
      <Choices imaging={imaging} heading={words.list} offered={listed} />
      <p role="status">
        {picked && words.chosen(picked.codings.map(({ code }) => code).join(', '))}{' '}
        {picked && reason.now.length > 0 && words.kept}
      </p>
      <p class="fine">{text(unspecific.source)}</p>
    </section>
  );
}

interface ChoicesProps {
  readonly imaging: ImagingChecks;
  readonly heading: string;
  readonly offered: readonly OfferedReason[];
}

function Choices({ imaging, heading, offered }: ChoicesProps) {
  if (offered.length === 0) return null;
  return (
    <>
      <h4>{heading}</h4>
      <ul class="choices">
        {offered.map((one) => (
          <li key={one.codings[0]?.code}>
            <Choice imaging={imaging} offered={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Choice({ imaging, offered }: { readonly imaging: ImagingChecks; readonly offered: OfferedReason }) {
  const speech = useSpeech();
  const chosen = imaging.picked.value?.codings[0]?.code === offered.codings[0]?.code;
  const words = offered.from
    ? referenceWords(speech, offered.from)
    : `${offered.label ? speech.text(offered.label) : ''} (${offered.codings[0]?.code ?? ''})`;
  return (
    <button
      type="button"
      class="answer"
      aria-pressed={chosen}
      onClick={() => keepFocus(() => imaging.pick(chosen ? null : offered))}
    >
      {words}
    </button>
  );
}
