import type { FhirResource, ServiceRequest } from 'fhir/r4';
import type { Gap, ReferralContext } from '../fhir/context.ts';
import type { Requirement } from '../fhir/requirements.ts';
import type { EhrHost } from './messaging/ehr-host.ts';
import type { RecordOpener } from './record-opener.ts';

/** Why there is no session, each with its own words and next step on the page. */
export type LaunchFailureCode =
  | 'launched-without-parameters'
  | 'issuer-not-allowed'
  | 'site-configuration-unreadable'
  | 'server-not-smart'
  | 'authorization-refused'
  | 'token-refused'
  | 'no-patient'
  | 'session-lost'
  | 'offline';

export interface LaunchFailure {
  readonly kind: 'failed';
  readonly code: LaunchFailureCode;
  /** Technical detail without clinical content, for whoever installs it, e.g. an OAuth error code. */
  readonly detail?: string;
}

/** What opening index.html came to. */
export type LaunchOutcome =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'by-hand' }
  | LaunchFailure;

/** A draft order with the version it was read at. */
export interface Draft {
  readonly order: ServiceRequest;
  /** `meta.versionId` for If-Match (FHIR R4 http.html#concurrency); absent where the server keeps no versions. */
  readonly version?: string;
}

export type DraftOutcome =
  | { readonly kind: 'one'; readonly draft: Draft }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly drafts: readonly Draft[] }
  | { readonly kind: 'wrong-patient' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unreadable'; readonly gap: Gap };

export type RecordOutcome =
  | { readonly kind: 'read'; readonly context: ReferralContext }
  /** Token, order and loaded Patient are not the same person: nothing is shown but this. */
  | { readonly kind: 'wrong-patient' }
  /** The Patient could not be loaded, so nobody has checked that it is the same person: nothing is shown but this. */
  | { readonly kind: 'patient-unreadable'; readonly gap: Gap }
  | { readonly kind: 'expired' };

export type SaveOutcome =
  /** Saved, read back and equal to what was meant. */
  | { readonly kind: 'saved'; readonly draft: Draft }
  /** Somebody changed the order meanwhile (412); `current` is how it stands now, where it could be read. */
  | { readonly kind: 'conflict'; readonly current?: Draft }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'offline' }
  /** The server accepted it, but what was read back differs in these elements. */
  | { readonly kind: 'differs'; readonly elements: readonly string[] }
  /** The server accepted it, but it could not be read back: the clinician checks the order in the EHR. */
  | { readonly kind: 'unverified' }
  | { readonly kind: 'failed'; readonly status?: number };

export type CreateOutcome =
  /** Created, read back and equal to what was meant. */
  | { readonly kind: 'created'; readonly draft: Draft }
  /** Created, but what was read back differs in these elements. */
  | { readonly kind: 'differs'; readonly draft: Draft; readonly elements: readonly string[] }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'expired' }
  /** No answer that says where it is: it may have been created. */
  | { readonly kind: 'uncertain' }
  | { readonly kind: 'failed'; readonly status?: number };

/** A launched session with one patient. It holds the token; nobody else sees it. */
export interface Session {
  /** Id of the launch patient, from the token response. */
  readonly patientId: string;
  readonly issuer: string;
  /** SMART `need_patient_banner`; true where the EHR did not say. */
  readonly needPatientBanner: boolean;
  readonly styleUrl?: string;
  /** Whether the order can be updated where it lives: the scopes allow it, or it lives on the EHR's scratchpad. */
  readonly canWrite: boolean;
  /** Whether a draft order can be created where drafts live. */
  readonly canCreate: boolean;
  /** Closes the app and leads back to the order in the EHR; undefined where the EHR cannot be asked to (SMART Web Messaging). */
  readonly returnToOrder: EhrHost['returnToOrder'];
  /** Tells when the EHR has gone on to another patient, where the EHR can be asked. */
  readonly watchPatient: EhrHost['watchPatient'] | undefined;
  /** Leaves for the EHR's sign-in with the same launch, which comes back here where the EHR takes it twice. */
  readonly signInAgain?: (() => void) | undefined;
  /** The draft beside which the app was launched: fhirContext, else the EHR's scratchpad, else search of the patient's drafts. */
  findDraft(): Promise<DraftOutcome>;
  /** One wave: a batch where the server takes it, else parallel searches. `onProgress` tells how many of how many are done. */
  readRecord(
    draft: Draft,
    requirements: readonly Requirement[],
    onProgress: (done: number, of: number) => void,
  ): Promise<RecordOutcome>;
  /** Reads what somebody asks to see; fetched on demand, and null where it cannot be had. */
  opener(): Promise<RecordOpener | null>;
  /** The signed-in user as the EHR names him or her, e.g. `Practitioner/1`: the author of the note on the order. */
  author(): Promise<string | undefined>;
  /** Stores the assessment; its reference, or null where the server or the scopes do not accept one. */
  storeAssessment(assessment: FhirResource): Promise<string | null>;
  /** Creates a draft order of this patient, then reads it back and compares. */
  createOrder(order: ServiceRequest): Promise<CreateOutcome>;
  /** PUT with If-Match, then read back and compare. */
  saveOrder(order: ServiceRequest, version: string | undefined): Promise<SaveOutcome>;
}
