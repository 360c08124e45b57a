import type { Trail } from '../core/facts/origin.ts';
import { trailOf, trailTargets } from '../fhir/trail.ts';
import type { LaunchGrant } from './find-draft.ts';
import type { Connection } from './request.ts';
import { followPages, pageSize } from './search.ts';

const RESOURCE_TYPE = 'Provenance';

/** Reads what the record itself says of who wrote these resources (`Type/id`), when and from what. Without leave nothing is sent. */
export async function readTrail(
  connection: Connection,
  { grants, patient }: LaunchGrant,
  references: readonly string[],
): Promise<Trail> {
  const targets = trailTargets(references);
  if (targets.length === 0) return { kind: 'read', entries: [] };
  if (grants.reach(RESOURCE_TYPE, 's') === 'not-at-all') return { kind: 'unread', reason: 'not-granted' };
  const query = new URLSearchParams({ target: targets.join(','), _count: String(pageSize) });
  const deadline = performance.now() + connection.timeoutMs;
  const first = await connection.request(`${RESOURCE_TYPE}?${query}`);
  const outcome = await followPages({ connection, resourceType: RESOURCE_TYPE, deadline }, first);
  if (outcome.kind === 'expired') return { kind: 'unread', reason: 'expired' };
  const entries = trailOf(outcome.matches, targets, patient.id);
  return entries.length === 0 && outcome.problems.length > 0
    ? { kind: 'unread', reason: 'failed' }
    : { kind: 'read', entries };
}
