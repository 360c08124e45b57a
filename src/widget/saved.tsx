import { decisionWords } from '../i18n/decision-words.ts';
import { formatDate } from '../i18n/notation.ts';
import { keepFocus, moveFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import { needsTelephone, Telephone } from '../ui/telephone.tsx';
import { Call } from './call.tsx';
import type { CaseModel } from './case-model.ts';
import type { Deciding } from './deciding.ts';
import type { ImagingChecks } from './imaging-checks.ts';
import { ReturnToOrder } from './return-to-order.tsx';
import { SafetyReminder } from './safety-prompts.tsx';
import { SaveNotice } from './save-notice.tsx';
import type { Stage } from './stage.ts';
import { SupplementsAfterwards } from './supplement-rows.tsx';
import type { Supplements } from './supplements.ts';

interface SavedProps {
  readonly deciding: Deciding;
  readonly saved: Extract<Stage, { kind: 'saved' }>;
  /** What was assessed: what is urgent is not over when something is written. */
  readonly assessed: CaseModel;
  readonly supplements: Supplements;
  readonly imaging: ImagingChecks;
}

/** What stands on the order now, as it was read back; or as it was decided earlier. */
export function Saved({ deciding, saved, assessed, supplements, imaging }: SavedProps) {
  const { language, words: first } = useSpeech();
  const { saved: words, orderStatus, priority } = decisionWords[language];
  const { order, assessmentStored, earlier } = saved;
  const { urgency = null } = assessed.loop.assessment.value ?? {};
  const isCancelled = order.status === 'revoked';
  const byTelephone = needsTelephone(urgency);
  const next = byTelephone ? words.nextByTelephone : words.next;
  const nextCancelled = byTelephone ? words.nextCancelledByTelephone : words.nextCancelled;
  return (
    <section class="message saved">
      {byTelephone && (
        <Telephone urgency={urgency} open={false}>
          {order.priority === 'routine' && !isCancelled && <p>{first.orderSaysRoutine}</p>}
          <div class="telephone-call">
            <Call model={assessed} />
          </div>
        </Telephone>
      )}
      <h1 id="page-title" tabIndex={-1}>
        {earlier === undefined ? words.title : words.earlierTitle}
      </h1>
      <p>{earlier === undefined ? words.text : words.earlierText(formatDate(earlier, language))}</p>
      {deciding.canUndo.value && (
        <p class="actions">
          <button
            type="button"
            class="secondary"
            onClick={async () => {
              await keepFocus(deciding.undo);
              await moveFocus('undone');
            }}
          >
            {words.undo}
          </button>
        </p>
      )}
      <SafetyReminder imaging={imaging} examined={deciding.examined.value} />
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
        <dt>{words.priority}</dt>
        <dd>{order.priority ? priority[order.priority] : words.noPriority}</dd>
        <dt>{words.note}</dt>
        {order.notes.map((note) => (
          <dd key={note} class="note-text" lang="da">
            {note}
          </dd>
        ))}
      </dl>
      {assessmentStored && <p class="fine">{words.assessment}</p>}
      <p class="next">{isCancelled ? nextCancelled : next}</p>
      {assessed.loop.assessment.value && (
        <SupplementsAfterwards model={assessed} supplements={supplements} isCancelled={isCancelled} />
      )}
      <ReturnToOrder leave={deciding.returnToOrder()} />
      <p class="actions">
        {!isCancelled && (
          <button type="button" class="secondary" onClick={() => keepFocus(deciding.assessAgain)}>
            {words.again}
          </button>
        )}
      </p>
    </section>
  );
}
