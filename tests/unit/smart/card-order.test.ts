import { describe, expect, test } from 'vitest';
import { createAppContextSealer, newAppContextKey } from '../../../src/cds-hooks/app-context.ts';
import { orderOfCard } from '../../../src/smart/card-order.ts';

const now = Date.parse('2026-11-28T10:00:00Z');
const minute = 60_000;
const sealer = await createAppContextSealer(await newAppContextKey(), 60);
const keys = sealer.publicKeys;
const sealed = (reference = 'ServiceRequest/o1') => sealer.seal({ reference, patientId: 'p1', id: 'card-1' }, now);

describe('the order of the card that the app was opened from', () => {
  test('is known by what the card handed over, for the patient of the launch', async () => {
    expect(await orderOfCard({ appContext: await sealed(), keys, patientId: 'p1', now })).toEqual(['o1']);
  });

  test('is not taken for another patient', async () => {
    expect(await orderOfCard({ appContext: await sealed(), keys, patientId: 'p2', now })).toEqual([]);
  });

  test('is good for an hour', async () => {
    const appContext = await sealed();
    expect(await orderOfCard({ appContext, keys, patientId: 'p1', now: now + 60 * minute - 1 })).toEqual(['o1']);
    expect(await orderOfCard({ appContext, keys, patientId: 'p1', now: now + 60 * minute })).toEqual([]);
  });

  test('is not taken when it was tampered with, or sealed by somebody else', async () => {
    const [head = '', body = '', signature = ''] = (await sealed()).split('.');
    const claims = JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/')));
    const other = btoa(JSON.stringify({ ...claims, draft: 'ServiceRequest/o2' })).replace(/=+$/, '');
    const stranger = await createAppContextSealer(await newAppContextKey(), 60);
    for (const appContext of [
      [head, other, signature].join('.'),
      await stranger.seal({ reference: 'ServiceRequest/o1', patientId: 'p1', id: 'card-1' }, now),
    ]) {
      expect(await orderOfCard({ appContext, keys, patientId: 'p1', now })).toEqual([]);
    }
  });

  test.each([undefined, null, 7, '', 'ServiceRequest/o1', '{"order":"ServiceRequest/o1"}', {}])(
    'is none where %j was handed over, which is no word of ours',
    async (appContext) => {
      expect(await orderOfCard({ appContext, keys, patientId: 'p1', now })).toEqual([]);
    },
  );

  test.each([undefined, null, 'key', [null], [{ kid: 'x' }]])(
    'is none where the site has the keys %j',
    async (wrong) => {
      expect(await orderOfCard({ appContext: await sealed(), keys: wrong, patientId: 'p1', now })).toEqual([]);
    },
  );

  test.each(['Patient/p1', 'ServiceRequest/..', 'ServiceRequest'])('is none where %s was sealed', async (reference) => {
    expect(await orderOfCard({ appContext: await sealed(reference), keys, patientId: 'p1', now })).toEqual([]);
  });
});
