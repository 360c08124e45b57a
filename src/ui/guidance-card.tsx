import type { Guidance } from '../core/decision/guidance.ts';
import { recommendationOf } from '../core/decision/ruling.ts';
import type { Answer } from '../core/facts/answers.ts';
import { DecisiveFacts } from './decisive-facts.tsx';
import { keepFocus } from './focus.ts';
import { Fold } from './fold.tsx';
import type { GuidanceDetails } from './guidance-details.ts';
import type { GuidanceModel } from './guidance-model.ts';
import { GuidelineName } from './guideline-name.tsx';
import { Recommendation } from './recommendation.tsx';
import { useSpeech } from './speech-context.ts';
import { VerdictBadge } from './verdict.tsx';

interface GuidanceCardProps {
  readonly model: GuidanceModel;
  readonly guidance: Guidance;
  /** With several guidelines each shows its own verdict. */
  readonly several: boolean;
  /** Folded to the name and "show why", where nothing needs the clinician. */
  readonly calm: boolean;
  readonly details: GuidanceDetails | 'loading' | 'failed';
}

/** What one guideline says, why, on what evidence, and that nobody has approved it. */
export function GuidanceCard({ model, guidance, several, calm, details }: GuidanceCardProps) {
  const { words, text } = useSpeech();
  const guideline = model.library.guidelines.find(({ document }) => document.id === guidance.guideline);
  if (!guideline) return null;
  const { document } = guideline;
  const spoken = guidance.speaks === null ? null : recommendationOf(guideline, guidance.speaks);
  const lines = {
    justification: guidance.justification,
    definitions: guideline.facts,
    answers: model.loop.answers.value,
    onAnswer: (fact: string, answer: Answer) => keepFocus(() => model.loop.answer(new Map([[fact, answer]]))),
    onUndo: (fact: string) => keepFocus(() => model.loop.undo(fact)),
  };
  const said = spoken && (
    <>
      <Recommendation recommendation={spoken} />
      <DecisiveFacts {...lines} details={details} />
    </>
  );
  return (
    <article class="guidance" data-guideline={document.id} data-recommendation={guidance.recommendation ?? ''}>
      {!calm && spoken && <h2>{text(spoken.title)}</h2>}
      {several && (
        <p>
          {text(document.title)} <VerdictBadge verdict={guidance.verdict} small />
        </p>
      )}
      {!calm && said}
      <Fold class="why" summary={words.why.show}>
        {() =>
          typeof details === 'object' ? (
            <details.Why {...lines} model={model} guidance={guidance} guideline={document} spoken={spoken}>
              {calm && said}
            </details.Why>
          ) : (
            <>
              {calm && said}
              <p class="fine">{details === 'loading' ? words.loading : words.notFetched.title}</p>
            </>
          )
        }
      </Fold>
      <GuidelineName guideline={document} />
    </article>
  );
}
