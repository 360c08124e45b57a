import type { ServiceRequest } from 'fhir/r4';
import { compareOrder } from '../fhir/order-update.ts';
import { readOrder, toDraft } from './find-draft.ts';
import type { SaveOutcome } from './port.ts';
import type { Answer, Connection } from './request.ts';
import { isOfType } from './resource.ts';

/** What a server says when it will not take the content, or not from this user. */
const refusals: readonly number[] = [400, 403, 405, 422, 428];
/** What it says when the order is no longer as it was read: changed (409, 412) or deleted (404, 410). */
const conflicts: readonly number[] = [404, 409, 410, 412];

/**
 * Updates the draft order (FHIR R4 http.html#update) guarded by If-Match where its version is known, and reads it back:
 * `saved` means that the server now holds what was meant. Where no answer came, the order is read all the same, since
 * the update may have been made.
 */
export async function saveOrder(
  connection: Connection,
  order: ServiceRequest,
  version: string | undefined,
): Promise<SaveOutcome> {
  const { id } = order;
  if (id === undefined) throw new Error('An order without an id cannot be updated');
  const headers = version === undefined ? {} : { 'if-match': `W/"${version}"` };
  const answer = await connection.request(`ServiceRequest/${id}`, { method: 'PUT', body: order, headers });
  if (answer.kind === 'expired') return answer;
  if (answer.kind === 'refused' && refusals.includes(answer.status)) return { kind: 'refused', status: answer.status };
  const current = await readOrder(connection, id);
  if (!('resourceType' in current)) return withoutReadBack(answer, order);
  const elements = compareOrder(order, current);
  // Also after a lost answer, and after a conflict with our own earlier attempt.
  if (elements.length === 0) return { kind: 'saved', draft: toDraft(current) };
  if (isTaken(answer)) return { kind: 'differs', elements };
  if (answer.kind === 'refused' && conflicts.includes(answer.status))
    return { kind: 'conflict', current: toDraft(current) };
  return notSaved(answer);
}

/** The outcome by the answer to the update alone. */
function withoutReadBack(answer: Exclude<Answer, { readonly kind: 'expired' }>, order: ServiceRequest): SaveOutcome {
  if (isTaken(answer)) {
    // Many servers answer an update with the order as they keep it.
    const kept = answer.kind === 'answered' && isOfType(answer.body, 'ServiceRequest') ? answer.body : null;
    if (kept === null) return { kind: 'unverified' };
    const elements = compareOrder(order, kept);
    return elements.length === 0 ? { kind: 'saved', draft: toDraft(kept) } : { kind: 'differs', elements };
  }
  return answer.kind === 'refused' && conflicts.includes(answer.status) ? { kind: 'conflict' } : notSaved(answer);
}

/** Whether the server says that it made the update; an answer that is no JSON says so by its status. */
function isTaken(answer: Answer): boolean {
  return answer.kind === 'answered' || answer.kind === 'malformed';
}

function notSaved(answer: Exclude<Answer, { readonly kind: 'expired' }>): SaveOutcome {
  if (answer.kind === 'offline') return { kind: 'offline' };
  return answer.kind === 'refused' ? { kind: 'failed', status: answer.status } : { kind: 'failed' };
}
