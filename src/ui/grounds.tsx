import { Fold } from './fold.tsx';
import { Named, type Voice } from './guidance-card.tsx';
import type { GuidanceDetails } from './guidance-details.ts';
import type { GuidanceModel } from './guidance-model.ts';
import { GuidelineName } from './guideline-name.tsx';
import { useSpeech } from './speech-context.ts';

interface GroundsProps extends Voice {
  readonly model: GuidanceModel;
  readonly details: GuidanceDetails | 'loading' | 'failed';
}

/** Why one guideline says what it says, on what evidence, and that nobody has approved it: read after the decision. */
export function Grounds({ model, details, ...voice }: GroundsProps) {
  const { words } = useSpeech();
  const { loop } = model;
  const { guideline, guidance, spoken, calm } = voice;
  const { document } = guideline;
  const lines = {
    justification: guidance.justification,
    definitions: guideline.facts,
    answers: loop.answers.value,
    loop,
  };
  const decisive = spoken && typeof details === 'object' && <details.DecisiveFacts {...lines} />;
  return (
    <article class="guidance" data-guideline={voice.id}>
      {calm || !spoken ? <Named {...voice} /> : decisive}
      <Fold class="why" summary={words.why.show}>
        {() =>
          typeof details === 'object' ? (
            <details.Why {...lines} model={model} guidance={guidance} calm={calm} />
          ) : (
            <p class="fine">{details === 'loading' ? words.loading : words.notFetched.title}</p>
          )
        }
      </Fold>
      <GuidelineName guideline={document} />
    </article>
  );
}
