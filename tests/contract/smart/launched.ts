import '../../unit/smart/browser-stand-in.ts';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LaunchRequest } from '../../../sandbox/ehr/launch.ts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/server.ts';
import { authorize } from '../../../src/smart/launch.ts';
import type { LaunchOutcome, Session } from '../../../src/smart/port.ts';
import { openSession } from '../../../src/smart/session.ts';
import { fetchSite } from '../../../src/smart/site.ts';
import { fakePage } from '../../unit/smart/fake-page.ts';
import { launchApp, openSession as openEhrSession } from '../sandbox/authorize.ts';
import { createFhirClient } from '../sandbox/fhir-client.ts';

/** The app's server, which has nothing but site.json here, and the sandbox EHR with its own people. */
export interface Installation {
  readonly appUrl: string;
  readonly sandbox: RunningSandbox;
  close(): Promise<void>;
}

/** What is read for low back pain, more or less; what the shipped guidelines read is tested by itself. */
export const resourceTypes = ['Condition', 'Observation', 'MedicationRequest', 'Procedure', 'ImagingStudy'];

/** One request may take this long, in seconds: a search that hangs is waited for twice as long at most. */
const timeoutSeconds = 1.5;

export async function install(): Promise<Installation> {
  let site = '';
  const server: Server = createServer((_request, response) => response.end(site));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const appUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  const sandbox = await startSandbox({ port: 0, appUrl });
  const issuers = [{ issuer: sandbox.fhirBase, name: 'Sandkasse' }];
  site = JSON.stringify({ clientId: 'indikation', issuers, timeoutSeconds });
  const closeServer = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { appUrl, sandbox, close: async () => void (await Promise.all([closeServer(), sandbox.close()])) };
}

/** The whole EHR launch through the app's own code and fhirclient: launch page, authorization server, index page. */
export async function launch(
  { appUrl, sandbox }: Installation,
  request: LaunchRequest,
  page = fakePage(),
): Promise<{ outcome: LaunchOutcome; returned: URL }> {
  const { launchUrl } = await launchApp({ ...sandbox, appUrl }, request);
  const location = new URL(launchUrl);
  const site = await fetchSite(location);
  if ('kind' in site) throw new Error(`site.json: ${site.detail}`);
  const begun = await authorize(location, site, resourceTypes, page.page);
  if (begun !== 'redirecting') return { outcome: begun, returned: location };
  const destination = page.visited.at(-1);
  if (destination === undefined) throw new Error('the launch page went nowhere');
  const answer = await fetch(destination, { redirect: 'manual' });
  const returned = new URL(answer.headers.get('location') ?? '');
  return { outcome: await openSession(returned, page.page), returned };
}

/** A session with a patient, with the draft that the person's file brings. */
export async function sessionWith(
  installation: Installation,
  patient: string,
  options: LaunchRequest['options'] = {},
  orders: string[] = [`ServiceRequest/${patient}-order`],
): Promise<Session> {
  const { outcome } = await launch(installation, { patient, orders, options });
  if (outcome.kind !== 'session') throw new Error(`expected a session, got ${JSON.stringify(outcome)}`);
  return outcome.session;
}

/** The EHR's own view of the server, past the app. */
export async function ehrClient({ sandbox }: Installation) {
  return createFhirClient(sandbox, await openEhrSession(sandbox));
}
