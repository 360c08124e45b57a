import type { FhirResource, Patient, ServiceRequest } from 'fhir/r4';

/** Why part of the record could not be read. */
export type GapReason = 'not-granted' | 'refused' | 'failed' | 'timed-out' | 'malformed' | 'cut-off' | 'offline';

/** A part of the record that was not read: its facts are unknown (`error`), and the page says so. */
export interface Gap {
  readonly resourceType: string;
  readonly reason: GapReason;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
}

/** One search of the record, as it went. */
export interface SearchRecord {
  readonly resourceType: string;
  /** Number of resources read. */
  readonly count: number;
  /** ISO date-time it was read. */
  readonly at: string;
}

/** Everything the rules may look at: patient, draft order, what was read, and what was not. */
export interface ReferralContext {
  readonly patient: Patient | null;
  readonly order: ServiceRequest | null;
  /** What was read, by resource type. A type that is absent was not searched; one with a gap was not read completely. */
  readonly resources: ReadonlyMap<string, readonly FhirResource[]>;
  readonly searches: readonly SearchRecord[];
  readonly gaps: readonly Gap[];
}
