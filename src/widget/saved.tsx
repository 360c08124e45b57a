import { decisionWords } from '../i18n/decision-words.ts';
import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Deciding } from './deciding.ts';
import { ReturnToOrder } from './return-to-order.tsx';
import type { Stage } from './stage.ts';

interface SavedProps {
  readonly deciding: Deciding;
  readonly saved: Extract<Stage, { kind: 'saved' }>;
}

/** What stands on the order now, as it was read back. */
export function Saved({ deciding, saved }: SavedProps) {
  const { saved: words, orderStatus } = decisionWords[useSpeech().language];
  const { order, assessmentStored } = saved;
  return (
    <section class="message saved">
      <h1 id="page-title" tabIndex={-1}>
        {words.title}
      </h1>
      <p>{words.text}</p>
      <dl>
        <dt>{words.order}</dt>
        <dd>{order.code}</dd>
        {order.reason !== '' && (
          <>
            <dt>{words.reason}</dt>
            <dd>{order.reason}</dd>
          </>
        )}
        <dt>{words.status}</dt>
        <dd>{orderStatus[order.status]}</dd>
        <dt>{words.note}</dt>
        {order.notes.map((note) => (
          <dd key={note} class="note-text" lang="da">
            {note}
          </dd>
        ))}
      </dl>
      {assessmentStored && <p class="fine">{words.assessment}</p>}
      <p class="next">{order.status === 'revoked' ? words.nextCancelled : words.next}</p>
      <ReturnToOrder leave={deciding.returnToOrder()} />
      {order.status !== 'revoked' && (
        <button type="button" class="secondary" onClick={() => keepFocus(deciding.assessAgain)}>
          {words.again}
        </button>
      )}
    </section>
  );
}
