import { decisionWords } from '../i18n/decision-words.ts';
import { formatDate } from '../i18n/notation.ts';
import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Deciding } from './deciding.ts';
import { ReturnToOrder } from './return-to-order.tsx';
import { SaveNotice } from './save-notice.tsx';
import type { Stage } from './stage.ts';

interface SavedProps {
  readonly deciding: Deciding;
  readonly saved: Extract<Stage, { kind: 'saved' }>;
}

/** What stands on the order now, as it was read back; or as it was decided earlier. */
export function Saved({ deciding, saved }: SavedProps) {
  const { language } = useSpeech();
  const { saved: words, orderStatus } = decisionWords[language];
  const { order, assessmentStored, earlier } = saved;
  return (
    <section class="message saved">
      <h1 id="page-title" tabIndex={-1}>
        {earlier === undefined ? words.title : words.earlierTitle}
      </h1>
      <p>{earlier === undefined ? words.text : words.earlierText(formatDate(earlier, language))}</p>
      <SaveNotice notice={deciding.notice.value} />
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
      <p class="actions">
        {deciding.canUndo.value && (
          <button type="button" class="secondary" onClick={() => keepFocus(deciding.undo)}>
            {words.undo}
          </button>
        )}
        {order.status !== 'revoked' && (
          <button type="button" class="secondary" onClick={() => keepFocus(deciding.assessAgain)}>
            {words.again}
          </button>
        )}
      </p>
    </section>
  );
}
