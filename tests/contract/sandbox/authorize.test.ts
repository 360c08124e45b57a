import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningSandbox } from '../../../sandbox/server.ts';
import { createPkce, launchApp, redirectOf, requestCode } from './authorize.ts';
import { appUrl, startTestSandbox } from './start.ts';

let sandbox: RunningSandbox;
let launch: string;
let clock = 0;

beforeAll(async () => {
  sandbox = await startTestSandbox({ now: () => new Date(Date.now() + clock) });
  launch = (await launchApp(sandbox, { patient: 'ane' })).launch;
});
afterAll(() => sandbox.close());

test('a right request is redirected to the app with a code and its state', async () => {
  const response = await requestCode(sandbox, { launch, state: 'a state' });
  expect(response.status).toBe(302);
  const { page, parameters } = redirectOf(response);
  expect(page).toBe(`${appUrl}/index.html`);
  expect(parameters).toEqual({ code: expect.stringMatching(/./), state: 'a state' });
});

test('nothing about the patient can be read in the launch URL or in the code', async () => {
  const { launchUrl } = await launchApp(sandbox, { patient: 'ane', orders: ['ServiceRequest/ane-order'] });
  const { parameters } = redirectOf(await requestCode(sandbox, { launch }));
  const parts = [...launchUrl.split(/[.=&]/), ...(parameters.code ?? '').split('.')];
  for (const part of parts) expect(Buffer.from(part, 'base64url').toString()).not.toContain('ane');
});

test('it works without cookies', async () => {
  expect((await requestCode(sandbox, { launch })).headers.get('set-cookie')).toBeNull();
});

test('it may be called by POST', async () => {
  const form = {
    response_type: 'code',
    client_id: 'indikation',
    redirect_uri: `${appUrl}/`,
    state: 's',
    aud: sandbox.fhirBase,
    scope: 'launch',
    code_challenge_method: 'S256',
    code_challenge: createPkce().challenge,
    launch,
  };
  const url = `${sandbox.url}/auth/authorize`;
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  expect(redirectOf(response)).toMatchObject({
    page: `${appUrl}/`,
    parameters: { state: 's', code: expect.anything() },
  });
});

describe('where the app cannot be trusted, there is no redirect', () => {
  test.each([
    ['an unknown client', { client_id: 'somebody-else' }],
    ['no client', { client_id: undefined }],
    ['no redirect URI', { redirect_uri: undefined }],
    ['a redirect URI of another origin', { redirect_uri: 'http://evil.example/' }],
    ['a redirect URI below a registered one', { redirect_uri: `${appUrl}/index.html/more` }],
    ['a redirect URI with a query', { redirect_uri: `${appUrl}/index.html?x=1` }],
    ['a redirect URI in other letters', { redirect_uri: `${appUrl}/INDEX.html` }],
    ['a redirect URI without its slash', { redirect_uri: appUrl }],
  ])('%s', async (_, parameters) => {
    const response = await requestCode(sandbox, { launch, ...parameters });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(response.headers.get('content-type')).toContain('text/plain');
  });
});

describe('what is wrong is told to the app, with its state', () => {
  test.each([
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['no PKCE challenge', { code_challenge: undefined }, 'invalid_request'],
    ['a challenge that is no SHA-256', { code_challenge: 'short' }, 'invalid_request'],
    ['the PKCE method plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no PKCE method, which would mean plain', { code_challenge_method: undefined }, 'invalid_request'],
    ['another FHIR server as audience', { aud: 'http://evil.example/fhir' }, 'invalid_request'],
    ['no audience', { aud: undefined }, 'invalid_request'],
    ['no launch', { launch: undefined }, 'invalid_request'],
    ['a launch that is not from this EHR', { launch: 'made-up' }, 'invalid_request'],
    ['no launch scope', { scope: 'patient/Patient.r' }, 'invalid_scope'],
  ])('%s', async (_, parameters, error) => {
    const response = await requestCode(sandbox, { launch, state: 'mine', ...parameters });
    expect(response.status).toBe(302);
    const redirect = redirectOf(response);
    expect(redirect.page).toBe(`${appUrl}/index.html`);
    expect(redirect.parameters).toEqual({ error, error_description: expect.stringMatching(/./), state: 'mine' });
  });

  test('a parameter that is given twice', async () => {
    const right = await requestCode(sandbox, { launch });
    const response = await fetch(`${right.url}&aud=${encodeURIComponent(sandbox.fhirBase)}`, { redirect: 'manual' });
    expect(redirectOf(response).parameters.error).toBe('invalid_request');
  });

  test('no state', async () => {
    const { parameters } = redirectOf(await requestCode(sandbox, { launch, state: undefined }));
    expect(parameters.error).toBe('invalid_request');
  });

  test('a launch of more than ten minutes ago', async () => {
    clock = 601_000;
    const { parameters } = redirectOf(await requestCode(sandbox, { launch }));
    clock = 0;
    expect(parameters.error).toBe('invalid_request');
  });
});
