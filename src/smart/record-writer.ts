import type { ServiceRequest } from 'fhir/r4';
import { createOrder } from './create-order.ts';
import type { LaunchGrant } from './find-draft.ts';
import { type LaunchPatient, whoseIs } from './patient-match.ts';
import type { Session } from './port.ts';
import type { Connection } from './request.ts';
import { saveOrder } from './save-order.ts';
import { storeAssessment } from './store-assessment.ts';

/** What of a session writes, and in whose name. */
export type RecordWriter = Pick<Session, 'author' | 'storeAssessment' | 'createOrder' | 'saveOrder'>;

/** Who is signed in, as the token response has it, and whom it was said to. */
export interface Identity {
  readonly idToken?: unknown;
  /** The app's client id at this server. */
  readonly clientId: string;
}

/** Writing for the patient of one launch, within what was granted. */
export function createRecordWriter(
  connection: Connection,
  { patient, grants }: LaunchGrant,
  { idToken, clientId }: Identity,
): RecordWriter {
  return {
    author: () => authorOf(idToken, connection.serverUrl, clientId),
    storeAssessment: (assessment) => storeAssessment(connection, grants, assessment),
    createOrder: async (order) => createOrder(connection, ownOrder(order, patient)),
    saveOrder: async (order, version) => saveOrder(connection, ownOrder(order, patient), version),
  };
}

/** Who signed in; what checks it is fetched only where the EHR said who. Undefined where it cannot be had or is not sure. */
async function authorOf(idToken: unknown, serverUrl: string, clientId: string): Promise<string | undefined> {
  if (idToken === undefined) return undefined;
  try {
    const { readFhirUser } = await import('./fhir-user.ts');
    return await readFhirUser(idToken, { serverUrl, clientId, now: Date.now() });
  } catch {
    // It could not be fetched: the note says what was decided, and the EHR knows who wrote it.
    return undefined;
  }
}

/** The order itself. @throws where it is somebody else's */
function ownOrder(order: ServiceRequest, patient: LaunchPatient): ServiceRequest {
  if (whoseIs(order, patient) !== 'this-patient') throw new Error('An order of another patient is never saved');
  return order;
}
