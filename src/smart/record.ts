import type { FhirResource, Patient, ServiceRequest } from 'fhir/r4';
import type { Gap, ReferralContext, SearchRecord } from '../fhir/context.ts';
import { isWellFormed } from '../fhir/well-formed.ts';
import { distinctGaps } from './gap.ts';
import { type LaunchPatient, whoseIs } from './patient-match.ts';
import type { Searched } from './search.ts';

/** What was read, before it is put together. */
export interface RecordParts {
  readonly patient: Patient;
  readonly order: ServiceRequest;
  readonly launchPatient: LaunchPatient;
  readonly searches: readonly { readonly resourceType: string; readonly outcome: Searched }[];
  /** Gaps from before anything was sent. */
  readonly gaps: readonly Gap[];
  /** ISO date-time of the reading. */
  readonly at: string;
}

/**
 * Puts the record together. A resource of another patient, or of nobody, is never used and leaves a gap `malformed`:
 * something is wrong with that answer. A resource that two searches found counts once.
 */
export function assembleContext(parts: RecordParts): ReferralContext {
  const found = new Map<string, Map<string, FhirResource>>();
  const searches: SearchRecord[] = [];
  const gaps: Gap[] = [...parts.gaps];

  const keep = (resource: FhirResource): void => {
    const ofType = found.get(resource.resourceType) ?? new Map<string, FhirResource>();
    found.set(resource.resourceType, ofType.set(resource.id ?? `without id ${ofType.size}`, resource));
  };

  for (const { resourceType, outcome } of parts.searches) {
    const { matches, included, problems } = outcome;
    gaps.push(...problems.map((problem) => ({ resourceType, ...problem })));
    const own = matches.filter((resource) => whoseIs(resource, parts.launchPatient) === 'this-patient');
    if (own.length < matches.length || !own.every((resource) => isWellFormed(resource, resourceType)))
      gaps.push({ resourceType, reason: 'malformed' });
    // Nothing to say about a type of which nothing could be read: its gap says it.
    if (own.length === 0 && problems.length > 0) continue;
    if (!found.has(resourceType)) found.set(resourceType, new Map());
    own.forEach(keep);
    searches.push({ resourceType, count: own.length, at: parts.at });
    for (const resource of included) {
      // A medication belongs to nobody; what belongs to somebody must belong to the patient.
      if (whoseIs(resource, parts.launchPatient) === 'somebody-else') {
        gaps.push({ resourceType: resource.resourceType, reason: 'malformed' });
      } else keep(resource);
    }
  }
  return {
    patient: parts.patient,
    order: parts.order,
    resources: new Map([...found].map(([type, byId]) => [type, [...byId.values()]])),
    searches,
    gaps: distinctGaps(gaps),
  };
}
