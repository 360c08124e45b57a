import { HISTORY_TYPES } from '../fhir/imaging/state.ts';
import { imagingWords } from '../i18n/imaging-words.ts';
import { formatList } from '../i18n/notation.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Deciding } from './deciding.ts';
import { FindingNotice } from './finding-notice.tsx';
import type { ImagingChecks, RecordChecks } from './imaging-checks.ts';
import { ReasonPicker } from './reason-picker.tsx';
import { SafetyPrompts } from './safety-prompts.tsx';
import { TimeLine } from './time-line.tsx';

interface ImagingChecksViewProps {
  readonly imaging: ImagingChecks;
  readonly deciding: Deciding;
}

/** What the record says about the draft whatever a guideline says: earlier imaging, the reason, what to remember. */
export function ImagingChecksView({ imaging, deciding }: ImagingChecksViewProps) {
  const words = imagingWords[useSpeech().language];
  const shown = imaging.shown.value;
  if (shown === null) return null;
  if (shown === 'reading') return <p class="fine">{words.reading}</p>;
  if (shown === 'unavailable') return <p class="notice">{words.unavailable}</p>;
  return (
    <section class="checks" aria-labelledby="checks-title">
      <h2 id="checks-title" tabIndex={-1}>
        {words.heading}
      </h2>
      <Findings imaging={imaging} deciding={deciding} checks={shown} />
      <NotSearched checks={shown} />
      <TimeLine checks={shown} imaging={imaging} />
      <SafetyPrompts imaging={imaging} prompts={shown.prompts} />
      {shown.reason && <ReasonPicker imaging={imaging} reason={shown.reason} rules={shown.rules} />}
    </section>
  );
}

interface ChecksProps {
  readonly checks: RecordChecks;
}

/** What may make the draft superfluous. Never a block; planned at an MDT conference, it says nothing. */
function Findings({ imaging, deciding, checks }: ChecksProps & ImagingChecksViewProps) {
  const words = imagingWords[useSpeech().language];
  const { overlap, rules } = checks;
  const planned = imaging.plannedByTeam;
  if (overlap.plannedByTeam) return <p>{words.plannedByTeam}</p>;
  if (overlap.findings.length === 0) return null;
  return (
    <>
      {planned.value ? (
        <p>{words.plannedByTeam}</p>
      ) : (
        <>
          {overlap.findings.map((finding) => (
            <FindingNotice
              key={finding.examination.references[0]?.reference}
              finding={finding}
              order={overlap.order}
              rules={rules}
              deciding={deciding}
              imaging={imaging}
              now={checks.now}
            />
          ))}
          <p class="fine">{words.notABlock}</p>
        </>
      )}
      <button
        type="button"
        class="quiet"
        aria-pressed={planned.value}
        onClick={() => {
          planned.value = !planned.value;
        }}
      >
        {planned.value ? words.unmarkPlanned : words.markPlanned}
      </button>
    </>
  );
}

/** Sources that could not be read: always in view, since what they hold is not seen here. */
function NotSearched({ checks }: ChecksProps) {
  const { language } = useSpeech();
  const words = imagingWords[language];
  const unread = unreadSources(checks).map((type) => words.source[type] ?? type);
  if (unread.length === 0) return null;
  return <p class="notice notice-gap">{words.notSearched(formatList([...new Set(unread)], language))}</p>;
}

/** Types of resource that tell of imaging and were not read. */
export function unreadSources({ gaps }: RecordChecks): readonly string[] {
  const types: readonly string[] = HISTORY_TYPES;
  return gaps.map(({ resourceType }) => resourceType).filter((type) => types.includes(type));
}
