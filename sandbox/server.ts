import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { toListener } from './node-adapter.ts';
import { loadPeople } from './people.ts';
import { createSandbox } from './sandbox.ts';

/** How to start a sandbox EHR. */
export type SandboxOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** Name to listen on and to be known by. */
  readonly host?: string;
  /** Where the app is: its only registration. Its origin may call the FHIR server. */
  readonly appUrl: string;
  /** Base URL of the CDS Hooks services to ask at order time; absent where there are none. */
  readonly hooksUrl?: string;
  /** Folder of the built EHR page; by default `sandbox/page/dist`. */
  readonly pageDir?: string;
  /** Folder with the synthetic people; by default `sandbox/people`. */
  readonly peopleDir?: string;
  /** Life of an access token unless the launch says otherwise, in seconds; by default an hour. */
  readonly tokenSeconds?: number;
  /** Resources on a page of a search at most. */
  readonly largestPage?: number;
  readonly now?: () => Date;
};

/** A sandbox EHR that is running. */
export type RunningSandbox = {
  /** Its address, e.g. `http://localhost:5174`, without a slash at the end. */
  readonly url: string;
  readonly fhirBase: string;
  /** Puts the people back as they were written. */
  reset(): Promise<void>;
  /** Stops it, also where answers are still out. */
  close(): Promise<void>;
};

/**
 * Starts an EHR to try the app in, on its own origin: a FHIR server, a SMART authorization server and an EHR page, with
 * synthetic people in memory. For trying and testing only: whoever reaches it is its clinician.
 * @throws Error when the port is taken, or when a file of the people is wrong
 */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { port, host = 'localhost', now = () => new Date() } = options;
  const peopleDir = options.peopleDir ?? fileURLToPath(new URL('people', import.meta.url));
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const url = `http://${host}:${addressOf(server.address()).port}`;
  const sandbox = createSandbox({
    url,
    appUrl: options.appUrl.replace(/\/+$/, ''),
    hooksUrl: options.hooksUrl?.replace(/\/+$/, ''),
    pageDir: options.pageDir ?? fileURLToPath(new URL('page/dist', import.meta.url)),
    tokenSeconds: options.tokenSeconds ?? 3600,
    largestPage: options.largestPage,
    now,
    loadPeople: () => loadPeople(peopleDir, now()),
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  // From the first connection on: a request that comes while the people are read waits for them.
  const peopleRead = sandbox.reset();
  server.on(
    'request',
    toListener(url, async (request) => {
      await peopleRead;
      return sandbox.handle(request);
    }),
  );
  try {
    await peopleRead;
  } catch (error) {
    await close();
    throw error;
  }
  return { url, fhirBase: `${url}/fhir`, reset: sandbox.reset, close };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The sandbox listens on no port');
  return address;
}
