import { describe, expect, test } from 'vitest';
import { findDraft } from '../../../src/smart/find-draft.ts';
import { readGrants } from '../../../src/smart/scopes.ts';
import { connectTo, draftOrder, type Reply, type Seen, searchset, serverUrl } from './fake-server.ts';

async function find(
  reply: (request: Seen) => Reply,
  orderIds: readonly string[] = [],
  scope = 'patient/ServiceRequest.rs',
) {
  const { connection, seen } = connectTo(reply);
  const launch = { patient: { id: 'p1', serverUrl }, grants: readGrants(scope), orderIds };
  return { outcome: await findDraft(connection, launch), seen };
}

/** Answers reads of these orders by id. */
function holding(...orders: ReturnType<typeof draftOrder>[]) {
  return ({ target }: Seen): Reply => {
    const order = orders.find(({ id }) => target === `ServiceRequest/${id}`);
    return order ? { json: order } : { status: 404 };
  };
}

const unreadable = (problem: Record<string, unknown>) => ({
  kind: 'unreadable',
  gap: { resourceType: 'ServiceRequest', ...problem },
});

describe('the draft that fhirContext names', () => {
  test('is read, with the version it is guarded by', async () => {
    const { outcome, seen } = await find(holding(draftOrder()), ['o1']);
    expect(outcome).toEqual({ kind: 'one', draft: { order: draftOrder(), version: '3' } });
    expect(seen.map(({ target }) => target)).toEqual(['ServiceRequest/o1']);
  });

  test('has no version where the server keeps none', async () => {
    const order = draftOrder({ meta: {} });
    expect((await find(holding(order), ['o1'])).outcome).toEqual({ kind: 'one', draft: { order } });
  });

  test('several are several, and those that are drafts no more are left out', async () => {
    const orders = [draftOrder(), draftOrder({ id: 'o2' }), draftOrder({ id: 'o3', status: 'active' })];
    const { outcome } = await find(holding(...orders), ['o1', 'o2', 'o3']);
    expect(outcome).toMatchObject({ kind: 'several', drafts: [{ order: { id: 'o1' } }, { order: { id: 'o2' } }] });
  });

  test('one draft beside one that is signed is one', async () => {
    const orders = [draftOrder(), draftOrder({ id: 'o2', status: 'active' })];
    expect((await find(holding(...orders), ['o1', 'o2'])).outcome).toMatchObject({ kind: 'one' });
  });

  test.each(['active', 'revoked', 'completed', 'entered-in-error', 'on-hold'] as const)(
    'an order that is %s is a draft no more, and no other order is taken for it',
    async (status) => {
      const { outcome, seen } = await find(holding(draftOrder({ status })), ['o1']);
      expect(outcome).toEqual({ kind: 'none' });
      expect(seen).toHaveLength(1);
    },
  );

  test('a performer’s own order is not a draft of the requester', async () => {
    expect((await find(holding(draftOrder({ intent: 'filler-order' })), ['o1'])).outcome).toEqual({ kind: 'none' });
  });

  test('an order that was deleted meanwhile is none', async () => {
    expect((await find(() => ({ status: 410 }), ['o1'])).outcome).toEqual({ kind: 'none' });
  });

  test('an order of another patient ends everything, draft or not', async () => {
    const other = { subject: { reference: 'Patient/p2' } };
    expect((await find(holding(draftOrder(other)), ['o1'])).outcome).toEqual({ kind: 'wrong-patient' });
    const orders = [draftOrder(), draftOrder({ id: 'o2', status: 'active', ...other })];
    expect((await find(holding(...orders), ['o1', 'o2'])).outcome).toEqual({ kind: 'wrong-patient' });
  });

  test('an order that does not say whose it is, is not this patient’s', async () => {
    expect((await find(holding(draftOrder({ subject: {} })), ['o1'])).outcome).toEqual({ kind: 'wrong-patient' });
  });

  test.each<[string, Reply, Record<string, unknown>]>([
    ['refused', { status: 403 }, { reason: 'refused', status: 403 }],
    ['failing', { status: 500 }, { reason: 'failed', status: 500 }],
    ['another order', { json: draftOrder({ id: 'o9' }) }, { reason: 'malformed', status: 200 }],
    ['another resource', { json: { resourceType: 'Basic', id: 'o1' } }, { reason: 'malformed', status: 200 }],
    ['no JSON', { text: '<html>' }, { reason: 'malformed', status: 200 }],
    ['no answer', 'hangs', { reason: 'timed-out' }],
    ['no network', 'offline', { reason: 'offline' }],
  ])('an answer that is %s makes it unreadable, not absent', async (_name, reply, problem) => {
    expect((await find(() => reply, ['o1'])).outcome).toEqual(unreadable(problem));
  });

  test('one that cannot be read is not passed over for one that can', async () => {
    const reply = ({ target }: Seen): Reply => (target.endsWith('o1') ? { json: draftOrder() } : { status: 500 });
    expect((await find(reply, ['o1', 'o2'])).outcome).toEqual(unreadable({ reason: 'failed', status: 500 }));
  });

  test('an expired token says so', async () => {
    expect((await find(() => ({ status: 401 }), ['o1'])).outcome).toEqual({ kind: 'expired' });
  });

  test('is not asked for where reading orders was not granted', async () => {
    const { outcome, seen } = await find(holding(draftOrder()), ['o1'], 'patient/ServiceRequest.u');
    expect(outcome).toEqual(unreadable({ reason: 'not-granted' }));
    expect(seen).toHaveLength(0);
  });
});

