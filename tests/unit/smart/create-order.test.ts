import { describe, expect, test } from 'vitest';
import { createOrder } from '../../../src/smart/create-order.ts';
import { connectTo, draftOrder, type Reply, type Seen } from './fake-server.ts';

const { id, meta, ...meant } = draftOrder();
const stored = draftOrder({ id: 'new-1', meta: { versionId: '1' } });

/** A server that answers the create so, and a read after it so. */
async function create(post: Reply, get: Reply = { status: 404 }) {
  const { connection, seen } = connectTo(({ method }: Seen) => (method === 'POST' ? post : get), 40);
  return { outcome: await createOrder(connection, meant), seen, asked: seen.map(({ method }) => method).join(' ') };
}

describe('making a draft order', () => {
  test('sends it without an id, reads back what the server holds, and goes on from its version', async () => {
    const { outcome, seen } = await create({ status: 201, json: stored }, { json: stored });
    expect(outcome).toEqual({ kind: 'created', draft: { order: stored, version: '1' } });
    expect(seen).toMatchObject([
      { method: 'POST', target: 'ServiceRequest', body: meant },
      { method: 'GET', target: 'ServiceRequest/new-1' },
    ]);
  });

  test('finds it by its Location where the answer has no body', async () => {
    const headers = { location: 'https://ehr.example/fhir/ServiceRequest/new-1/_history/1' };
    expect((await create({ status: 201, headers }, { json: stored })).outcome).toMatchObject({ kind: 'created' });
  });

  test('lets the server add to it, and tells where it changed what was meant', async () => {
    const identifier = [{ value: '1' }];
    expect((await create({ json: stored }, { json: { ...stored, identifier } })).outcome.kind).toBe('created');
    expect((await create({ json: stored }, { json: { ...stored, status: 'active' } })).outcome).toMatchObject({
      kind: 'differs',
      elements: ['status'],
    });
  });

  test.each([400, 403, 405, 422])('%i is a refusal, and nothing is read', async (status) => {
    const { outcome, asked } = await create({ status });
    expect([outcome, asked]).toEqual([{ kind: 'refused', status }, 'POST']);
  });

  test('without an answer it may have been made, and it is not tried again', async () => {
    for (const reply of ['offline', 'hangs'] as const) {
      const { outcome, asked } = await create(reply);
      expect([outcome, asked]).toEqual([{ kind: 'uncertain' }, 'POST']);
    }
    expect((await create({ status: 201 })).outcome).toEqual({ kind: 'uncertain' });
  });

  test('an expired token and an error of the server are told apart', async () => {
    expect((await create({ status: 401 })).outcome).toEqual({ kind: 'expired' });
    expect((await create({ status: 500 })).outcome).toEqual({ kind: 'failed', status: 500 });
  });
});
