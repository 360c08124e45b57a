import { readBatch } from './batch.ts';
import type { Answer, Connection } from './request.ts';
import { askWhole, followPages, type SearchOutcome, timeLeft } from './search.ts';

/** What is known of a server from earlier in the session. */
export interface ServerManners {
  /** Set to false by the first batch that fails. */
  takesBatch: boolean;
}

/** A search to send: its path relative to the FHIR base. */
export interface WaveSearch {
  readonly resourceType: string;
  readonly path: string;
}

/** What is read together. */
export interface WaveTask {
  readonly connection: Connection;
  readonly manners: ServerManners;
  readonly patientPath: string;
  readonly searches: readonly WaveSearch[];
  /** Told how many of how many requests are done. */
  readonly onProgress: (done: number, of: number) => void;
}

/** What it came to, searches in the order they were given. */
export interface Wave {
  readonly patient: Answer;
  readonly searches: readonly { readonly resourceType: string; readonly outcome: SearchOutcome }[];
}

/** The whole is read within this many times one request's time-out, whatever the server does. */
const patience = 2;
/** The part of one request's time-out that a batch gets: one search that hangs would keep all the others waiting. */
const batchShare = 0.6;

/**
 * Reads the patient and sends all searches at once: as one batch where the server takes it, else side by side, each with
 * its own time-out. A batch that failed is not tried again in this session.
 */
export async function readWave(task: WaveTask): Promise<Wave | { readonly kind: 'expired' }> {
  const { connection, manners, patientPath, searches } = task;
  const deadline = performance.now() + patience * connection.timeoutMs;
  const paths = [patientPath, ...searches.map(({ path }) => path)];
  const of = paths.length;
  let done = 0;
  const tick = <Value>(value: Value): Value => {
    task.onProgress(++done, of);
    return value;
  };
  task.onProgress(0, of);

  const answers = manners.takesBatch ? await readBatch(connection, paths, connection.timeoutMs * batchShare) : null;
  if (answers !== null && 'kind' in answers) return answers;
  manners.takesBatch = answers !== null;

  const ask = (path: string) => connection.request(path, { timeoutMs: timeLeft({ connection, deadline }) });
  const first = (path: string, index: number): Promise<Answer> => askWhole(ask, path, answers?.[index]);
  const [patient, ...read] = await Promise.all([
    first(patientPath, 0).then(tick),
    ...searches.map(async ({ path, resourceType }, index) => {
      const outcome = await followPages({ connection, resourceType, deadline }, await first(path, index + 1));
      return tick({ resourceType, outcome });
    }),
  ]);
  return { patient, searches: read };
}
