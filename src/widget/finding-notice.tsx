import type { ImagingRules } from '../core/guideline/imaging-rules.ts';
import type { ImagingFinding } from '../fhir/imaging/overlap.ts';
import { doubtWords, examinationWords, findingHeadline, linkWords, periodWords } from '../i18n/imaging-sentence.ts';
import { imagingWords } from '../i18n/imaging-words.ts';
import { moveFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Deciding } from './deciding.ts';
import { isSame } from './decision-form.ts';
import { canBeReRead } from './imaging-checks.ts';

interface FindingNoticeProps {
  readonly finding: ImagingFinding;
  readonly order: string | null;
  readonly rules: ImagingRules;
  readonly deciding: Deciding;
}

/** One earlier or booked examination that may make the draft superfluous: what, where, what links the two, and the window with its source. */
export function FindingNotice({ finding, order, rules, deciding }: FindingNoticeProps) {
  const { language, text } = useSpeech();
  const words = imagingWords[language];
  const { examination, window } = finding;
  const doubt = doubtWords(finding, language);
  return (
    <article class="notice" data-finding={finding.relation}>
      <h3>{findingHeadline(finding, language)}</h3>
      <p>{examinationWords(examination)}</p>
      {examination.orderedBy && (
        <p class="fine">
          {words.orderedBy}: {examination.orderedBy}
        </p>
      )}
      <p class="fine">{linkWords(finding, order, rules, language)}</p>
      {doubt && <p class="fine caution">{doubt}</p>}
      {canBeReRead(examination) && <ReReading rules={rules} deciding={deciding} />}
      <p class="fine">
        {words.window(periodWords(window.within, language))} {text(window.source)}
      </p>
    </article>
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
