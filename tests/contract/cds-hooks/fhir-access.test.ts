import type { FhirResource } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { serviceId } from '../../../src/cds-hooks/discovery.ts';
import { exchangeService, hookCall, NOW, personRecord, post, prefetchOf, without } from './exchange.ts';

const SERVER = 'https://ehr.example/fhir';
const SIGN = `/cds-services/${serviceId('order-sign')}`;
const record = personRecord('known-breast-cancer');

/** A FHIR server that knows one person, and what it was asked. */
function fhirServer(answer: (url: URL) => Response | Promise<Response> = (url) => found(url)) {
  const asked: { url: string; authorization: string | null; redirect: string | undefined }[] = [];
  const fetch: typeof globalThis.fetch = async (input, options) => {
    const url = new URL(String(input));
    const authorization = new Headers(options?.headers).get('authorization');
    asked.push({ url: url.href, authorization, redirect: options?.redirect });
    return answer(url);
  };
  return { asked, fetch };
}

function found(url: URL): Response {
  const [type = '', id] = url.pathname.replace('/fhir/', '').split('/');
  const all: readonly FhirResource[] = record.filter(({ resourceType }) => resourceType === type);
  if (id !== undefined) return Response.json(all[0] ?? {});
  const kept = all.filter((one) => one.resourceType !== 'ServiceRequest' || one.status !== 'draft');
  return Response.json({ resourceType: 'Bundle', type: 'searchset', entry: kept.map((resource) => ({ resource })) });
}

function call(prefetch: object, server = SERVER) {
  const fhirAuthorization = {
    access_token: 'token-1',
    token_type: 'Bearer',
    expires_in: 300,
    scope: 'patient/*.rs',
    subject: 'indikation',
  };
  return { ...hookCall('order-sign', record), prefetch, fhirServer: server, fhirAuthorization };
}

async function answered(fetch: typeof globalThis.fetch, content: unknown) {
  const { service } = await exchangeService({ fhirServers: [SERVER] }, fetch);
  const { status, body } = await post(service, SIGN, content);
  return { status, body: JSON.parse(body) };
}

