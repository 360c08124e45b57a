import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LaunchRequest } from '../../../sandbox/ehr/launch.ts';
import type { RunningSandbox } from '../../../sandbox/server.ts';
import { authorizeApp, createPkce, launchApp, redirectOf, requestCode, requestToken } from './authorize.ts';
import { createFhirClient } from './fhir-client.ts';
import { appUrl, startTestSandbox } from './start.ts';

let sandbox: RunningSandbox;
let clock = 0;

beforeAll(async () => {
  sandbox = await startTestSandbox({ now: () => new Date(Date.now() + clock) });
});
beforeEach(() => {
  clock = 0;
});
afterAll(() => sandbox.close());

async function obtainCode() {
  const { launch } = await launchApp(sandbox, { patient: 'ane' });
  const { verifier, challenge } = createPkce();
  const { parameters } = redirectOf(await requestCode(sandbox, { launch, code_challenge: challenge }));
  return { code: parameters.code ?? '', code_verifier: verifier };
}

describe('the token response', () => {
  const orders = ['ServiceRequest/ane-order', 'ServiceRequest/ane-earlier-order'];

  test('carries token, granted scope, patient and launch context, and is not cached', async () => {
    const response = await requestToken(sandbox, await obtainCode());
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      access_token: expect.stringMatching(/./),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'launch patient/*.cruds',
      patient: 'ane',
      need_patient_banner: true,
      smart_style_url: expect.stringMatching(/^http/),
    });
  });

  test('names the draft orders as objects, when launch/servicerequest was granted', async () => {
    const token = await authorizeApp(sandbox, { patient: 'ane', orders, needPatientBanner: false });
    expect(token.fhirContext).toEqual(orders.map((reference) => ({ reference })));
    expect(token.need_patient_banner).toBe(false);
  });

  test.each<[string, LaunchRequest, string]>([
    ['there is no draft', { patient: 'ane' }, 'launch launch/servicerequest'],
    ['the scope was not asked for', { patient: 'ane', orders }, 'launch'],
    ['the scope was written otherwise', { patient: 'ane', orders }, 'launch launch/ServiceRequest'],
  ])('names no order when %s', async (_, request, scope) => {
    expect(await authorizeApp(sandbox, request, scope)).not.toHaveProperty('fhirContext');
  });

  test('announces web messaging where the page around the app gave a handle and the scope was granted', async () => {
    const messagingHandle = 'a'.repeat(22);
    const scope = 'launch messaging/scratchpad messaging/ui';
    const token = await authorizeApp(sandbox, { patient: 'ane', messagingHandle }, scope);
    expect(token).toMatchObject({
      scope,
      smart_web_messaging_handle: messagingHandle,
      smart_web_messaging_origin: sandbox.url,
    });
    const options = { refuseScopes: ['messaging/scratchpad', 'messaging/ui'] };
    for (const request of [{ patient: 'ane' }, { patient: 'ane', messagingHandle, options }]) {
      const without = await authorizeApp(sandbox, request, scope);
      expect(without.scope).toBe('launch');
      expect(without).not.toHaveProperty('smart_web_messaging_handle');
    }
  });

  test('hands on what the card said to the app, as it was', async () => {
    const appContext = '{"order":"ServiceRequest/ane-order","ærø":1}';
    expect((await authorizeApp(sandbox, { patient: 'ane', appContext })).appContext).toBe(appContext);
    expect(await authorizeApp(sandbox, { patient: 'ane' })).not.toHaveProperty('appContext');
  });

  test('says who the clinician is in an id_token that the published key verifies', async () => {
    const { id_token } = await authorizeApp(sandbox, { patient: 'ane' }, 'launch openid fhirUser');
    const configuration = await (await fetch(`${sandbox.url}/auth/.well-known/openid-configuration`)).json();
    const keys: JSONWebKeySet = await (await fetch(configuration.jwks_uri)).json();
    const { payload } = await jwtVerify(String(id_token), createLocalJWKSet(keys), {
      issuer: configuration.issuer,
      audience: 'indikation',
    });
    expect(payload.fhirUser).toBe(`${sandbox.fhirBase}/Practitioner/doctor`);
    expect(JSON.stringify(keys)).not.toContain('"d":');
  });

  test('leaves out what this server does not grant', async () => {
    const scope = 'launch offline_access patient/Patient.r patient/Substance.rs system/*.rs patient/Condition.sr';
    expect((await authorizeApp(sandbox, { patient: 'ane' }, scope)).scope).toBe('launch patient/Patient.r');
  });

  test('points to a style that the app may read', async () => {
    const { smart_style_url } = await authorizeApp(sandbox, { patient: 'ane' });
    const response = await fetch(String(smart_style_url), { headers: { origin: appUrl } });
    expect(response.headers.get('access-control-allow-origin')).toBe(appUrl);
    expect(await response.json()).toHaveProperty('color_highlight');
  });
});

