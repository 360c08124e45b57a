import type { Bundle, BundleEntry, OperationOutcome, ServiceRequest } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RunningSandbox } from '../../../sandbox/server.ts';
import { authorizeApp, openSession } from './authorize.ts';
import { createFhirClient, get, matches } from './fhir-client.ts';
import { startTestSandbox } from './start.ts';

let sandbox: RunningSandbox;
let fhir: ReturnType<typeof createFhirClient>;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  fhir = createFhirClient(sandbox, await openSession(sandbox));
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const statuses = (bundle: Bundle) => bundle.entry?.map((entry) => entry.response?.status);

test('every entry has its own answer, in order, and one error does not spoil the others', async () => {
  const { status, body } = await fhir.batch(
    get('ServiceRequest/ane-order'),
    get('Condition?patient=ane'),
    get('Patient/nobody'),
    get('Substance?patient=ane'),
    get('Observation?date=yesterday'),
    get(`${sandbox.fhirBase}/Patient/bo`),
    get('http://elsewhere.example/fhir/Patient/bo'),
    {},
  );
  expect(status).toBe(200);
  expect(body.type).toBe('batch-response');
  expect(statuses(body)).toEqual(['200', '200', '404', '404', '400', '200', '404', '400']);
  expect(body.entry?.[0]?.response?.etag).toBe('W/"1"');
  expect(matches(body.entry?.[1]?.resource as Bundle)).toEqual(['Condition/ane-pain']);
  expect(body.entry?.[2]?.response?.outcome).toMatchObject({ issue: [{ code: 'not-found' }] });
});

test('entries can create and update, with If-Match', async () => {
  const { body: order } = await fhir.read<ServiceRequest>('ServiceRequest/ane-order');
  const put = (ifMatch: string): BundleEntry => ({
    resource: { ...order, priority: 'urgent' } as ServiceRequest,
    request: { method: 'PUT', url: 'ServiceRequest/ane-order', ifMatch },
  });
  const { id: _, ...another } = order;
  const post: BundleEntry = { resource: another, request: { method: 'POST', url: 'ServiceRequest' } };
  const { body } = await fhir.batch(put('W/"1"'), put('W/"1"'), post);
  expect(statuses(body)).toEqual(['200', '412', '201']);
  expect(body.entry?.[0]?.response?.etag).toBe('W/"2"');
  expect(body.entry?.[2]?.response?.location).toMatch(/\/ServiceRequest\/[^/]+\/_history\/1$/);
});

test('goes to the base with or without a slash at the end', async () => {
  const bundle = { resourceType: 'Bundle', type: 'batch', entry: [get('Patient/ane')] };
  for (const url of [sandbox.fhirBase, `${sandbox.fhirBase}/`]) {
    const { body } = await fhir.call<Bundle>('POST', url, bundle);
    expect(statuses(body)).toEqual(['200']);
  }
});

test('a batch without entries has an empty answer', async () => {
  const { status, body } = await fhir.call<Bundle>('POST', '', { resourceType: 'Bundle', type: 'batch' });
  expect(status).toBe(200);
  expect(body.entry).toEqual([]);
});

test.each([
  ['a transaction', { resourceType: 'Bundle', type: 'transaction', entry: [] }],
  ['a resource that is not a Bundle', { resourceType: 'Patient' }],
  ['entries that are no list', { resourceType: 'Bundle', type: 'batch', entry: { request: {} } }],
])('%s is refused', async (_, body) => {
  const answer = await fhir.call<OperationOutcome>('POST', '', body);
  expect(answer.status).toBe(400);
  expect(answer.body.resourceType).toBe('OperationOutcome');
});

test('each entry is checked against the scopes and the patient of the token', async () => {
  const scope = 'launch patient/Condition.rs patient/ServiceRequest.r';
  const { access_token } = await authorizeApp(sandbox, { patient: 'ane' }, scope);
  const app = createFhirClient(sandbox, access_token);
  const { body: order } = await app.read<ServiceRequest>('ServiceRequest/ane-order');
  const { body } = await app.batch(
    get('Condition?patient=ane'),
    get('Condition/bo-secret'),
    get('Condition?patient=bo'),
    get('Observation?patient=ane'),
    get('ServiceRequest?patient=ane'),
    { resource: order, request: { method: 'PUT', url: 'ServiceRequest/ane-order' } },
  );
  expect(statuses(body)).toEqual(['200', '403', '403', '403', '403', '403']);
  expect(JSON.stringify(body)).not.toContain('Noget om Bo');
});
