import type { Bundle, OperationOutcome, ServiceRequest } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningSandbox } from '../../../sandbox/server.ts';
import { openSession } from './authorize.ts';
import { createFhirClient } from './fhir-client.ts';
import { startTestSandbox } from './start.ts';

let sandbox: RunningSandbox;
let fhir: ReturnType<typeof createFhirClient>;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  fhir = createFhirClient(sandbox, await openSession(sandbox));
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const readOrder = async () => (await fhir.read<ServiceRequest>('ServiceRequest/ane-order')).body;
const newOrder = {
  resourceType: 'ServiceRequest',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/bo' },
};

describe('reading', () => {
  test('a resource comes with its version as ETag and its date', async () => {
    const { status, headers, body } = await fhir.read<ServiceRequest>('ServiceRequest/ane-order');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/fhir+json');
    expect(headers.get('etag')).toBe('W/"1"');
    expect(headers.get('last-modified')).toMatch(/GMT$/);
    expect(body.meta?.versionId).toBe('1');
  });

  test.each([
    ['a resource that is not there', 'ServiceRequest/nobody', 404, 'not-found'],
    ['a resource type that the server does not have', 'Substance/1', 404, 'not-supported'],
    ['something that is no resource type', 'nonsense', 404, 'not-supported'],
    ['an id that cannot be one', 'Patient/_history', 404, 'not-found'],
    ['a version that is not there', 'ServiceRequest/ane-order/_history/9', 404, 'not-found'],
  ])('%s is refused with an OperationOutcome', async (_, path, status, code) => {
    const answer = await fhir.refused('GET', path);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] });
  });

  test('deleting, patching and operations are not supported', async () => {
    expect((await fhir.refused('DELETE', 'Patient/ane')).status).toBe(405);
    expect((await fhir.refused('PATCH', 'Patient/ane', [])).status).toBe(405);
    expect((await fhir.refused('GET', 'Patient/ane/$everything')).status).toBe(405);
    expect((await fhir.read('Patient/ane')).status).toBe(200);
  });
});

describe('creating', () => {
  test('answers 201 with Location and ETag, and the server chooses the id', async () => {
    const { status, headers, body } = await fhir.call<ServiceRequest>('POST', 'ServiceRequest', {
      ...newOrder,
      id: 'mine',
    });
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('W/"1"');
    expect(body.id).not.toBe('mine');
    expect(headers.get('location')).toBe(`${sandbox.fhirBase}/ServiceRequest/${body.id}/_history/1`);
    expect((await fhir.read<ServiceRequest>(`ServiceRequest/${body.id}`)).body).toEqual(body);
  });

  test('Prefer: return=minimal leaves the body out', async () => {
    const answer = await fhir.call('POST', 'ServiceRequest', newOrder, { prefer: 'return=minimal' });
    expect(answer.status).toBe(201);
    expect(answer.body).toBeNull();
    expect(answer.headers.get('location')).toContain('/ServiceRequest/');
  });

  test.each([
    ['text that is not JSON', '{"resourceType":', 400, 'structure'],
    ['JSON that is not a resource', '[1]', 400, 'structure'],
    [
      'a resource of another type than the URL',
      JSON.stringify({ ...newOrder, resourceType: 'Condition' }),
      400,
      'invalid',
    ],
    ['a resource without what it must have', JSON.stringify({ ...newOrder, intent: undefined }), 422, 'structure'],
    [
      'a resource with an element that does not exist',
      JSON.stringify({ ...newOrder, colour: 'red' }),
      422,
      'structure',
    ],
  ])('%s is refused', async (_, body, status, code) => {
    const answer = await fhir.refused('POST', 'ServiceRequest', body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: expect.arrayContaining([expect.objectContaining({ code })]),
    });
  });

  test('a body of more than a megabyte is refused', async () => {
    const note = [{ text: 'x'.repeat(1_000_001) }];
    expect((await fhir.refused('POST', 'ServiceRequest', { ...newOrder, note })).status).toBe(413);
  });

  test('a body that does not say it is JSON is refused', async () => {
    const answer = await fhir.refused('POST', 'ServiceRequest', newOrder, { 'content-type': 'application/fhir+xml' });
    expect(answer.status).toBe(415);
  });
});

describe('updating', () => {
  test('makes a new version, keeps the old one, and history has both with the newest first', async () => {
    const order = await readOrder();
    const answer = await fhir.call<ServiceRequest>('PUT', 'ServiceRequest/ane-order', { ...order, priority: 'urgent' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('W/"2"');
    const first = await fhir.read<ServiceRequest>('ServiceRequest/ane-order/_history/1');
    expect(first.body.priority).toBeUndefined();
    for (const _ of ['once', 'and again']) {
      const { body } = await fhir.read<Bundle<ServiceRequest>>('ServiceRequest/ane-order/_history');
      expect(body.type).toBe('history');
      expect(body.entry?.map((entry) => entry.resource?.meta?.versionId)).toEqual(['2', '1']);
    }
  });

  test('goes through when If-Match names the current version', async () => {
    const answer = await fhir.call('PUT', 'ServiceRequest/ane-order', await readOrder(), { 'if-match': 'W/"1"' });
    expect(answer.status).toBe(200);
  });

  test('is refused with 412 when If-Match names an earlier version, and changes nothing', async () => {
    const order = await readOrder();
    await fhir.call('PUT', 'ServiceRequest/ane-order', { ...order, priority: 'urgent' });
    const late = { ...order, priority: 'stat' };
    const answer = await fhir.refused('PUT', 'ServiceRequest/ane-order', late, { 'if-match': 'W/"1"' });
    expect(answer.status).toBe(412);
    expect(answer.body.issue[0]?.code).toBe('conflict');
    expect(await readOrder()).toMatchObject({ priority: 'urgent', meta: { versionId: '2' } });
  });

  test('an If-Match that is no ETag is refused, not passed over', async () => {
    const answer = await fhir.refused('PUT', 'ServiceRequest/ane-order', await readOrder(), { 'if-match': '1' });
    expect(answer.status).toBe(400);
  });

  test('an extension that nobody knows survives', async () => {
    await fhir.call('PUT', 'ServiceRequest/ane-order', { ...(await readOrder()), priority: 'urgent' });
    expect((await readOrder()).extension).toEqual([{ url: 'urn:example:unknown-extension', valueString: 'kept' }]);
  });

  test('does not create', async () => {
    const answer = await fhir.refused('PUT', 'ServiceRequest/new', { ...newOrder, id: 'new' });
    expect(answer.status).toBe(405);
  });

  test('another id in the body than in the URL is refused', async () => {
    const answer = await fhir.refused('PUT', 'ServiceRequest/ane-order', { ...(await readOrder()), id: 'bo-order' });
    expect(answer.status).toBe(400);
  });
});

test('a reset puts the people back', async () => {
  await fhir.call('PUT', 'ServiceRequest/ane-order', { ...(await readOrder()), priority: 'urgent' });
  const { body } = await fhir.call<ServiceRequest>('POST', 'ServiceRequest', newOrder);
  expect((await fetch(`${sandbox.url}/ehr/api/reset`, { method: 'POST' })).status).toBe(204);
  expect((await readOrder()).meta?.versionId).toBe('1');
  expect((await fhir.read<OperationOutcome>(`ServiceRequest/${body.id}`)).status).toBe(404);
});
