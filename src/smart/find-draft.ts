import type { ServiceRequest } from 'fhir/r4';
import { type Problem, problemOf } from './gap.ts';
import { type LaunchPatient, whoseIs } from './patient-match.ts';
import type { Draft, DraftOutcome } from './port.ts';
import type { Connection } from './request.ts';
import { isOfType } from './resource.ts';
import type { Grants } from './scopes.ts';
import { followPages, pageSize } from './search.ts';

/** What the launch gave: the patient, leave to read, and the orders on the EHR's screen. */
export interface LaunchGrant {
  readonly patient: LaunchPatient;
  readonly grants: Grants;
  /** Ids of the orders that fhirContext names. */
  readonly orderIds: readonly string[];
}

/** Intents of an order that a requester is writing (FHIR R4 valueset-request-intent); the others are a performer's own. */
const requesterIntents: readonly unknown[] = ['proposal', 'plan', 'order', 'original-order', undefined];

type Read =
  | { readonly kind: 'read'; readonly orders: readonly ServiceRequest[] }
  | { readonly kind: 'expired' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * The draft order beside which the app was launched: the orders that fhirContext names (SMART 2.2, "fhirContext"),
 * else a search of the patient's drafts. An order that is no longer a draft is not found; an order of somebody else
 * ends everything (`wrong-patient`); and one that cannot be read is never passed over in silence.
 */
export async function findDraft(connection: Connection, launch: LaunchGrant): Promise<DraftOutcome> {
  const { orderIds, grants } = launch;
  const letter = orderIds.length > 0 ? 'r' : 's';
  if (grants.reach('ServiceRequest', letter) === 'not-at-all') return unreadable({ reason: 'not-granted' });
  const read = await (orderIds.length > 0 ? readOrders(connection, orderIds) : searchDrafts(connection, launch));
  if (read.kind === 'expired') return read;
  if (read.kind === 'failed') return unreadable(read.problem);
  if (!read.orders.every((order) => whoseIs(order, launch.patient) === 'this-patient'))
    return { kind: 'wrong-patient' };
  const drafts = read.orders.filter(isDraft).map(toDraft);
  const [draft] = drafts;
  if (draft === undefined) return { kind: 'none' };
  return drafts.length === 1 ? { kind: 'one', draft } : { kind: 'several', drafts };
}

/** Reads one order again; a failure leaves it to the caller what that means. */
export async function readOrder(
  connection: Connection,
  id: string,
): Promise<ServiceRequest | Exclude<Read, { kind: 'read' }>> {
  const answer = await connection.request(`ServiceRequest/${id}`);
  if (answer.kind === 'expired') return answer;
  if (answer.kind !== 'answered') return { kind: 'failed', problem: problemOf(answer) };
  if (isOfType(answer.body, 'ServiceRequest') && answer.body.id === id) return answer.body;
  return { kind: 'failed', problem: { reason: 'malformed', status: answer.status } };
}

/** An order with the version it was read at. */
export function toDraft(order: ServiceRequest): Draft {
  const version: unknown = order.meta?.versionId;
  return typeof version === 'string' ? { order, version } : { order };
}

async function readOrders(connection: Connection, ids: readonly string[]): Promise<Read> {
  const answers = await Promise.all(ids.map((id) => readOrder(connection, id)));
  const orders: ServiceRequest[] = [];
  for (const answer of answers) {
    if ('resourceType' in answer) orders.push(answer);
    // Deleted meanwhile (404, 410): no longer a draft.
    else if (answer.kind === 'failed' && (answer.problem.status === 404 || answer.problem.status === 410)) continue;
    else return answer;
  }
  return { kind: 'read', orders };
}

async function searchDrafts(connection: Connection, { patient }: LaunchGrant): Promise<Read> {
  const query = new URLSearchParams({ patient: patient.id, status: 'draft', _count: String(pageSize) });
  const deadline = performance.now() + 2 * connection.timeoutMs;
  const first = await connection.request(`ServiceRequest?${query}`);
  const found = await followPages({ connection, resourceType: 'ServiceRequest', deadline }, first);
  if (found.kind === 'expired') return found;
  // One draft among some that were not read may not be the one on the screen.
  const [problem] = found.problems;
  if (problem !== undefined) return { kind: 'failed', problem };
  return { kind: 'read', orders: found.matches.filter((resource) => resource.resourceType === 'ServiceRequest') };
}

function isDraft(order: ServiceRequest): boolean {
  return order.status === 'draft' && requesterIntents.includes(order.intent);
}

function unreadable(problem: Problem): DraftOutcome {
  return { kind: 'unreadable', gap: { resourceType: 'ServiceRequest', ...problem } };
}
