import type { LocalGuideline } from '../core/guideline/site.ts';
import type { Recommendation } from '../core/schema/guideline.ts';
import type { Verdict } from '../core/schema/rating.ts';
import { whyWords } from '../i18n/why-words.ts';
import type { JustificationProps } from './decisive-facts.tsx';
import { EvidenceList } from './evidence.tsx';
import { Justification } from './justification.tsx';
import { LocalChanges } from './local-changes.tsx';
import { useSpeech } from './speech-context.ts';

export interface WhyProps extends JustificationProps {
  readonly guideline: LocalGuideline;
  readonly verdict: Verdict;
  /** The recommendation that speaks; null while none does. */
  readonly spoken: Recommendation | null;
}

/** What unfolds under "show why": the rest of the justification, what the site has changed, sources, whom it is not for. */
export function Why({ guideline, verdict, spoken, ...lines }: WhyProps) {
  const { language, text } = useSpeech();
  return (
    <>
      {verdict !== 'undetermined' && <p class="fine">{whyWords[language].verdictMeaning[verdict]}</p>}
      <Justification {...lines} />
      <LocalChanges changes={guideline.local ?? []} />
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
