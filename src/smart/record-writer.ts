import { readFhirUser } from './fhir-user.ts';
import type { LaunchGrant } from './find-draft.ts';
import { whoseIs } from './patient-match.ts';
import type { Session } from './port.ts';
import type { Connection } from './request.ts';
import { saveOrder } from './save-order.ts';
import { storeAssessment } from './store-assessment.ts';

/** What of a session writes, and in whose name. */
export type RecordWriter = Pick<Session, 'author' | 'storeAssessment' | 'saveOrder'>;

/** Writing for the patient of one launch, within what was granted. */
export function createRecordWriter(
  connection: Connection,
  { patient, grants }: LaunchGrant,
  idToken: unknown,
): RecordWriter {
  return {
    author: async () => readFhirUser(idToken, connection.serverUrl),
    storeAssessment: (assessment) => storeAssessment(connection, grants, assessment),
    saveOrder: async (order, version) => {
      if (whoseIs(order, patient) !== 'this-patient') throw new Error('An order of another patient is never saved');
      return saveOrder(connection, order, version);
    },
  };
}
