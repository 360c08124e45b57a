import type { RelatedExamination } from '../fhir/imaging/overlap.ts';
import { examinationWords, lineWords } from '../i18n/imaging-sentence.ts';
import { imagingWords } from '../i18n/imaging-words.ts';
import { moveFocus } from '../ui/focus.ts';
import { Fold } from '../ui/fold.tsx';
import { useSpeech } from '../ui/speech-context.ts';
import { ExaminationAnswer } from './examination-answer.tsx';
import { OrderedBy } from './finding-notice.tsx';
import type { ImagingChecks } from './imaging-checks.ts';
import { unreadSources } from './imaging-checks-view.tsx';

/**
 * Under the verdict, in a line: whether such an examination was made or booked elsewhere, when, and how long ago. It unfolds where
 * it stands to what there is to know of it; by itself it takes no more than its line, so that nothing moves when it comes.
 */
export function RecordLine({ imaging }: { readonly imaging: ImagingChecks }) {
  const { language } = useSpeech();
  const { line, unavailable, plannedNote } = imagingWords[language];
  const shown = imaging.shown.value;
  if (shown === null) return null;
  if (shown === 'reading') return <>{line.reading}</>;
  if (shown === 'unavailable') return <>{unavailable}</>;
  if (shown.overlap.plannedByTeam || imaging.plannedByTeam.value) return <>{plannedNote}</>;
  const [first, ...others] = shown.overlap.findings;
  if (first)
    return (
      <Fold summary={<span>{lineWords(first, others.length, language, shown.now)}</span>}>
        {() => <FindingInShort examination={first.examination} imaging={imaging} />}
      </Fold>
    );
  return <>{unreadSources(shown).length > 0 ? line.partly : line.nothing}</>;
}

type FindingInShortProps = Pick<RelatedExamination, 'examination'> & { readonly imaging: ImagingChecks };

/** What, where, on whose order, and what it answered; the rest stands with the other examinations. */
function FindingInShort({ examination, imaging }: FindingInShortProps) {
  const { line } = imagingWords[useSpeech().language];
  return (
    <div class="finding-in-short">
      <p>{examinationWords(examination)}</p>
      <OrderedBy examination={examination} />
      <ExaminationAnswer examination={examination} imaging={imaging} />
      <button type="button" onClick={() => moveFocus('checks-title')}>
        {line.all}
      </button>
    </div>
  );
}
