import './browser-stand-in.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { authorize } from '../../../src/smart/launch.ts';
import type { SiteConfiguration } from '../../../src/smart/site.ts';
import { fakePage } from './fake-page.ts';

const app = 'https://app.example/indikation/launch.html';

const smart = {
  authorization_endpoint: 'https://login.example/authorize',
  token_endpoint: 'https://login.example/token',
  code_challenge_methods_supported: ['S256'],
};

/** fhirclient remembers a server's configuration for as long as the page lives: every launch here has a server of its own. */
let servers = 0;

async function launch(
  configuration: unknown,
  query: (issuer: string) => string = (issuer) => `iss=${issuer}&launch=a-launch`,
) {
  const issuer = `https://ehr${++servers}.example/fhir`;
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (input: unknown, init?: RequestInit) => {
    init?.signal?.throwIfAborted();
    asked.push(String(input));
    if (configuration === 'offline') throw new TypeError('Failed to fetch');
    if (typeof configuration === 'number') return new Response('', { status: configuration });
    if (typeof configuration === 'string')
      return new Response(configuration, { headers: { 'content-type': 'text/html' } });
    return Response.json(configuration);
  });
  const site: SiteConfiguration = {
    clientId: 'indikation',
    issuers: [
      { issuer, name: 'EPJ' },
      { issuer: `https://own${servers}.example/fhir`, name: 'EPJ med eget id', clientId: 'own-client' },
    ],
    scopes: { add: [], leaveOut: [] },
    timeoutMs: 1_000,
  };
  const { page, launches, visited } = fakePage();
  const location = new URL(`${app}?${query(issuer)}`);
  const outcome = await authorize(location, site, ['Condition'], page);
  return { outcome, asked, launches, visited, issuer };
}

/** Where the browser was sent. */
function destination(visited: readonly URL[]): URL {
  const [url, ...rest] = visited;
  if (url === undefined || rest.length > 0) throw new Error(`expected one redirect, got ${visited.length}`);
  return url;
}

afterEach(() => vi.unstubAllGlobals());

describe('a launch', () => {
  test('goes to the authorization server with everything it needs', async () => {
    const { outcome, visited, issuer, asked } = await launch(smart);
    expect(outcome).toBe('redirecting');
    const url = destination(visited);
    expect(url.origin + url.pathname).toBe('https://login.example/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'indikation',
      scope:
        'launch openid fhirUser launch/servicerequest patient/Patient.r patient/ServiceRequest.rus patient/ServiceRequest.c ' +
        'patient/Condition.rs patient/GuidanceResponse.c patient/Binary.r',
      redirect_uri: 'https://app.example/indikation/index.html',
      aud: issuer,
      launch: 'a-launch',
      state: expect.stringMatching(/^[0-9a-f]{32}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(asked).toEqual([`${issuer}/.well-known/smart-configuration`]);
  });

  test('is kept under its own state, with the verifier, and without a patient', async () => {
    const { launches, visited, issuer } = await launch(smart);
    const state = destination(visited).searchParams.get('state') ?? '';
    expect([...launches.keys()]).toEqual([state]);
    expect(launches.get(state)).toMatchObject({
      launch: 'a-launch',
      serverUrl: issuer,
      tokenUri: 'https://login.example/token',
      codeVerifier: expect.any(String),
      completeInTarget: true,
      tokenResponse: {},
    });
  });

  test('has a state of its own each time', async () => {
    const states = await Promise.all(
      [1, 2, 3].map(async () => destination((await launch(smart)).visited).searchParams.get('state')),
    );
    expect(new Set(states).size).toBe(3);
  });

  test('nothing else in the link has a say: no client, no patient, no other server', async () => {
    const { visited, launches, issuer } = await launch(
      smart,
      (iss) =>
        `iss=${iss}&launch=a-launch&clientId=evil&patientId=p2&fhirServiceUrl=https://evil.example&redirectUri=https://evil.example`,
    );
    const { searchParams } = destination(visited);
    expect(searchParams.get('client_id')).toBe('indikation');
    expect(searchParams.get('redirect_uri')).toBe('https://app.example/indikation/index.html');
    expect([...launches.values()]).toMatchObject([{ serverUrl: issuer, tokenResponse: {} }]);
  });

  test('an issuer may know the app by another client id', async () => {
    const { visited } = await launch(smart, () => `iss=https://own${servers}.example/fhir/&launch=a-launch`);
    expect(destination(visited).searchParams.get('client_id')).toBe('own-client');
  });
});

describe('a launch that is not begun', () => {
  test.each([
    ['opened by hand', ''],
    ['without an issuer', 'launch=a-launch'],
    ['without a launch', 'iss=https://ehr.example/fhir'],
    ['with an empty launch', 'iss=https://ehr.example/fhir&launch='],
  ])('%s: parameters are missing, and nothing is asked', async (_name, query) => {
    const { outcome, asked, visited } = await launch(smart, () => query);
    expect(outcome).toEqual({ kind: 'failed', code: 'launched-without-parameters' });
    expect([asked, visited]).toEqual([[], []]);
  });

  test.each([
    ['another server', () => 'https://evil.example/fhir'],
    ['a longer address', (issuer: string) => `${issuer}/..`],
    ['another scheme', (issuer: string) => issuer.replace('https', 'http')],
  ])('by %s is refused before anything is sent or kept', async (_name, other) => {
    const { outcome, asked, visited, launches } = await launch(
      smart,
      (issuer) => `iss=${other(issuer)}&launch=a-launch`,
    );
    expect(outcome).toMatchObject({ kind: 'failed', code: 'issuer-not-allowed' });
    expect([asked, visited, launches.size]).toEqual([[], [], 0]);
  });

  test.each<[string, unknown, string]>([
    ['no configuration', 404, 'smart-configuration: HTTP 404'],
    ['a page in place of it', '<!doctype html>', 'smart-configuration: not a JSON object'],
    [
      'no authorization endpoint',
      { ...smart, authorization_endpoint: undefined },
      'smart-configuration: no authorization_endpoint',
    ],
    ['no token endpoint', { ...smart, token_endpoint: undefined }, 'smart-configuration: no token_endpoint'],
    [
      'no PKCE',
      { ...smart, code_challenge_methods_supported: ['plain'] },
      'smart-configuration: no S256 in code_challenge_methods_supported',
    ],
    [
      'an endpoint that is a script',
      { ...smart, authorization_endpoint: 'javascript:alert(1)//' },
      'the launch could not be prepared',
    ],
  ])('by a server with %s, which is not SMART as the app needs it', async (_name, configuration, detail) => {
    const { outcome, visited, asked } = await launch(configuration);
    expect(outcome).toEqual({ kind: 'failed', code: 'server-not-smart', detail });
    expect(visited).toEqual([]);
    expect(asked.filter((url) => url.includes('metadata'))).toEqual([]);
  });

  test('by a server that does not answer is offline', async () => {
    const { outcome, visited } = await launch('offline');
    expect(outcome).toEqual({ kind: 'failed', code: 'offline', detail: 'smart-configuration' });
    expect(visited).toEqual([]);
  });
});
