import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { loadLibrary } from '../library/disk.ts';
import { createAppContextSealer, newAppContextKey, readAppContextKey } from './app-context.ts';
import { createVerifyClient } from './client-identity.ts';
import type { HooksConfiguration } from './configuration.ts';
import type { FeedbackStore } from './feedback-store.ts';
import { createReadMissing } from './fhir-access.ts';
import { createMetrics } from './metrics.ts';
import { createHooksServer } from './server.ts';
import type { HooksService } from './service.ts';
import { readTelephones } from './site-file.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** A running service. */
export interface RunningService {
  /** Address it listens on, without slash at the end. */
  readonly url: string;
  readonly service: HooksService;
  close(): Promise<void>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Puts a service together from its configuration; nothing listens yet. Throws where the key, the store or the numbers of the site cannot be had. */
export async function createService(configuration: HooksConfiguration, rulesFolder: string): Promise<HooksService> {
  const { clients, baseUrl, fhirServers, readTimeoutMs, appContext, feedback } = configuration;
  const key = appContext.keyFile === undefined ? await newAppContextKey() : await readAppContextKey(appContext.keyFile);
  const { library } = await loadLibrary(rulesFolder);
  const telephones = await readTelephones(configuration.siteFile);
  return {
    configuration,
    library,
    telephones,
    store: openSqliteStore(feedback.file),
    sealer: createAppContextSealer(key, appContext.minutes),
    metrics: createMetrics(),
    readMissing: createReadMissing({ servers: fhirServers, timeoutMs: readTimeoutMs }),
    verifyClient: clients.length === 0 ? null : createVerifyClient(clients, baseUrl, Date.now),
    now: Date.now,
    newId: randomUUID,
  };
}

/** Starts listening; old feedback is removed now and once a day. Rejects when the port is taken or feedback cannot be stored. */
export async function startService(configuration: HooksConfiguration, rulesFolder: string): Promise<RunningService> {
  const service = await createService(configuration, rulesFolder);
  await removeOld(service.store, configuration);
  const server = createHooksServer(service);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(configuration.port, configuration.host, resolve);
  });
  // A day on which nothing can be written is told at /health; the next day removes more.
  const daily = setInterval(() => removeOld(service.store, configuration).catch(() => undefined), DAY_MS).unref();
  const address = server.address();
  return {
    url: urlOf(address, configuration),
    service,
    async close() {
      clearInterval(daily);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await service.store.close();
    },
  };
}

async function removeOld(store: FeedbackStore, { feedback }: HooksConfiguration): Promise<void> {
  await store.removeBefore(new Date(Date.now() - feedback.retentionDays * DAY_MS).toISOString());
}

function urlOf(address: AddressInfo | string | null, { host, port }: HooksConfiguration): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${typeof address === 'object' && address !== null ? address.port : port}`;
}