describe('no token', () => {
  test.each([
    ['for a wrong verifier', { code_verifier: createPkce().verifier }, 400, 'invalid_grant'],
    ['without a verifier', { code_verifier: undefined }, 400, 'invalid_grant'],
    ['for another redirect URI than the code', { redirect_uri: `${appUrl}/` }, 400, 'invalid_grant'],
    ['for a code that was made up', { code: 'made-up' }, 400, 'invalid_grant'],
    ['without a code', { code: undefined }, 400, 'invalid_grant'],
    ['for an unknown client', { client_id: 'somebody-else' }, 401, 'invalid_client'],
    ['for a refresh token', { grant_type: 'refresh_token' }, 400, 'unsupported_grant_type'],
  ])('%s', async (_, parameters, status, error) => {
    const response = await requestToken(sandbox, { ...(await obtainCode()), ...parameters });
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ error, error_description: expect.stringMatching(/./) });
  });

  test('for the challenge itself as verifier, as plain would have it', async () => {
    const { launch } = await launchApp(sandbox, { patient: 'ane' });
    const { challenge } = createPkce();
    const { parameters } = redirectOf(await requestCode(sandbox, { launch, code_challenge: challenge }));
    const response = await requestToken(sandbox, { code: parameters.code, code_verifier: challenge });
    expect((await response.json()).error).toBe('invalid_grant');
  });

  test('for a code of more than a minute ago', async () => {
    const code = await obtainCode();
    clock = 61_000;
    expect((await (await requestToken(sandbox, code)).json()).error).toBe('invalid_grant');
  });

  test('for a launch value instead of a code', async () => {
    const { launch } = await launchApp(sandbox, { patient: 'ane' });
    const response = await requestToken(sandbox, { code: launch, code_verifier: createPkce().verifier });
    expect((await response.json()).error).toBe('invalid_grant');
  });

  test('by GET', async () => {
    expect((await fetch(`${sandbox.url}/auth/token`)).status).toBe(405);
  });
});

test('a code that comes back gives no second token, and ends the first', async () => {
  const code = await obtainCode();
  const { access_token } = await (await requestToken(sandbox, code)).json();
  const fhir = createFhirClient(sandbox, access_token);
  expect((await fhir.read('Patient/ane')).status).toBe(200);
  const replay = await requestToken(sandbox, code);
  expect(replay.status).toBe(400);
  expect((await replay.json()).error).toBe('invalid_grant');
  expect((await fhir.read('Patient/ane')).status).toBe(401);
});

test('a code is spent by a wrong verifier', async () => {
  const code = await obtainCode();
  await requestToken(sandbox, { ...code, code_verifier: createPkce().verifier });
  expect((await requestToken(sandbox, code)).status).toBe(400);
});

describe('the FHIR server asks for a token', () => {
  test.each([
    ['none', {}],
    ['one that was made up', { authorization: 'Bearer made-up' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
  ])('and refuses %s with 401', async (_, headers) => {
    const response = await fetch(`${sandbox.fhirBase}/Patient/ane`, { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect((await response.json()).issue[0].code).toBe('login');
  });

  test('and refuses an expired one', async () => {
    const { access_token } = await authorizeApp(sandbox, { patient: 'ane' });
    const fhir = createFhirClient(sandbox, access_token);
    clock = 3_599_000;
    expect((await fhir.read('Patient/ane')).status).toBe(200);
    clock = 3_601_000;
    expect((await fhir.read('Patient/ane')).status).toBe(401);
  });

  test('and takes no launch value for one', async () => {
    const { launch } = await launchApp(sandbox, { patient: 'ane' });
    expect((await createFhirClient(sandbox, launch).read('Patient/ane')).status).toBe(401);
  });
});