describe('reading what was not prefetched (CDS Hooks 2.0, "FHIR Resource Access")', () => {
  test('everything missing is read with the token, and the card is the same as with prefetch', async () => {
    const { asked, fetch } = fhirServer();
    const read = await answered(fetch, call({}));
    const sent = await answered(fetch, call(prefetchOf(record)));
    expect(read.status).toBe(200);
    expect(read.body.cards[0].detail).toBe(sent.body.cards[0].detail);
    expect(asked.length).toBeGreaterThan(5);
    expect(
      asked.every(({ url, authorization }) => url.startsWith(`${SERVER}/`) && authorization === 'Bearer token-1'),
    ).toBe(true);
  });

  test('only what is missing is read', async () => {
    const { asked, fetch } = fhirServer();
    await answered(fetch, call(without(prefetchOf(record), 'condition')));
    expect(asked.map(({ url }) => url)).toEqual([
      expect.stringMatching(/^https:\/\/ehr\.example\/fhir\/Condition\?.*patient=known-breast-cancer/),
    ]);
  });

  test('a large search goes no further back than anything counts', async () => {
    const { asked, fetch } = fhirServer();
    await answered(fetch, call({}));
    const dated = asked.flatMap(({ url }) => /(?:date|whenhandedover)=ge(2\d{3}-\d\d-\d\d)/.exec(url)?.[1] ?? []);
    expect(dated).not.toEqual([]);
    for (const day of dated) expect(day < NOW).toBe(true);
  });

  test('a server that refuses unusual parameters with 400 is asked once more without, and the card is the same', async () => {
    const { asked, fetch } = fhirServer((url) =>
      /&(?:_elements|_summary|date|whenhandedover)=/.test(url.search) ? new Response('', { status: 400 }) : found(url),
    );
    const read = await answered(fetch, call({}));
    const sent = await answered(fetch, call(prefetchOf(record)));
    expect(read.body.cards[0].detail).toBe(sent.body.cards[0].detail);
    const reports = asked.filter(({ url }) => url.includes('/DiagnosticReport?'));
    expect(reports.map(({ url }) => url.includes('_elements'))).toEqual([true, false]);
  });

  test('a search that is refused with 400 without them too is a gap, and is not asked for ever', async () => {
    const { asked, fetch } = fhirServer((url) =>
      url.pathname.endsWith('/Observation') ? new Response('', { status: 400 }) : found(url),
    );
    const { body } = await answered(fetch, call({}));
    expect(body.cards[0].detail).toContain('Kunne ikke læses: målinger og prøvesvar');
    expect(asked.filter(({ url }) => url.includes('/Observation?')).length).toBeLessThan(3);
  });

  test('a part that is refused is a gap that the card tells', async () => {
    const { fetch } = fhirServer((url) =>
      url.pathname.endsWith('/Condition') ? new Response('', { status: 403 }) : found(url),
    );
    const { status, body } = await answered(fetch, call({}));
    expect(status).toBe(200);
    expect(body.cards[0].detail).toContain('Kunne ikke læses: diagnoser (journalsystemet afviste).');
  });

  test('a server that is slow for one search does not hold up the answer', async () => {
    const { fetch } = fhirServer((url) =>
      url.pathname.endsWith('/Observation') ? Promise.reject(new DOMException('', 'TimeoutError')) : found(url),
    );
    const { body } = await answered(fetch, call({}));
    expect(body.cards[0].detail).toContain('Kunne ikke læses: målinger og prøvesvar (svarede ikke i tide).');
  });

  test.each<[string, (url: URL) => Response | Promise<Response>]>([
    [
      'the patient cannot be read',
      (url) => (url.pathname.includes('/Patient/') ? new Response('', { status: 404 }) : found(url)),
    ],
    ['the token is not valid', () => new Response('', { status: 401 })],
    [
      'nothing can be read',
      (url) => (url.pathname.includes('/Patient/') ? found(url) : new Response('', { status: 500 })),
    ],
    ['nobody answers', () => Promise.reject(new TypeError('fetch failed'))],
  ])('%s: 412', async (_, answer) => {
    const { status, body } = await answered(fhirServer(answer).fetch, call({}));
    expect([status, body.resourceType]).toEqual([412, 'OperationOutcome']);
  });

  test('the Patient read is another: nothing is assessed', async () => {
    const { fetch } = fhirServer((url) =>
      url.pathname.includes('/Patient/') ? Response.json({ resourceType: 'Patient', id: 'somebody' }) : found(url),
    );
    expect((await answered(fetch, call({}))).status).toBe(400);
  });
});

describe('nobody can send the service anywhere (server-side request forgery)', () => {
  test.each([
    'http://169.254.169.254/latest/meta-data',
    'http://localhost:22',
    'https://ehr.example.evil.example/fhir',
    'https://ehr.example/fhir/../admin',
    'https://user@ehr.example/fhir',
    'http://ehr.example/fhir',
    'file:///etc/passwd',
  ])('%s is never contacted', async (server) => {
    const { asked, fetch } = fhirServer();
    const { status } = await answered(fetch, call({}, server));
    expect([status, asked]).toEqual([412, []]);
  });

  test('an allowed server that redirects is not followed', async () => {
    const { asked, fetch } = fhirServer();
    await answered(fetch, call({}));
    expect(new Set(asked.map(({ redirect }) => redirect))).toEqual(new Set(['error']));
  });

  test('a next page on another origin is not followed', async () => {
    const next = [{ relation: 'next', url: 'https://evil.example/page2' }];
    const { asked, fetch } = fhirServer((url) =>
      url.pathname.endsWith('/Condition')
        ? Response.json({ resourceType: 'Bundle', type: 'searchset', entry: [], link: next })
        : found(url),
    );
    const { body } = await answered(fetch, call({}));
    expect(asked.filter(({ url }) => url.includes('evil'))).toEqual([]);
    expect(body.cards[0].detail).toContain('Kun delvist læst: diagnoser');
  });
});
