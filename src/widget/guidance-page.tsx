import type { Assessment } from '../core/decision/guidance.ts';
import { Answers } from '../ui/answers.tsx';
import { keepFocus } from '../ui/focus.ts';
import { GuidanceView, isCalmPage } from '../ui/guidance-view.tsx';
import { useSpeech } from '../ui/speech-context.ts';
import type { Model } from './model.ts';
import { SaveNotice } from './save-notice.tsx';

/** Questions and guidance: one page, redrawn after every answer. */
export function GuidancePage({ model }: { readonly model: Model }) {
  const { words } = useSpeech();
  const assessment = model.loop.assessment.value;
  if (!assessment) return <p class="fine">{words.stage.working}</p>;
  const byHand = model.order.value === null;
  return (
    <>
      <GuidanceView
        model={model}
        assessment={assessment}
        gaps={model.gaps.value}
        orderName={model.order.value?.code ?? ''}
        heading="h1"
      />
      {byHand ? <ByHandEnd model={model} /> : <Decision model={model} assessment={assessment} />}
      <SaveNotice notice={model.notice.value} />
      <Answers model={model} />
    </>
  );
}

interface DecisionProps {
  readonly model: Model;
  readonly assessment: Assessment;
}

/** While questions are open or nothing speaks against, deciding is there but folded away. */
function Decision({ model, assessment }: DecisionProps) {
  const { words } = useSpeech();
  if (model.form.options.value.length === 0) return null;
  const quiet = isCalmPage(model, assessment) || assessment.verdict === 'no-criteria-apply';
  const unfinished = assessment.verdict === 'undetermined' && model.loop.open.value.length > 0;
  if (!quiet && !unfinished) return <Panel model={model} />;
  return (
    <details
      class="quiet-decision"
      onToggle={(event) => {
        if (quiet && event.currentTarget.open && model.form.choice.value === null)
          model.form.choose({ kind: 'accepted' });
      }}
    >
      <summary>{unfinished ? words.decision.waitForAnswers : words.decision.accepted}</summary>
      <Panel model={model} />
    </details>
  );
}

/** The panel itself is fetched after guidance; should that fail, guidance stands and it can be tried again. */
function Panel({ model }: { readonly model: Model }) {
  const { words } = useSpeech();
  const writer = model.writer.value;
  if (writer === 'loading') return <p class="fine">{words.decision.loading}</p>;
  if (writer !== 'failed') return <writer.DecisionPanel model={model} />;
  return (
    <section class="decision">
      <p>{words.decision.notLoaded}</p>
      <button type="button" class="secondary" onClick={() => keepFocus(model.fetchWriter)}>
        {words.retry}
      </button>
    </section>
  );
}

function ByHandEnd({ model }: { readonly model: Model }) {
  const { words } = useSpeech();
  return (
    <section class="by-hand-end">
      <p class="fine">{words.byHand.noSaving}</p>
      <button type="button" class="secondary" onClick={() => keepFocus(model.startByHand)}>
        {words.byHand.startAgain}
      </button>
    </section>
  );
}
