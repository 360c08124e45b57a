import type { Recommendation as RecommendationDocument } from '../core/schema/guideline.ts';
import { asPhrase } from '../i18n/sentence.ts';
import { useSpeech } from './speech-context.ts';

interface RecommendationProps {
  readonly recommendation: RecommendationDocument;
  /** Whether how soon is said of what to do: where no verdict in favour of an examination is there to say it of. */
  readonly hurries?: boolean;
}

/** What a recommendation says and what to do, in the author's words. */
export function Recommendation({ recommendation, hurries }: RecommendationProps) {
  const { words, text } = useSpeech();
  const { say, do: steps, urgency } = recommendation;
  return (
    <div class="recommendation">
      <p class="say">{text(say)}</p>
      {steps.length > 0 && (
        <>
          <h3>
            {words.whatToDo}
            {hurries && urgency === 'within-a-week' && ` – ${asPhrase(words.urgency[urgency])}`}
          </h3>
          <ul class="steps">
            {steps.map((step) => (
              <li key={step.da}>{text(step)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
