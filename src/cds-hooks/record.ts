import type { Patient, ServiceRequest } from 'fhir/r4';
import type { Gap, ReferralContext } from '../fhir/context.ts';
import type { Requirement } from '../fhir/requirements.ts';
import { assembleContext } from '../smart/record.ts';
import { isOfType } from '../smart/resource.ts';
import type { Searched } from '../smart/search.ts';
import { readPage } from '../smart/searchset.ts';
import { PATIENT_KEY, prefetchKey } from './discovery.ts';
import type { HookRequest } from './hook-request.ts';
import type { Failure } from './operation-outcome.ts';

/** Reads what was not sent along, as of an ISO date-time; `refused` where there is no leave, or the server is none of those allowed. */
export type ReadMissing = (
  request: HookRequest,
  missing: MissingParts,
  now: string,
) => Promise<ReadParts | { readonly refused: string }>;

/** What the call lacks. */
export interface MissingParts {
  readonly patient: boolean;
  readonly searches: readonly Requirement[];
}

/** What was read in its place. */
export interface ReadParts {
  /** Undefined where it was not asked for; null where it could not be read. */
  readonly patient?: Patient | null;
  readonly searches: readonly { readonly resourceType: string; readonly outcome: Searched }[];
}

/** The record, without any draft order in it. */
export type RecordOutcome =
  | { readonly kind: 'record'; readonly record: Omit<ReferralContext, 'order'> }
  | { readonly kind: 'failed'; readonly failure: Failure };

const NOTHING: Searched = { kind: 'searched', matches: [], included: [], problems: [] };

/**
 * The patient's record from what was prefetched, and where that lacks something, from the client's FHIR server. A part
 * that cannot be used is a gap: its facts are unknown. Where a necessary part cannot be had at all the call fails (412).
 * A key whose value is null was searched, and there is nothing (CDS Hooks 2.0, "Prefetch Template").
 */
export async function readRecord(
  request: HookRequest,
  requirements: readonly Requirement[],
  readMissing: ReadMissing,
  now: string,
): Promise<RecordOutcome> {
  const { prefetch } = request;
  const isSent = (key: string) => Object.hasOwn(prefetch, key);
  const missing = {
    patient: !isSent(PATIENT_KEY),
    searches: requirements.filter(({ resourceType }) => !isSent(prefetchKey(resourceType))),
  };
  const lacks = missing.patient || missing.searches.length > 0;
  const read = lacks ? await readMissing(request, missing, now) : { searches: [] };
  if ('refused' in read) return dataMissing(`${read.refused} Missing: ${namesOf(missing)}.`);
  const sent: unknown = prefetch[PATIENT_KEY];
  const patient = missing.patient ? read.patient : isOfType(sent, 'Patient') ? sent : null;
  if (!patient) return dataMissing('The patient could not be read.');
  if (patient.id !== request.patientId)
    return { kind: 'failed', failure: { code: 'wrong-patient', diagnostics: 'Patient' } };
  const searches = requirements.map(({ resourceType }) => ({
    resourceType,
    outcome:
      read.searches.find((one) => one.resourceType === resourceType)?.outcome ??
      searchedOf(prefetch[prefetchKey(resourceType)], resourceType),
  }));
  const context = assembleContext({
    patient,
    order: PLACEHOLDER,
    launchPatient: { id: request.patientId, serverUrl: request.fhirServer ?? '' },
    searches,
    gaps: NO_GAPS,
    at: now,
  });
  return { kind: 'record', record: context };
}

const NO_GAPS: readonly Gap[] = [];
/** The draft is put in per order. */
const PLACEHOLDER: ServiceRequest = { resourceType: 'ServiceRequest', status: 'draft', intent: 'order', subject: {} };

/** What a prefetched search gave. A page that is not the last is a gap: there is no way to the rest. */
function searchedOf(sent: unknown, resourceType: string): Searched {
  if (sent === null) return NOTHING;
  const page = readPage(sent, resourceType);
  if (page === null) return { ...NOTHING, problems: [{ reason: 'malformed' }] };
  const { matches, included, problems, next, total } = page;
  const cutOff = next !== undefined || (total !== undefined && total > matches.length);
  return {
    kind: 'searched',
    matches,
    included,
    problems: cutOff ? [...problems, { reason: 'cut-off' }] : problems,
  };
}

function dataMissing(diagnostics: string): RecordOutcome {
  return { kind: 'failed', failure: { code: 'data-missing', diagnostics } };
}

function namesOf({ patient, searches }: MissingParts): string {
  return [...(patient ? [PATIENT_KEY] : []), ...searches.map(({ resourceType }) => prefetchKey(resourceType))].join(
    ', ',
  );
}
