import { keepFocus } from '../ui/focus.ts';
import { GuidanceView } from '../ui/guidance-view.tsx';
import { useSpeech } from '../ui/speech-context.ts';
import type { Model } from './model.ts';

/** Questions and guidance: one page, redrawn after every answer. */
export function GuidancePage({ model }: { readonly model: Model }) {
  const { words } = useSpeech();
  const assessment = model.loop.assessment.value;
  const sequel = model.sequel.value;
  const later = typeof sequel === 'string' ? null : sequel;
  const recalled = model.recalled.value;
  if (!assessment) return <p class="fine">{words.stage.working}</p>;
  return (
    <GuidanceView
      model={model}
      assessment={assessment}
      gaps={model.gaps.value}
      orderName={model.order.value?.code ?? ''}
      heading="h1"
      details={typeof sequel === 'string' ? sequel : sequel.details}
      actions={later?.actions(model)}
      telephone={
        <>
          {model.order.value?.priority === 'routine' && <p>{words.orderSaysRoutine}</p>}
          <div class="telephone-call">{later ? <later.Call model={model} /> : words.loading}</div>
        </>
      }
      underVerdict={
        // Its room is kept from the first, so that nothing moves when it comes.
        <div class="record-line fine">
          {later ? <later.RecordLine model={model} /> : sequel === 'loading' && words.loading}
        </div>
      }
      above={recalled && <recalled.Notice model={model} recalled={recalled} />}
      decision={later ? <later.Decide model={model} /> : <NotYet model={model} failed={sequel === 'failed'} />}
      below={later && <later.Below model={model} />}
      beside={later && <later.Beside model={model} />}
    />
  );
}

/** What comes after guidance is being fetched; should that fail, guidance stands and it can be tried again. */
function NotYet({ model, failed }: { readonly model: Model; readonly failed: boolean }) {
  const { words } = useSpeech();
  if (!failed) return <p class="fine">{words.loading}</p>;
  return (
    <section class="notice">
      <p>{words.notLoaded}</p>
      <button type="button" class="secondary" onClick={() => keepFocus(model.fetchSequel)}>
        {words.retry}
      </button>
    </section>
  );
}
