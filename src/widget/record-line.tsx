import { lineWords } from '../i18n/imaging-sentence.ts';
import { imagingWords } from '../i18n/imaging-words.ts';
import { moveFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { ImagingChecks } from './imaging-checks.ts';
import { unreadSources } from './imaging-checks-view.tsx';

/** Under the verdict, in a line: whether such an examination was made or booked elsewhere, and the way to all about it. */
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
      <button type="button" onClick={() => moveFocus('checks-title')}>
        {lineWords(first, others.length, language)}
      </button>
    );
  return <>{unreadSources(shown).length > 0 ? line.partly : line.nothing}</>;
}
