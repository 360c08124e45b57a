import type { Guideline, Recommendation } from '../core/schema/guideline.ts';
import type { Verdict } from '../core/schema/rating.ts';
import { whyWords } from '../i18n/why-words.ts';
import type { JustificationProps } from './decisive-facts.tsx';
import { EvidenceList } from './evidence.tsx';
import { Justification } from './justification.tsx';
import { useSpeech } from './speech-context.ts';

export interface WhyProps extends JustificationProps {
  readonly guideline: Guideline;
  readonly verdict: Verdict;
  /** The recommendation that speaks; null while none does. */
  readonly spoken: Recommendation | null;
}

/** What unfolds under "show why": the rest of the justification, the sources, and whom the guideline is not for. */
export function Why({ guideline, verdict, spoken, ...lines }: WhyProps) {
  const { language, text } = useSpeech();
  return (
    <>
      {verdict !== 'undetermined' && <p class="fine">{whyWords[language].verdictMeaning[verdict]}</p>}
      <Justification {...lines} />
      {spoken && <EvidenceList recommendation={spoken} evidence={guideline.evidence} />}
      {guideline.notFor.length > 0 && (
        <details>
          <summary>{whyWords[language].notFor}</summary>
          <ul class="steps">
            {guideline.notFor.map((line) => (
              <li key={line.da}>{text(line)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
