import type { Signal } from '@preact/signals-core';
import type { ImagingRules } from '../core/guideline/imaging-rules.ts';
import type { ImagingFinding } from '../fhir/imaging/overlap.ts';
import { doubtWords, examinationWords, findingHeadline, linkWords, periodWords } from '../i18n/imaging-sentence.ts';
import { imagingWords } from '../i18n/imaging-words.ts';
import { useSpeech } from '../ui/speech-context.ts';
import { keyOf } from './imaging-checks.ts';

interface FindingNoticeProps {
  readonly finding: ImagingFinding;
  readonly order: string | null;
  readonly rules: ImagingRules;
  readonly reRead: Signal<string | null>;
}

/** One earlier or booked examination that may make the draft superfluous: what, where, what links the two, and the window with its source. */
export function FindingNotice({ finding, order, rules, reRead }: FindingNoticeProps) {
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
      {examination.isPrivate && examination.state === 'done' && (
        <ReReading code={rules.reReading.coding.code} finding={finding} reRead={reRead} />
      )}
      <p class="fine">
        {words.window(periodWords(window.within, language))} {text(window.source)}
      </p>
    </article>
  );
}

interface ReReadingProps {
  readonly code: string;
  readonly finding: ImagingFinding;
  readonly reRead: Signal<string | null>;
}

/** Images taken privately can be read again: asked for on the order with the decision. */
function ReReading({ code, finding, reRead }: ReReadingProps) {
  const words = imagingWords[useSpeech().language];
  const key = keyOf(finding);
  const asked = reRead.value === key;
  return (
    <>
      <p>{words.reRead(code)}</p>
      <button
        type="button"
        class="answer"
        aria-pressed={asked}
        onClick={() => {
          reRead.value = asked ? null : key;
        }}
      >
        {words.askReRead} ({code})
      </button>
    </>
  );
}
