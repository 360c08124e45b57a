import { findDraft, type LaunchGrant } from './find-draft.ts';
import { whoseIs } from './patient-match.ts';
import type { Session } from './port.ts';
import { readRecord } from './read-record.ts';
import type { Connection } from './request.ts';
import { saveOrder } from './save-order.ts';
import { storeAssessment } from './store-assessment.ts';
import type { TokenContext } from './token-response.ts';
import type { ServerManners } from './wave.ts';

/** A session with the patient of one launch. The token stays inside the connection. */
export function createSession(
  connection: Connection,
  token: Omit<TokenContext, 'accessToken'>,
  now: () => string = () => new Date().toISOString(),
): Session {
  const { grants, orderIds, patientId, styleUrl, userReference } = token;
  const launch: LaunchGrant = { patient: { id: patientId, serverUrl: connection.serverUrl }, grants, orderIds };
  const manners: ServerManners = { takesBatch: true };
  return {
    patientId,
    issuer: connection.serverUrl,
    needPatientBanner: token.needPatientBanner,
    ...(styleUrl === undefined ? {} : { styleUrl }),
    ...(userReference === undefined ? {} : { userReference }),
    canWrite: grants.reach('ServiceRequest', 'u') !== 'not-at-all',
    findDraft: () => findDraft(connection, launch),
    readRecord: (draft, requirements, onProgress) =>
      readRecord({ connection, launch, manners, draft, requirements, onProgress, now }),
    storeAssessment: (assessment) => storeAssessment(connection, grants, assessment),
    saveOrder: async (order, version) => {
      if (whoseIs(order, launch.patient) !== 'this-patient')
        throw new Error('An order of another patient is never saved');
      return saveOrder(connection, order, version);
    },
  };
}
