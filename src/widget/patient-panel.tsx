import { useState } from 'preact/hooks';
import type { Guidance } from '../core/decision/guidance.ts';
import { recommendationOf } from '../core/decision/ruling.ts';
import type { CompiledGuideline } from '../core/guideline/compile.ts';
import { patientInformationFor } from '../core/guideline/patient-information.ts';
import type { Language } from '../i18n/language.ts';
import { leafletText } from '../i18n/leaflet-text.ts';
import { patientPanelWords } from '../i18n/leaflet-words.ts';
import { isRead } from '../library/unpack.ts';
import { CopyText } from '../ui/copy-text.tsx';
import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import { Leaflet } from './leaflet.tsx';
import type { SupplementProps } from './supplements.ts';

/** What the patient takes home after what the guidelines say: to read aloud, to print, to copy; in the patient's language. */
export function PatientPanel({ model, supplements }: SupplementProps) {
  const { words: first, language } = useSpeech();
  const words = patientPanelWords[language];
  const { library, loop } = model;
  const guidance = loop.assessment.value?.guidance ?? [];
  const guidelines = new Map(library.guidelines.map((guideline) => [guideline.document.id, guideline]));
  if (guidance.length === 0) return <None why={words.notCovered} />;
  return (
    <>
      {guidance.map((one) => {
        const guideline = guidelines.get(one.guideline);
        if (!guideline) return null;
        if (isRead(guideline.document)) return <OfGuideline key={one.guideline} guidance={one} guideline={guideline} />;
        return (
          <div key={one.guideline} class="notice">
            <p>{words.notFetched}</p>
            <button type="button" class="secondary" onClick={() => keepFocus(supplements.fetchReading)}>
              {first.retry}
            </button>
          </div>
        );
      })}
    </>
  );
}

interface OfGuidelineProps {
  readonly guidance: Guidance;
  readonly guideline: CompiledGuideline;
}

function OfGuideline({ guidance, guideline }: OfGuidelineProps) {
  const { language, text } = useSpeech();
  const words = patientPanelWords[language];
  const [chosen, choose] = useState<Language | null>(null);
  const information = patientInformationFor(guideline.document, guidance.recommendation);
  if (guidance.recommendation === null) return <None why={words.open} />;
  if (!information) return <None why={words.none(text(recommendationOf(guideline, guidance.recommendation).title))} />;
  const spoken = chosen ?? language;
  const other = spoken === 'da' ? 'en' : 'da';
  const shownIn = `leaflet-${guideline.document.id}`;
  return (
    <>
      <Leaflet id={shownIn} information={information} guideline={guideline.document} language={spoken} />
      <p class="copy">
        <button type="button" class="primary" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" class="secondary" onClick={() => choose(other)}>
          {words.inLanguage[other]}
        </button>
      </p>
      <CopyText text={leafletText(information, guideline.document, spoken)} shownIn={shownIn} />
    </>
  );
}

/** Said plainly: a text for another case is worse than none. */
function None({ why }: { readonly why: string }) {
  const words = patientPanelWords[useSpeech().language];
  return (
    <p>
      {why} {words.next}
    </p>
  );
}
