import { findDraft, type LaunchGrant } from './find-draft.ts';
import type { EhrHost } from './messaging/ehr-host.ts';
import type { Session } from './port.ts';
import { readRecord } from './read-record.ts';
import type { RecordWriter } from './record-writer.ts';
import type { Connection } from './request.ts';
import type { TokenContext } from './token-response.ts';
import type { ServerManners } from './wave.ts';

/**
 * A session with the patient of one launch. The token stays inside the connection.
 * @param host the EHR around the page, where it can be talked to: then drafts are found and saved through it
 */
export function createSession(
  connection: Connection,
  token: Omit<TokenContext, 'accessToken' | 'messaging'> & {
    readonly clientId: string;
    readonly signInAgain?: () => void;
  },
  host: EhrHost | null = null,
  now: () => string = () => new Date().toISOString(),
): Session {
  const { grants, orderIds, patientId, styleUrl, idToken, clientId } = token;
  const launch: LaunchGrant = { patient: { id: patientId, serverUrl: connection.serverUrl }, grants, orderIds };
  const orders = host ?? { connection, grants };
  const ordering: LaunchGrant = { ...launch, grants: orders.grants };
  const manners: ServerManners = { takesBatch: true };
  /** What writes is fetched apart from what reads. Null where it cannot be had: then nothing has been written. */
  const writer = async (): Promise<RecordWriter | null> => {
    try {
      const { createRecordWriter } = await import('./record-writer.ts');
      return createRecordWriter(orders.connection, ordering, { idToken, clientId });
    } catch {
      return null;
    }
  };
  return {
    patientId,
    issuer: connection.serverUrl,
    needPatientBanner: token.needPatientBanner,
    ...(styleUrl === undefined ? {} : { styleUrl }),
    signInAgain: token.signInAgain,
    get canWrite() {
      return orders.grants.reach('ServiceRequest', 'u') !== 'not-at-all';
    },
    get canCreate() {
      return orders.grants.reach('ServiceRequest', 'c') !== 'not-at-all';
    },
    returnToOrder: host?.returnToOrder,
    watchPatient: host?.watchPatient,
    findDraft: () => findDraft(orders.connection, ordering),
    readRecord: (draft, requirements, onProgress) =>
      readRecord({ connection, launch, manners, draft, requirements, onProgress, now }),
    async opener() {
      try {
        const { createRecordOpener } = await import('./record-opener.ts');
        return createRecordOpener(connection, launch);
      } catch {
        return null;
      }
    },
    async author() {
      return (await writer())?.author();
    },
    async storeAssessment(assessment) {
      return (await writer())?.storeAssessment(assessment) ?? null;
    },
    async createOrder(order) {
      return (await writer())?.createOrder(order) ?? { kind: 'failed' };
    },
    async saveOrder(order, version) {
      return (await writer())?.saveOrder(order, version) ?? { kind: 'offline' };
    },
  };
}
