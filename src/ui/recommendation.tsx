import type { Recommendation as RecommendationDocument } from '../core/schema/guideline.ts';
import { useSpeech } from './speech-context.ts';

/** What a recommendation says and what to do, in the author's words. */
export function Recommendation({ recommendation }: { readonly recommendation: RecommendationDocument }) {
  const { words, text } = useSpeech();
  const { say, do: steps } = recommendation;
  return (
    <div class="recommendation">
      <p class="say">{text(say)}</p>
      {steps.length > 0 && (
        <>
          <h3>{words.whatToDo}</h3>
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
