import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Model } from './model.ts';
import type { Stage } from './stage.ts';

/** What stands on the order now, as it was read back. */
export function Saved({ model, saved }: { readonly model: Model; readonly saved: Extract<Stage, { kind: 'saved' }> }) {
  const { words } = useSpeech();
  const { order, assessmentStored } = saved;
  return (
    <section class="message saved">
      <h1 id="page-title" tabIndex={-1}>
        {words.saved.title}
      </h1>
      <p>{words.saved.text}</p>
      <dl>
        <dt>{words.saved.order}</dt>
        <dd>{order.code}</dd>
        {order.reason !== '' && (
          <>
            <dt>{words.saved.reason}</dt>
            <dd>{order.reason}</dd>
          </>
        )}
        <dt>{words.saved.status}</dt>
        <dd>{words.orderStatus[order.status]}</dd>
        <dt>{words.saved.note}</dt>
        {order.notes.map((note) => (
          <dd key={note} class="note-text" lang="da">
            {note}
          </dd>
        ))}
      </dl>
      {assessmentStored && <p class="fine">{words.saved.assessment}</p>}
      <p class="next">{order.status === 'revoked' ? words.saved.nextCancelled : words.saved.next}</p>
      {order.status !== 'revoked' && (
        <button type="button" class="secondary" onClick={() => keepFocus(model.assessAgain)}>
          {words.saved.again}
        </button>
      )}
    </section>
  );
}
