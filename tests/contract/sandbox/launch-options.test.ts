import type { Bundle, ServiceRequest } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LaunchOptions } from '../../../sandbox/launch-options.ts';
import type { RunningSandbox } from '../../../sandbox/server.ts';
import { authorizeApp, launchApp, redirectOf, requestCode } from './authorize.ts';
import { createFhirClient, get, matches } from './fhir-client.ts';
import { startTestSandbox } from './start.ts';

let sandbox: RunningSandbox;
let clock = 0;

beforeAll(async () => {
  sandbox = await startTestSandbox({ now: () => new Date(Date.now() + clock) });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const orders = ['ServiceRequest/ane-order'];
const launchWith = (options: LaunchOptions) => authorizeApp(sandbox, { patient: 'ane', orders, options });
const appWith = async (options: LaunchOptions) => createFhirClient(sandbox, (await launchWith(options)).access_token);

test('two launches side by side do not disturb each other', async () => {
  const [failing, healthy] = await Promise.all([appWith({ failSearch: ['Condition'] }), appWith({})]);
  expect((await failing.search('Condition?patient=ane')).status).toBe(500);
  expect((await healthy.search('Condition?patient=ane')).status).toBe(200);
});

test('failSearch: searches of these types answer 500, alone and in a batch; others and reads go on', async () => {
  const app = await appWith({ failSearch: ['MedicationRequest', 'MedicationStatement'] });
  const { status, body } = await app.search('MedicationRequest?patient=ane');
  expect(status).toBe(500);
  expect(body.resourceType).toBe('OperationOutcome');
  const batch = await app.batch(get('MedicationStatement?patient=ane'), get('Condition?patient=ane'));
  expect(batch.body.entry?.map((entry) => entry.response?.status)).toEqual(['500', '200']);
  expect((await app.read('MedicationRequest/ane-prednisolone')).status).toBe(200);
});

test('hangSearch: these searches never answer, alone or in a batch', async () => {
  const app = await appWith({ hangSearch: ['Condition'] });
  const settled = await Promise.race([
    app.search('Condition?patient=ane').catch(() => 'broken off'),
    app.batch(get('Patient/ane'), get('Condition?patient=ane')).catch(() => 'broken off'),
    new Promise((resolve) => setTimeout(resolve, 300, 'still waiting')),
  ]);
  expect(settled).toBe('still waiting');
  expect((await app.search('Observation?patient=ane')).status).toBe(200);
});

test('malformedSearch: these searches answer 200 with something that is not a Bundle', async () => {
  const app = await appWith({ malformedSearch: ['Condition'] });
  const { status, body } = await app.search('Condition?patient=ane');
  expect(status).toBe(200);
  expect(body.resourceType).not.toBe('Bundle');
  const batch = await app.batch(get('Condition?patient=ane'));
  expect(batch.body.entry?.[0]).toMatchObject({ response: { status: '200' }, resource: { resourceType: 'Basic' } });
});

test('refuseScopes: what is named is not granted, and not allowed', async () => {
  const options = { refuseScopes: ['Condition', 'launch/servicerequest', 'patient/Observation.s'] };
  const request = { patient: 'ane', orders, options };
  const scope = 'launch launch/servicerequest patient/Condition.rs patient/Observation.rs';
  const token = await authorizeApp(sandbox, request, scope);
  expect(token.scope).toBe('launch patient/Observation.r');
  expect(token).not.toHaveProperty('fhirContext');
  const app = createFhirClient(sandbox, token.access_token);
  expect((await app.search('Condition?patient=ane')).status).toBe(403);
  expect((await app.search('Observation?patient=ane')).status).toBe(403);
  expect((await app.read('Observation/ane-weight')).status).toBe(200);
});

describe('changeOrder', () => {
  test('the first update finds that somebody else changed the order; the second goes through', async () => {
    const app = await appWith({ changeOrder: true });
    const { body: order } = await app.read<ServiceRequest>('ServiceRequest/ane-order');
    const put = (version: string | undefined) =>
      app.call('PUT', 'ServiceRequest/ane-order', { ...order, priority: 'urgent' }, { 'if-match': `W/"${version}"` });
    expect((await put(order.meta?.versionId)).status).toBe(412);
    const { body: now } = await app.read<ServiceRequest>('ServiceRequest/ane-order');
    expect(now.meta?.versionId).toBe('2');
    expect(now.note).toHaveLength(1);
    expect(now.priority).toBeUndefined();
    expect((await put('2')).status).toBe(200);
  });

  test('an update without If-Match takes no notice, and overwrites what was changed', async () => {
    const app = await appWith({ changeOrder: true });
    const { body: order } = await app.read<ServiceRequest>('ServiceRequest/ane-order');
    const { body: saved } = await app.call<ServiceRequest>('PUT', 'ServiceRequest/ane-order', order);
    expect(saved.meta?.versionId).toBe('3');
    expect(saved.note).toBeUndefined();
  });

  test('it happens again in another launch', async () => {
    for (const version of ['1', '2']) {
      const app = await appWith({ changeOrder: true });
      const { body: order } = await app.read<ServiceRequest>('ServiceRequest/ane-order');
      expect(order.meta?.versionId).toBe(version);
      const answer = await app.call('PUT', 'ServiceRequest/ane-order', order, { 'if-match': `W/"${version}"` });
      expect(answer.status).toBe(412);
    }
  });
});

test('refuseWrite: updates answer 403, creating goes on', async () => {
  const app = await appWith({ refuseWrite: true });
  const { body: order } = await app.read<ServiceRequest>('ServiceRequest/ane-order');
  expect((await app.call('PUT', 'ServiceRequest/ane-order', order)).status).toBe(403);
  expect((await app.call('POST', 'ServiceRequest', order)).status).toBe(201);
});

test('refuseAssessment: creating answers 403, updates go on', async () => {
  const app = await appWith({ refuseAssessment: true });
  const { body: order } = await app.read<ServiceRequest>('ServiceRequest/ane-order');
  const assessment = {
    resourceType: 'GuidanceResponse',
    status: 'success',
    moduleUri: 'urn:x',
    subject: order.subject,
  };
  expect((await app.call('POST', 'GuidanceResponse', assessment)).status).toBe(403);
  expect((await app.call('PUT', 'ServiceRequest/ane-order', order)).status).toBe(200);
});

test('refuseBatch: a batch answers 405, the searches themselves go on', async () => {
  const app = await appWith({ refuseBatch: true });
  expect((await app.batch(get('Condition?patient=ane'))).status).toBe(405);
  const { body } = await app.search('Condition?patient=ane');
  expect(matches(body as Bundle)).toHaveLength(1);
});

test('tokenSeconds: the token lives that long', async () => {
  const token = await launchWith({ tokenSeconds: 5 });
  expect(token.expires_in).toBe(5);
  const app = createFhirClient(sandbox, token.access_token);
  expect((await app.read('Patient/ane')).status).toBe(200);
  clock = 6000;
  expect((await app.read('Patient/ane')).status).toBe(401);
  clock = 0;
});

test('delayMs: every answer of the FHIR server comes later', async () => {
  const app = await appWith({ delayMs: 250 });
  const started = performance.now();
  await app.read('Patient/ane');
  expect(performance.now() - started).toBeGreaterThanOrEqual(240);
});

test('withoutFhirContext: the token response does not name the order', async () => {
  expect(await launchWith({ withoutFhirContext: true })).not.toHaveProperty('fhirContext');
});

describe('a launch request is read strictly', () => {
  test.each([
    ['no body', ''],
    ['no patient', '{}'],
    ['a patient who is not there', '{"patient":"nobody"}'],
    ['an order that is no order', '{"patient":"ane","orders":["Condition/1"]}'],
    ['an unknown option', '{"patient":"ane","options":{"failSerach":["Condition"]}}'],
    ['an option of another type', '{"patient":"ane","options":{"failSearch":"Condition"}}'],
    ['a word that is no resource type', '{"patient":"ane","options":{"failSearch":["condition"]}}'],
    ['something besides', '{"patient":"ane","pateint":"bo"}'],
  ])('%s is refused with words', async (_, body) => {
    const response = await fetch(`${sandbox.url}/ehr/api/launch`, { method: 'POST', body });
    expect(response.status).toBe(400);
    expect((await response.json()).error).toMatch(/./);
  });
});

test('launchOnce: the launch value is good for one authorization; others may be used again', async () => {
  const errorsOf = async (options: LaunchOptions) => {
    const { launch } = await launchApp(sandbox, { patient: 'ane', orders, needPatientBanner: true, options });
    const first = redirectOf(await requestCode(sandbox, { launch }));
    const second = redirectOf(await requestCode(sandbox, { launch }));
    return [first.parameters.error, second.parameters.error];
  };
  expect(await errorsOf({})).toEqual([undefined, undefined]);
  expect(await errorsOf({ launchOnce: true })).toEqual([undefined, 'invalid_request']);
});
