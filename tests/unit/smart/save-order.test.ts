import type { ServiceRequest } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { saveOrder } from '../../../src/smart/save-order.ts';
import { connectTo, draftOrder, type Reply, type Seen } from './fake-server.ts';

const meant = draftOrder({ note: [{ text: 'Egnet: følger retningslinjen.' }] });
const asItWas = draftOrder();
const stored = { ...meant, meta: { versionId: '4' } };

/** A server that answers the update so, and a read after it so. */
async function save(put: Reply, get: Reply, version: string | undefined = '3') {
  const { connection, seen } = connectTo(({ method }: Seen) => (method === 'PUT' ? put : get), 40);
  return {
    outcome: await saveOrder(connection, meant, version),
    seen,
    asked: seen.map(({ method }) => method).join(' '),
  };
}

describe('saving the order', () => {
  test('replaces the version that was read, reads it back, and goes on from the new version', async () => {
    const { outcome, seen } = await save({ json: stored }, { json: stored });
    expect(outcome).toEqual({ kind: 'saved', draft: { order: stored, version: '4' } });
    expect(seen).toMatchObject([
      { method: 'PUT', target: 'ServiceRequest/o1', body: meant },
      { method: 'GET', target: 'ServiceRequest/o1' },
    ]);
    expect(seen[0]?.headers.get('if-match')).toBe('W/"3"');
    expect(seen[0]?.headers.get('content-type')).toBe('application/fhir+json');
  });

  test('is not guarded where the server keeps no versions', async () => {
    const { connection, seen } = connectTo(() => ({ json: stored }));
    expect(await saveOrder(connection, meant, undefined)).toMatchObject({ kind: 'saved' });
    expect(seen[0]?.headers.has('if-match')).toBe(false);
  });

  test('an answer without a body, or with text, is read back all the same', async () => {
    expect((await save({}, { json: stored })).outcome).toMatchObject({ kind: 'saved' });
    expect((await save({ text: 'OK' }, { json: stored })).outcome).toMatchObject({ kind: 'saved' });
  });

  test('a server that kept something else than was meant: it is said in which elements', async () => {
    const kept: ServiceRequest = { ...stored, note: [], priority: 'urgent' };
    expect((await save({ json: stored }, { json: kept })).outcome).toEqual({
      kind: 'differs',
      elements: ['note', 'priority'],
    });
  });

  test.each([409, 412])('%i means that somebody changed it: how it stands now is read', async (status) => {
    const current = draftOrder({ meta: { versionId: '5' }, priority: 'urgent' });
    const { outcome, asked } = await save({ status }, { json: current });
    expect(outcome).toEqual({ kind: 'conflict', current: { order: current, version: '5' } });
    expect(asked).toBe('PUT GET');
  });

  test('an order that was deleted meanwhile is a conflict without a current state', async () => {
    expect((await save({ status: 412 }, { status: 410 })).outcome).toEqual({ kind: 'conflict' });
    expect((await save({ status: 404 }, { status: 404 })).outcome).toEqual({ kind: 'conflict' });
  });

  test('a conflict with our own earlier attempt, whose answer was lost, is saved', async () => {
    expect((await save({ status: 412 }, { json: stored })).outcome).toMatchObject({ kind: 'saved' });
  });

  test.each([400, 403, 405, 422, 428])('%i is a refusal, and nothing more is asked', async (status) => {
    const { outcome, asked } = await save({ status }, { json: stored });
    expect(outcome).toEqual({ kind: 'refused', status });
    expect(asked).toBe('PUT');
  });

  test('an expired token says so', async () => {
    expect((await save({ status: 401 }, { json: asItWas })).outcome).toEqual({ kind: 'expired' });
  });

  test('no network is offline', async () => {
    expect((await save('offline', 'offline')).outcome).toEqual({ kind: 'offline' });
    expect((await save('offline', { json: asItWas })).outcome).toEqual({ kind: 'offline' });
  });

  test.each<[string, Reply]>([
    ['no answer', 'hangs'],
    ['a lost connection', 'offline'],
    ['an error of a gateway', { status: 504 }],
  ])('%s may hide that it was saved: reading it back tells', async (_name, put) => {
    expect((await save(put, { json: stored })).outcome).toMatchObject({ kind: 'saved' });
  });

  test('a server that fails, or never answers, has failed', async () => {
    expect((await save({ status: 500 }, { json: asItWas })).outcome).toEqual({ kind: 'failed', status: 500 });
    expect((await save('hangs', { json: asItWas })).outcome).toEqual({ kind: 'failed' });
    expect((await save('hangs', 'hangs')).outcome).toEqual({ kind: 'failed' });
  });

  test('what cannot be read back is judged by what the server says that it kept', async () => {
    expect((await save({ json: stored }, { status: 403 })).outcome).toMatchObject({ kind: 'saved' });
    expect((await save({ json: asItWas }, { status: 403 })).outcome).toEqual({ kind: 'differs', elements: ['note'] });
  });

  test('what cannot be read back at all is not called saved', async () => {
    for (const get of [{ status: 403 }, { status: 500 }, 'offline', { status: 401 }] satisfies Reply[]) {
      expect((await save({}, get)).outcome).toEqual({ kind: 'unverified' });
    }
  });
});
