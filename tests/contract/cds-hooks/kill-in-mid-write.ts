import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openSqliteStore } from '../../../src/cds-hooks/sqlite-store.ts';
import { type HowToRun, killProcess, startProcess } from './service-process.ts';

/** What came of killing the service again and again while feedback was written. */
export interface Killed {
  readonly kills: number;
  /** Feedback that the service had thanked for. */
  readonly acknowledged: number;
  /** Acknowledged, and not in the store afterwards. */
  readonly lost: readonly string[];
  /** Calls that were under way when it died: not acknowledged, whether stored or not. */
  readonly interrupted: number;
}

const CLIENTS = 4;

/** Kills it that many times, each time after a different while of writing, and looks at last what is in the store. */
export async function killInMidWrite(folder: string, times: number, how: HowToRun): Promise<Killed> {
  const acknowledged: string[] = [];
  let interrupted = 0;
  for (let round = 0; round < times; round += 1) {
    const service = await startProcess(folder, how);
    const address = `${service.url}/cds-services/imaging-order-sign/feedback`;
    let first: () => void = () => undefined;
    const writing = new Promise<void>((resolve) => {
      first = resolve;
    });
    const clients = Array.from({ length: CLIENTS }, async () => {
      for (;;) {
        const card = randomUUID();
        if (!(await isThankedFor(address, card))) {
          interrupted += 1;
          return;
        }
        acknowledged.push(card);
        first();
      }
    });
    await writing;
    await new Promise((resolve) => setTimeout(resolve, (round * 37) % 180));
    await killProcess(service);
    await Promise.all(clients);
  }
  const store = openSqliteStore(join(folder, 'feedback.sqlite'));
  const stored = new Set<string>();
  for await (const line of store.export()) if (line.kind === 'feedback') stored.add(line.card);
  await store.close();
  return {
    kills: times,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((card) => !stored.has(card)),
    interrupted,
  };
}

/** False when the service died before it answered. */
async function isThankedFor(address: string, card: string): Promise<boolean> {
  const feedback = [{ card, outcome: 'overridden', outcomeTimestamp: '2026-11-01T09:00:00Z' }];
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ feedback }),
    });
    return response.status === 200;
  } catch {
    // The connection broke: the service is dead, as was meant.
    return false;
  }
}