describe('the draft where the EHR names none', () => {
  test('is searched among the patient’s drafts', async () => {
    const { outcome, seen } = await find(() => ({ json: searchset([draftOrder()]) }));
    expect(outcome).toMatchObject({ kind: 'one', draft: { version: '3' } });
    expect(seen.map(({ target }) => target)).toEqual(['ServiceRequest?patient=p1&status=draft&_count=200']);
  });

  test('none and several are said to be so', async () => {
    expect((await find(() => ({ json: searchset([]) }))).outcome).toEqual({ kind: 'none' });
    const two = searchset([draftOrder(), draftOrder({ id: 'o2' })]);
    expect((await find(() => ({ json: two }))).outcome).toMatchObject({ kind: 'several' });
  });

  test('a server that ignores the status gives other orders, which are left out', async () => {
    const reply = { json: searchset([draftOrder({ id: 'o2', status: 'active' }), draftOrder()]) };
    expect((await find(() => reply)).outcome).toMatchObject({ kind: 'one', draft: { order: { id: 'o1' } } });
  });

  test('a server that ignores the patient ends everything', async () => {
    const reply = { json: searchset([draftOrder(), draftOrder({ id: 'o2', subject: { reference: 'Patient/p2' } })]) };
    expect((await find(() => reply)).outcome).toEqual({ kind: 'wrong-patient' });
  });

  test('drafts that were not all read are not taken for all', async () => {
    const reply = ({ target }: Seen): Reply =>
      target.includes('page=2')
        ? { status: 500 }
        : { json: searchset([draftOrder()], { link: [{ relation: 'next', url: `${serverUrl}?page=2` }] }) };
    expect((await find(reply)).outcome).toEqual(unreadable({ reason: 'failed', status: 500 }));
  });

  test('leave to see some orders only, say imaging, is leave to find the draft among those', async () => {
    const reply = { json: searchset([draftOrder()]) };
    expect((await find(() => reply, [], 'patient/ServiceRequest.rs?category=imaging')).outcome).toMatchObject({
      kind: 'one',
    });
  });

  test('an answer that is no searchset is never "no draft"', async () => {
    expect((await find(() => ({ json: { resourceType: 'Bundle', type: 'collection' } }))).outcome).toEqual(
      unreadable({ reason: 'malformed', status: 200 }),
    );
  });

  test('is not searched where searching orders was not granted', async () => {
    const { outcome, seen } = await find(() => ({ json: searchset([]) }), [], 'patient/ServiceRequest.ru');
    expect(outcome).toEqual(unreadable({ reason: 'not-granted' }));
    expect(seen).toHaveLength(0);
  });
});
