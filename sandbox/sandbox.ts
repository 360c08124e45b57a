import type { Resource } from '@medplum/fhirtypes';
import { registerClients } from './authorization/clients.ts';
import { smartConfiguration } from './authorization/configuration.ts';
import { createIdentity } from './authorization/identity.ts';
import { handleAuthorization } from './authorization/routes.ts';
import { createSealer } from './authorization/sealer.ts';
import type { AuthorizationServer } from './authorization/server.ts';
import { createCdsClient } from './cds-client/client.ts';
import { createClientIdentity } from './cds-client/identity.ts';
import { withCors } from './cors.ts';
import { type Ehr, handleEhrApi } from './ehr/api.ts';
import { capabilityStatement } from './fhir/capability.ts';
import { handleFhir } from './fhir/endpoint.ts';
import type { FhirServer } from './fhir/server.ts';
import { createStore } from './fhir/store.ts';
import { servePage } from './page-files.ts';

/** What a sandbox is made of. */
export type SandboxSettings = {
  /** Origin of the sandbox itself, e.g. `http://localhost:5174`. */
  readonly url: string;
  /** Where the app is, without a slash at the end. */
  readonly appUrl: string;
  /** Base URL of the CDS Hooks services to ask, without a slash at the end; absent where there are none. */
  readonly hooksUrl?: string | undefined;
  /** Folder of the built EHR page. */
  readonly pageDir: string;
  /** Life of an access token unless the launch says otherwise, in seconds. */
  readonly tokenSeconds: number;
  readonly largestPage?: number | undefined;
  readonly now: () => Date;
  /** Reads the people afresh, dated as of today. */
  loadPeople(): Promise<Resource[]>;
};

export type Sandbox = {
  handle(request: Request): Promise<Response>;
  /** Puts the people back as they were written; everything else is forgotten, and tokens go on working. */
  reset(): Promise<void>;
};

/** The clinician who is signed in, if the people bring no Practitioner of their own. */
const clinician: Resource = {
  resourceType: 'Practitioner',
  id: 'sandbox-clinician',
  name: [{ text: 'Læge Prøve Testesen', family: 'Testesen', given: ['Prøve'], prefix: ['Læge'] }],
};

/** Puts an EHR together: FHIR server, authorization server, the EHR's own API and page. Call `reset` before first use. */
export function createSandbox(settings: SandboxSettings): Sandbox {
  const { url, appUrl, now } = settings;
  const fhirBase = `${url}/fhir`;
  const sealer = createSealer(now);
  const store = createStore(now);
  let fhirUser = '';

  async function reset(): Promise<void> {
    const people = await settings.loadPeople();
    const signedIn = people.find((resource) => resource.resourceType === 'Practitioner') ?? clinician;
    fhirUser = `Practitioner/${signedIn.id}`;
    store.clear();
    await store.load(people.includes(signedIn) ? people : [...people, signedIn]);
  }

  const clientIdentity = createClientIdentity(url, now);
  const identity = createIdentity(`${url}/auth`, now, clientIdentity.publicKey);
  const authorization: AuthorizationServer = {
    fhirBase,
    base: `${url}/auth`,
    clients: registerClients(appUrl),
    sealer,
    identity,
    usedCodes: new Set(),
    replayedCodes: new Set(),
    usedLaunches: new Set(),
    tokenSeconds: settings.tokenSeconds,
    fhirUser: () => fhirUser,
  };
  const fhir: FhirServer = {
    base: fhirBase,
    store,
    sealer,
    largestPage: settings.largestPage,
    changedOrders: new Set(),
    now,
    isRevoked: (code) => authorization.replayedCodes.has(code),
  };
  const cds = createCdsClient({ hooksUrl: settings.hooksUrl, identity: clientIdentity, fhir, sealer });
  const ehr: Ehr = { origin: url, appUrl, fhirBase, sealer, store, cds, fhirUser: () => fhirUser, reset };
  const origins = authorization.clients.flatMap((client) => client.origins);

  async function handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/ehr/api/')) return handleEhrApi(ehr, request);
    if (pathname === '/fhir' || pathname.startsWith('/fhir/')) {
      return withCors(origins, request, () => handleFhirOrDiscovery(pathname, request));
    }
    if (pathname.startsWith('/auth/')) {
      return withCors(origins, request, async () => {
        return (await handleAuthorization(authorization, request)) ?? new Response('Not found.\n', { status: 404 });
      });
    }
    if (isOtherLoopbackName(request, url)) return Response.redirect(`${url}${pathname}`, 307);
    return servePage(settings.pageDir, appUrl, request);
  }

  /** Discovery is public; everything else needs a token. */
  async function handleFhirOrDiscovery(pathname: string, request: Request): Promise<Response> {
    if (pathname === '/fhir/.well-known/smart-configuration') {
      return Response.json(smartConfiguration(authorization), { headers: { 'cache-control': 'public, max-age=300' } });
    }
    if (pathname === '/fhir/metadata') {
      const headers = {
        'content-type': 'application/fhir+json; charset=utf-8',
        'cache-control': 'public, max-age=300',
      };
      return Response.json(capabilityStatement(fhirBase, authorization.base, now()), { headers });
    }
    return handleFhir(fhir, request);
  }

  return { handle, reset };
}

/** `127.0.0.1` is another origin than `localhost`: the page opened there could not call the FHIR server. */
function isOtherLoopbackName(request: Request, url: string): boolean {
  const host = request.headers.get('host') ?? '';
  return host !== new URL(url).host && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}
