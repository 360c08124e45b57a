import type { FhirResource } from 'fhir/r4';
import { isJsonObject } from './json-object.ts';

/** The patient of the launch, and the server that knows him or her. */
export interface LaunchPatient {
  /** Id from the token response. */
  readonly id: string;
  /** FHIR base URL without a slash at the end. */
  readonly serverUrl: string;
}

/**
 * Whom a resource says it is about, by `subject` and `patient`, else by its participants, as an appointment does:
 * `nobody` where it does not say.
 */
export function whoseIs(resource: FhirResource, patient: LaunchPatient): 'this-patient' | 'somebody-else' | 'nobody' {
  const content: unknown = resource;
  if (!isJsonObject(content)) return 'nobody';
  const named = [content.subject, content.patient].filter((reference) => reference !== undefined);
  const participants: readonly unknown[] = Array.isArray(content.participant) ? content.participant : [];
  const actors = participants.flatMap((entry) =>
    isJsonObject(entry) && entry.actor !== undefined ? [entry.actor] : [],
  );
  const isPatient = (reference: unknown): boolean => isReferenceTo(reference, patient);
  if (named.length > 0) return named.every(isPatient) ? 'this-patient' : 'somebody-else';
  if (actors.length > 0) return actors.some(isPatient) ? 'this-patient' : 'somebody-else';
  return 'nobody';
}

/** Whether a FHIR Reference points at this patient, relative or below the server's own base, in any version. */
export function isReferenceTo(reference: unknown, patient: LaunchPatient): boolean {
  if (!isJsonObject(reference) || typeof reference.reference !== 'string') return false;
  const [current] = reference.reference.split('/_history/', 1);
  return current === `Patient/${patient.id}` || current === `${patient.serverUrl}/Patient/${patient.id}`;
}
