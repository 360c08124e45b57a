import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningSandbox } from '../../../sandbox/server.ts';
import { launchApp } from './authorize.ts';
import { appUrl, startTestSandbox } from './start.ts';

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

/** A request with headers that `fetch` does not let one set, as a browser would send it. */
function browse(
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${sandbox.url}${path}`, { method, headers }, async (incoming) => {
      let text = '';
      for await (const chunk of incoming) text += chunk;
      resolve({ status: incoming.statusCode ?? 0, text });
    });
    outgoing.on('error', reject);
    outgoing.end(method === 'POST' ? '{"patient":"ane"}' : undefined);
  });
}

describe('the FHIR server and the token endpoint, for pages of the app', () => {
  test.each(['/fhir/Patient/ane', '/fhir/', '/auth/token'])('a preflight to %s is answered', async (path) => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method: 'OPTIONS',
      headers: { origin: appUrl, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'if-match' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(appUrl);
    expect(response.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('if-match');
    expect(Number(response.headers.get('access-control-max-age'))).toBeGreaterThan(0);
  });

  test.each(['/fhir/.well-known/smart-configuration', '/fhir/metadata', '/fhir/Patient/ane'])(
    '%s may be read, errors too, with ETag and Location',
    async (path) => {
      const response = await fetch(`${sandbox.url}${path}`, { headers: { origin: appUrl } });
      expect(response.headers.get('access-control-allow-origin')).toBe(appUrl);
      expect(response.headers.get('vary')).toContain('Origin');
      expect(response.headers.get('access-control-expose-headers')).toMatch(/ETag, Location, Last-Modified/);
    },
  );

  test('other origins get no leave', async () => {
    for (const origin of ['http://evil.example', 'null', `${appUrl}.evil.example`]) {
      const response = await fetch(`${sandbox.fhirBase}/metadata`, { headers: { origin } });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe("the EHR's own API", () => {
  const calls: [string, string][] = [
    ['GET', '/ehr/api/session'],
    ['GET', '/ehr/api/configuration'],
    ['POST', '/ehr/api/launch'],
    ['POST', '/ehr/api/reset'],
  ];

  test.each(calls)('%s %s answers its own page', async (method, path) => {
    const headers = { 'sec-fetch-site': 'same-origin', ...(method === 'POST' ? { origin: sandbox.url } : {}) };
    expect((await browse(method, path, headers)).status).toBeLessThan(300);
  });

  test.each(calls)('%s %s refuses pages of other origins, also of the app', async (method, path) => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: appUrl },
      { origin: appUrl },
      { origin: 'null' },
      { host: 'evil.example' },
    ]) {
      const { status, text } = await browse(method, path, headers);
      expect(status).toBe(403);
      expect(text).not.toContain('accessToken');
    }
  });

  test('gives no page leave to read it', async () => {
    const response = await fetch(`${sandbox.url}/ehr/api/session`, { headers: { origin: appUrl } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await fetch(`${sandbox.url}/ehr/api/session`, { method: 'OPTIONS', headers: { origin: appUrl } });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('the session has a token, the FHIR base and how long the token lives', async () => {
    const session = await (await fetch(`${sandbox.url}/ehr/api/session`)).json();
    expect(session).toEqual({ accessToken: expect.stringMatching(/./), fhirBase: sandbox.fhirBase, expiresIn: 3600 });
  });

  test('the configuration says where the app is', async () => {
    const configuration = await (await fetch(`${sandbox.url}/ehr/api/configuration`)).json();
    expect(configuration).toEqual({ appUrl, fhirBase: sandbox.fhirBase });
  });

  test("a launch leads to the app's launch page with issuer and launch", async () => {
    const { launch, launchUrl } = await launchApp(sandbox, { patient: 'ane' });
    const url = new URL(launchUrl);
    expect(`${url.origin}${url.pathname}`).toBe(`${appUrl}/launch.html`);
    expect(Object.fromEntries(url.searchParams)).toEqual({ iss: sandbox.fhirBase, launch });
  });
});

describe('the EHR page', () => {
  test('comes with a policy that lets it frame the app and nothing else', async () => {
    const response = await fetch(`${sandbox.url}/`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('<title>EHR</title>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-src 'self' ${appUrl};`);
    expect(policy).not.toContain('unsafe');
  });

  test('its files have their content types', async () => {
    const response = await fetch(`${sandbox.url}/assets/main.js`);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  test.each(['/nothing.js', '/assets', '/..%2f..%2fstart.ts', '/%00', '/%ff', '/assets/..%2f..%2f..%2fstart.ts'])(
    '%s is not found',
    async (path) => {
      expect((await browse('GET', path, {})).status).toBe(404);
    },
  );

  test('opened by another name of this machine leads to its own', async () => {
    const host = `127.0.0.1:${new URL(sandbox.url).port}`;
    expect((await browse('GET', '/', { host })).status).toBe(307);
  });

  test('says how to build it where it is not built', async () => {
    const unbuilt = await startTestSandbox({ pageDir: '/nowhere' });
    const response = await fetch(`${unbuilt.url}/`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
    await unbuilt.close();
  });
});
