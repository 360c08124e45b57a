import type { ImagingRules } from '../core/guideline/imaging-rules.ts';
import type { ImagingFinding } from '../fhir/imaging/overlap.ts';
import { doubtWords, examinationWords, findingHeadline, linkWords, periodWords } from '../i18n/imaging-sentence.ts';
import { imagingWords } from '../i18n/imaging-words.ts';
import { moveFocus } from '../ui/focus.ts';
import { Fold } from '../ui/fold.tsx';
import { useSpeech } from '../ui/speech-context.ts';
import type { Deciding } from './deciding.ts';
import { isSame } from './decision-form.ts';
import { ExaminationAnswer } from './examination-answer.tsx';
import { canBeReRead, type ImagingChecks } from './imaging-checks.ts';

interface FindingNoticeProps {
  readonly finding: ImagingFinding;
  readonly order: string | null;
  readonly rules: ImagingRules;
  readonly deciding: Deciding;
  readonly imaging: Pick<ImagingChecks, 'openReport'>;
  /** ISO date-time. */
  readonly now: string;
}

/**
 * One earlier or booked examination that may make the draft superfluous: what, where, its answer, what links the two, and the window
 * with its source.
 */
export function FindingNotice({ finding, order, rules, deciding, imaging, now }: FindingNoticeProps) {
  const { language, text } = useSpeech();
  const words = imagingWords[language];
  const { examination, window } = finding;
  const doubt = doubtWords(finding, language);
  return (
    <article class="notice" data-finding={finding.relation}>
      <h3>{findingHeadline(finding, language, now)}</h3>
      <p>{examinationWords(examination)}</p>
      <OrderedBy examination={examination} />
      <ExaminationAnswer examination={examination} imaging={imaging} />
      <p class="fine">{linkWords(finding, order, rules, language)}</p>
      {doubt && <p class="fine caution">{doubt}</p>}
      {canBeReRead(examination) && <ReReading rules={rules} deciding={deciding} />}
      <Fold class="fine" summary={words.window(periodWords(window.within, language))}>
        {() => <p>{text(window.source)}</p>}
      </Fold>
    </article>
  );
}

/** Who asked for an examination, where the record says so. */
export function OrderedBy({ examination: { orderedBy } }: Pick<ImagingFinding, 'examination'>) {
  const words = imagingWords[useSpeech().language];
  return orderedBy === undefined ? null : (
    <p class="fine">
      {words.orderedBy}: {orderedBy}
    </p>
  );
}

interface ReReadingProps {
  readonly rules: ImagingRules;
  readonly deciding: Deciding;
}

/** Images taken privately can be read instead of taken again: chosen, seen as it will be written, and only then written. */
function ReReading({ rules: { reReading }, deciding: { form } }: ReReadingProps) {
  const words = imagingWords[useSpeech().language];
  const { code } = reReading.coding;
  const option = form.options.value.find((one) => one.kind === 'changed' && one.rating === null);
  return (
    <>
      <p>{words.reRead(code)}</p>
      {option && (
        <button
          type="button"
          class="answer"
          aria-pressed={isSame(option, form.choice.value)}
          onClick={() => {
            form.choose(option);
            moveFocus('decision-title');
          }}
        >
          {words.askReRead} ({code})
        </button>
      )}
    </>
  );
}
