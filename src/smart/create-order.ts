import type { ServiceRequest } from 'fhir/r4';
import { compareOrder } from '../fhir/order-update.ts';
import { readOrder, toDraft } from './find-draft.ts';
import type { CreateOutcome } from './port.ts';
import type { Connection } from './request.ts';
import { isOfType } from './resource.ts';
import { createdReference } from './store-assessment.ts';

/** What a server says when it will not take the content, or not from this user. */
const refusals: readonly number[] = [400, 401, 403, 404, 405, 412, 422];

/**
 * Creates a draft order (FHIR R4 http.html#create) and reads it back: `created` means that the server holds what was
 * meant. Where no answer came it may have been created all the same: it is never tried again unasked.
 */
export async function createOrder(connection: Connection, order: ServiceRequest): Promise<CreateOutcome> {
  const answer = await connection.request('ServiceRequest', { method: 'POST', body: order });
  if (answer.kind === 'expired') return answer;
  if (answer.kind === 'refused')
    return { kind: refusals.includes(answer.status) ? 'refused' : 'failed', status: answer.status };
  if (answer.kind === 'offline' || answer.kind === 'timed-out') return { kind: 'uncertain' };
  const reference = createdReference('ServiceRequest', answer);
  if (reference === null) return { kind: 'uncertain' };
  const read = await readOrder(connection, reference.slice('ServiceRequest/'.length));
  const kept = 'resourceType' in read ? read : answer.kind === 'answered' ? answer.body : null;
  if (!isOfType(kept, 'ServiceRequest') || kept.id === undefined) return { kind: 'uncertain' };
  // What the server adds (an identifier, who placed it) is its own affair; what was meant must stand.
  const elements = compareOrder({ ...order, id: kept.id }, kept).filter((name) => Object.hasOwn(order, name));
  return elements.length === 0
    ? { kind: 'created', draft: toDraft(kept) }
    : { kind: 'differs', draft: toDraft(kept), elements };
}
