import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fetchSite, findIssuer, parseSite, type SiteConfiguration } from '../../../src/smart/site.ts';

const minimal = { clientId: 'indikation', issuers: [{ issuer: 'https://ehr.example/fhir', name: 'EPJ' }] };

function parsed(value: unknown): SiteConfiguration {
  const site = parseSite(value);
  if ('kind' in site) throw new Error(`expected a configuration, got ${site.detail}`);
  return site;
}

describe('the site configuration', () => {
  test('the shipped one is readable and allows the sandbox', () => {
    const shipped = parsed(JSON.parse(readFileSync('public/site.json', 'utf8')));
    expect(findIssuer(shipped, 'http://localhost:5174/fhir')?.name).toBe('Sandkasse');
  });

  test('a request may take ten seconds unless the site says otherwise', () => {
    expect(parsed(minimal).timeoutMs).toBe(10_000);
    expect(parsed({ ...minimal, timeoutSeconds: 2.5 }).timeoutMs).toBe(2_500);
  });

  test.each([
    ['a list', [], 'not a JSON object'],
    ['nothing readable', undefined, 'not a JSON object'],
    ['no client id', { ...minimal, clientId: '' }, 'clientId'],
    ['no issuer at all', { ...minimal, issuers: [] }, 'issuers'],
    [
      'an issuer without a name',
      { ...minimal, issuers: [minimal.issuers[0], { issuer: 'https://b.example' }] },
      'issuers/1',
    ],
    [
      'an issuer that is no web address',
      { ...minimal, issuers: [{ issuer: 'ehr.example', name: 'EPJ' }] },
      'issuers/0',
    ],
    [
      'a client id of an issuer that is no text',
      { ...minimal, issuers: [{ ...minimal.issuers[0], clientId: 7 }] },
      'issuers/0',
    ],
    ...['http://ehr.example/fhir', 'http://localhost.evil.example/fhir', 'http://localhost:1@ehr.example/fhir'].map(
      (issuer): [string, object, string] => [
        `${issuer}, over which tokens would go unencrypted,`,
        { ...minimal, issuers: [{ ...minimal.issuers[0], issuer }] },
        'issuers/0',
      ],
    ),
    ['scopes that are text', { ...minimal, scopes: 'launch' }, 'scopes'],
    ['added scopes that are text', { ...minimal, scopes: { add: 'launch' } }, 'scopes/add'],
    ['left out scopes that are numbers', { ...minimal, scopes: { leaveOut: [1] } }, 'scopes/leaveOut'],
    ['a time-out of nothing', { ...minimal, timeoutSeconds: 0 }, 'timeoutSeconds'],
  ])('%s is a failure that names the place', (_name, value, detail) => {
    expect(parseSite(value)).toEqual({ kind: 'failed', code: 'site-configuration-unreadable', detail });
  });

  test.each(['http://localhost:5174/fhir', 'http://127.0.0.1/fhir', 'http://[::1]:8080/fhir'])(
    '%s is on this very machine, and needs no TLS',
    (issuer) => {
      expect(parsed({ ...minimal, issuers: [{ issuer, name: 'EPJ' }] }).issuers).toEqual([{ issuer, name: 'EPJ' }]);
    },
  );

  test('issuers are compared exactly, but for the slash at the end', () => {
    const site = parsed(minimal);
    expect(findIssuer(site, 'https://ehr.example/fhir/')).toMatchObject({ name: 'EPJ' });
    for (const other of [
      'https://ehr.example/fhir/other',
      'https://ehr.example/FHIR',
      'http://ehr.example/fhir',
      'https://ehr.example.evil.example/fhir',
      'https://ehr.example/fhir?x=',
      '',
    ]) {
      expect(findIssuer(site, other)).toBeNull();
    }
  });
});

describe('reading site.json', () => {
  const page = new URL('https://app.example/indikation/index.html?state=x');
  const answering =
    (body: string, status = 200) =>
    async () =>
      new Response(body, { status });

  test('it lies beside the page', async () => {
    const asked: string[] = [];
    const site = await fetchSite(page, async (input) => {
      asked.push(String(input));
      return Response.json(minimal);
    });
    expect(asked).toEqual(['https://app.example/indikation/site.json']);
    expect(site).toMatchObject({ clientId: 'indikation' });
  });

  test('one that is missing, or is the page itself, is unreadable', async () => {
    const unreadable = { kind: 'failed', code: 'site-configuration-unreadable' };
    expect(await fetchSite(page, answering('', 404))).toEqual({ ...unreadable, detail: 'HTTP 404' });
    expect(await fetchSite(page, answering('<!doctype html>'))).toEqual({ ...unreadable, detail: 'not a JSON object' });
  });

  test('no answer is offline', async () => {
    const site = await fetchSite(page, () => Promise.reject(new TypeError('Failed to fetch')));
    expect(site).toMatchObject({ kind: 'failed', code: 'offline' });
  });
});
