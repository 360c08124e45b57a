import { decisionOptions } from '../core/decision/decision-options.ts';
import type { Assessment } from '../core/decision/guidance.ts';
import { newDraftWords } from '../i18n/new-draft-words.ts';
import { keepFocus, showAlert } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { MakingDraft } from './making-draft.ts';
import type { Model } from './model.ts';

interface NewDraftProps {
  readonly model: Model;
  readonly making: MakingDraft;
}

/** For the patient in context, without an order: make one of the result, where there is a result and the EHR allows it. */
export function NewDraft({ model, making }: NewDraftProps) {
  const words = newDraftWords[useSpeech().language];
  const assessment = model.loop.assessment.value;
  const isAsking = assessment?.verdict === 'undetermined' && model.loop.open.value.length > 0;
  return (
    <section class="decision" aria-labelledby="new-draft-title">
      <h2 id="new-draft-title">{words.heading}</h2>
      {assessment && !isAsking && <Ways model={model} making={making} assessment={assessment} />}
      <button type="button" class="quiet" onClick={() => keepFocus(model.startByHand)}>
        {words.without}
      </button>
      <Failure making={making} />
    </section>
  );
}

function Ways({ model, making, assessment }: NewDraftProps & { readonly assessment: Assessment }) {
  const { language, text } = useSpeech();
  const words = newDraftWords[language];
  const busy = model.stage.value.kind === 'saving';
  if (assessment.urgency === 'emergency') return <p class="next">{words.emergency}</p>;
  if (!making.canMake.value) return <p>{words.cannot}</p>;
  const name = (id: string): string => {
    const definition = model.library.vocabulary.orders[id];
    return definition ? text(definition.label) : id;
  };
  const make = async (id: string): Promise<void> => {
    await keepFocus(() => making.make(id));
    showAlert();
  };
  const { order, verdict } = assessment;
  const better = decisionOptions(assessment).flatMap((option) => (option.kind === 'changed' ? [option.to] : []));
  const own = order === null ? [] : [order];
  const advised = verdict === 'not-appropriate' ? better : [...own, ...better];
  return (
    <>
      <p class="fine">{words.about}</p>
      <ul class="choices">
        {advised.map((id, at) => (
          <li key={id}>
            <button
              type="button"
              class={at === 0 ? 'primary' : 'secondary'}
              aria-disabled={busy}
              onClick={() => make(id)}
            >
              {busy && at === 0 ? words.making : words.make(name(id))}
            </button>
          </li>
        ))}
        {verdict === 'not-appropriate' &&
          own.map((id) => (
            <li key={id}>
              <button type="button" class="quiet" aria-disabled={busy} onClick={() => make(id)}>
                {words.makeAnyway(name(id))}
              </button>
            </li>
          ))}
      </ul>
    </>
  );
}

/** Why no draft was made, and what to do. */
function Failure({ making }: { readonly making: MakingDraft }) {
  const words = newDraftWords[useSpeech().language];
  const outcome = making.outcome.value;
  if (outcome === null || outcome === 'created') return null;
  const { title, text, next } = words.failure[outcome];
  return (
    <section class="notice notice-failed" role="alert" data-notice={`draft-${outcome}`}>
      <h3>{title}</h3>
      <p>{text}</p>
      <p class="next">{next}</p>
    </section>
  );
}

/** That a draft was made here; said above the decision on it. */
export function DraftMade({ making }: { readonly making: MakingDraft }) {
  const words = newDraftWords[useSpeech().language];
  if (making.outcome.value !== 'created') return null;
  return (
    <div>
      <p class="notice" role="status">
        {words.made}
      </p>
    </div>
  );
}
