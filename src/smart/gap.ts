import type { Gap } from '../fhir/context.ts';
import type { Failure } from './request.ts';

/** Why something was not read, before it is said of which resource type. */
export type Problem = Omit<Gap, 'resourceType'>;

/** A failed request as the reason of a gap. An expired token is no gap: then the whole session is over. */
export function problemOf(failure: Exclude<Failure, { readonly kind: 'expired' }>): Problem {
  if (failure.kind === 'refused') {
    return { reason: failure.status === 403 ? 'refused' : 'failed', status: failure.status };
  }
  if (failure.kind === 'malformed') return { reason: 'malformed', status: failure.status };
  return { reason: failure.kind };
}

/** Leaves out gaps that say the same. */
export function distinctGaps(gaps: readonly Gap[]): readonly Gap[] {
  const byContent = gaps.map((gap) => [`${gap.resourceType} ${gap.reason} ${gap.status}`, gap] as const);
  return [...new Map(byContent).values()];
}
