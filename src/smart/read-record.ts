import type { Patient } from 'fhir/r4';
import type { Gap } from '../fhir/context.ts';
import type { Requirement } from '../fhir/requirements.ts';
import type { LaunchGrant } from './find-draft.ts';
import { problemOf } from './gap.ts';
import { whoseIs } from './patient-match.ts';
import type { Draft, RecordOutcome } from './port.ts';
import { assembleContext } from './record.ts';
import type { Answer, Connection } from './request.ts';
import { isOfType } from './resource.ts';
import { pageSize } from './search.ts';
import { readWave, type ServerManners } from './wave.ts';

/** What a reading of the record starts from. */
export interface RecordTask {
  readonly connection: Connection;
  readonly launch: LaunchGrant;
  readonly manners: ServerManners;
  readonly draft: Draft;
  readonly requirements: readonly Requirement[];
  /** Told how many of how many requests are done. */
  readonly onProgress: (done: number, of: number) => void;
  /** The clock, for the time of each search; an ISO date-time. */
  readonly now: () => string;
}

/**
 * Reads the patient and everything the guidelines need, in one wave. A search that was not granted is not sent; one that
 * failed, was cut off or held somebody else's resources is a gap beside whatever was found.
 */
export async function readRecord(task: RecordTask): Promise<RecordOutcome> {
  const { connection, launch, draft, manners, onProgress } = task;
  if (whoseIs(draft.order, launch.patient) !== 'this-patient') return { kind: 'wrong-patient' };
  if (launch.grants.reach('Patient', 'r') === 'not-at-all') return patientUnreadable({ reason: 'not-granted' });
  const required = task.requirements.filter(({ resourceType }) => resourceType !== 'Patient');
  const reach = ({ resourceType }: Requirement) => launch.grants.reach(resourceType, 's');
  const sent = required.filter((requirement) => reach(requirement) !== 'not-at-all');
  const now = task.now();
  const wave = await readWave({
    connection,
    manners,
    patientPath: `Patient/${launch.patient.id}`,
    searches: sent.map((requirement) => ({
      resourceType: requirement.resourceType,
      path: searchPath(requirement, launch.patient.id, now),
    })),
    onProgress,
  });
  if ('kind' in wave) return wave;
  const patient = readPatient(wave.patient, launch.patient.id);
  if (patient.kind !== 'patient') return patient;
  const searches = wave.searches.flatMap(({ resourceType, outcome }) =>
    outcome.kind === 'searched' ? [{ resourceType, outcome }] : [],
  );
  if (searches.length < wave.searches.length) return { kind: 'expired' };
  const notGranted: readonly Gap[] = required
    .filter((requirement) => reach(requirement) !== 'fully')
    .map(({ resourceType }) => ({ resourceType, reason: 'not-granted' }));
  const context = assembleContext({
    patient: patient.patient,
    order: draft.order,
    launchPatient: launch.patient,
    searches,
    gaps: notGranted,
    at: now,
  });
  return { kind: 'read', context };
}

/** A search of the patient's record (FHIR R4 search.html); the requirement's own parameters win over the page size. Without `now` it goes back for ever. */
export function searchPath({ resourceType, params, since }: Requirement, patientId: string, now?: string): string {
  const dated = since && now !== undefined ? { [since.param]: `ge${daysBefore(now, since.days)}` } : {};
  return `${resourceType}?${new URLSearchParams({ _count: String(pageSize), ...params, ...dated, patient: patientId })}`;
}

/** The calendar day, in UTC, so many days before an ISO date-time. */
function daysBefore(now: string, days: number): string {
  return new Date(Date.parse(now) - days * 86_400_000).toISOString().slice(0, 10);
}

type PatientOutcome =
  | { readonly kind: 'patient'; readonly patient: Patient }
  | Extract<RecordOutcome, { readonly kind: 'wrong-patient' | 'expired' | 'patient-unreadable' }>;

function readPatient(answer: Answer, patientId: string): PatientOutcome {
  if (answer.kind === 'expired') return answer;
  if (answer.kind !== 'answered') return patientUnreadable(problemOf(answer));
  if (!isOfType(answer.body, 'Patient')) return patientUnreadable({ reason: 'malformed', status: answer.status });
  return answer.body.id === patientId ? { kind: 'patient', patient: answer.body } : { kind: 'wrong-patient' };
}

function patientUnreadable(problem: Omit<Gap, 'resourceType'>) {
  return { kind: 'patient-unreadable', gap: { resourceType: 'Patient', ...problem } } as const;
}
