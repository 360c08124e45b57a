import type { RelatedExamination } from '../fhir/imaging/overlap.ts';
import { HISTORY_TYPES } from '../fhir/imaging/state.ts';
import { whenWords } from '../i18n/imaging-sentence.ts';
import { imagingWords } from '../i18n/imaging-words.ts';
import { formatDate } from '../i18n/notation.ts';
import { Fold } from '../ui/fold.tsx';
import { Origin } from '../ui/origins.tsx';
import { useSpeech } from '../ui/speech-context.ts';
import { Conclusion, ExaminationAnswer } from './examination-answer.tsx';
import type { ImagingChecks, RecordChecks } from './imaging-checks.ts';

interface TimeLineProps {
  readonly checks: RecordChecks;
  readonly imaging: Pick<ImagingChecks, 'openReport' | 'originOf' | 'plannedByTeam'>;
}

/** Earlier, booked and ordered examinations of the same region, newest first, and where they were looked for. */
export function TimeLine({ checks, imaging }: TimeLineProps) {
  const words = imagingWords[useSpeech().language];
  const { related, findings } = checks.overlap;
  const above = imaging.plannedByTeam.value ? [] : findings.map(({ examination }) => examination);
  return (
    <Fold class="time-line" summary={related.length === 0 ? words.nothing : words.timeLine(related.length)}>
      {() => (
        <>
          <ul class="facts">
            {related.map((one) => (
              <li key={one.examination.references[0]?.reference}>
                <Examination {...one} imaging={imaging} isOpenedAbove={above.includes(one.examination)} />
              </li>
            ))}
          </ul>
          <Sources checks={checks} />
        </>
      )}
    </Fold>
  );
}

interface ExaminationProps extends RelatedExamination, Pick<TimeLineProps, 'imaging'> {
  /** Its report is opened where it stands among what may make the draft superfluous. */
  readonly isOpenedAbove: boolean;
}

function Examination({ examination, relation, imaging, isOpenedAbove }: ExaminationProps) {
  const { language } = useSpeech();
  const words = imagingWords[language];
  const { state, display, place, orderedBy, orderedOn, isPrivate } = examination;
  const when = whenWords(examination, language);
  const orderDate = orderedOn?.text === undefined ? undefined : formatDate(orderedOn.text, language);
  const ordered = [orderedBy, orderDate === when ? undefined : orderDate].filter((part) => part !== undefined);
  return (
    <>
      <p>
        <strong>{when || words.undated}</strong> {display}
      </p>
      <p class="fine">
        {[
          words.state[state],
          ...(isPrivate ? [words.isPrivate] : []),
          ...(relation === 'other' ? [] : [words.relation[relation]]),
        ].join(' · ')}
      </p>
      <Labelled label={words.place} value={place ?? words.notStated} />
      <Labelled label={words.orderedBy} value={ordered.length > 0 ? ordered.join(', ') : words.notStated} />
      {isOpenedAbove ? (
        <Conclusion examination={examination} />
      ) : (
        <ExaminationAnswer examination={examination} imaging={imaging} />
      )}
      <Members examination={examination} originOf={imaging.originOf} />
    </>
  );
}

interface MembersProps {
  readonly examination: RelatedExamination['examination'];
  readonly originOf: ImagingChecks['originOf'];
}

/** The resources of which the examination is put together, each as it stands in the record. */
function Members({ examination: { members, references }, originOf }: MembersProps) {
  const { language } = useSpeech();
  const words = imagingWords[language];
  return (
    <details class="members">
      <summary>{words.standsAs(members.length)}</summary>
      <ul>
        {references.map(({ reference, date }, at) => {
          const type = members[at]?.type;
          const origin = originOf(reference);
          return (
            <li key={reference}>
              <p>{[type ? words.kind[type] : reference, ...(date ? [formatDate(date, language)] : [])].join(', ')}</p>
              {origin && <Origin origin={origin} />}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Labelled({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <p class="fine">
      {label}: {value}
    </p>
  );
}

/** That nothing was found means nothing without where it was looked for. */
function Sources({ checks }: { readonly checks: RecordChecks }) {
  const words = imagingWords[useSpeech().language];
  const searched = HISTORY_TYPES.filter((type) => checks.counts.has(type));
  return (
    <>
      <h3>{words.searched}</h3>
      <ul>
        {searched.map((type) => (
          <li key={type} class="fine">
            {words.searchedIn(words.source[type] ?? type, checks.counts.get(type) ?? 0)}
          </li>
        ))}
      </ul>
      <p class="fine">{words.elsewhere}</p>
    </>
  );
}
