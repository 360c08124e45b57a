import { describe, expect, test } from 'vitest';
import type { Requirement } from '../../../src/fhir/requirements.ts';
import { condition, draftOrder, patient, type Reply, searchset } from './fake-server.ts';
import { batching, conditions, contextOf, crp, empty, reading, record, separate } from './record-fixture.ts';

describe('reading the record', () => {
  test('is one batch of the patient and all searches where the server takes it', async () => {
    const { read, seen, targets, progress } = reading(batching(record(() => ({ json: searchset([condition('c1')]) }))));
    expect(await read()).toMatchObject({ kind: 'read', context: { patient, gaps: [] } });
    expect(targets()).toEqual(['POST ']);
    expect(seen[0]?.body).toMatchObject({
      type: 'batch',
      entry: [
        { request: { method: 'GET', url: 'Patient/p1' } },
        { request: { method: 'GET', url: 'Condition?_count=200&patient=p1' } },
      ],
    });
    expect(progress).toEqual(['0/2', '1/2', '2/2']);
  });

  test('is searches side by side where it does not, and it is not asked again', async () => {
    const { read, targets, progress } = reading(separate(record(() => empty)), { requirements: [conditions, crp] });
    await read();
    const searches = [
      'GET Patient/p1',
      'GET Condition?_count=200&patient=p1',
      'GET Observation?_count=200&code=http%3A%2F%2Floinc.org%7C1988-5&patient=p1',
    ];
    expect(targets()).toEqual(['POST ', ...searches]);
    await read();
    expect(targets()).toEqual(['POST ', ...searches, ...searches]);
    expect(progress).toEqual(['0/3', '1/3', '2/3', '3/3', '0/3', '1/3', '2/3', '3/3']);
  });

  test.each<[string, Reply]>([
    ['refuses', { status: 404 }],
    ['fails on', { status: 500 }],
    ['does not answer', 'hangs'],
    ['may not be asked for', 'offline'],
    ['answers with no Bundle to', { json: { resourceType: 'OperationOutcome' } }],
    ['answers with another Bundle to', { json: searchset([]) }],
    ['answers too little to', { json: { resourceType: 'Bundle', type: 'batch-response', entry: [{}] } }],
    ['answers no JSON to', { text: '<html>' }],
  ])('goes on without a batch when the server %s it', async (_name, batchReply) => {
    const one = record(() => ({ json: searchset([condition('c1')]) }));
    const context = await contextOf(({ method, target }) => (method === 'POST' ? batchReply : one(target)));
    expect(context.gaps).toEqual([]);
    expect(context.resources.get('Condition')).toHaveLength(1);
  });

  test('finding nothing is said: the type is there, and empty', async () => {
    const context = await contextOf(batching(record(() => empty)));
    expect(context.resources.get('Condition')).toEqual([]);
    expect(context.searches).toEqual([{ resourceType: 'Condition', count: 0, at: '2026-11-22T10:00:00Z' }]);
    expect(context.gaps).toEqual([]);
  });

  test('two searches of one type are kept together, and what both found counts once', async () => {
    const other: Requirement = { resourceType: 'Condition', params: { 'clinical-status': 'active' } };
    const context = await contextOf(
      batching(
        record((target) => ({
          json: searchset(target.includes('active') ? [condition('c1')] : [condition('c1'), condition('c2')]),
        })),
      ),
      { requirements: [conditions, other] },
    );
    expect(context.resources.get('Condition')?.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(context.searches.map(({ count }) => count)).toEqual([2, 1]);
  });

  test('a server that will not give parts of resources is asked for the whole of them', async () => {
    const requirement = { resourceType: 'Condition', params: { _elements: 'code,status', _summary: 'true' } };
    const picky = record((target) =>
      target.includes('_elements') ? { status: 400 } : { json: searchset([condition('c1')]) },
    );
    for (const server of [batching, separate]) {
      const { read, targets } = reading(server(picky), { requirements: [requirement] });
      expect(await read()).toMatchObject({ context: { gaps: [], searches: [{ count: 1 }] } });
      expect(targets().at(-1)).toBe('GET Condition?_count=200&patient=p1');
    }
  });

  test('what lies too far back to matter is not asked for', async () => {
    const requirement = { ...crp, since: { param: 'date', days: 8 } };
    const { read, targets } = reading(separate(record(() => empty)), { requirements: [requirement] });
    await read();
    expect(targets().at(-1)).toContain('&date=ge2026-11-14&');
  });

  test('a resource that is not what FHIR says, or that may mean something else, is a gap beside what was found', async () => {
    for (const over of [{ code: 'DM545' }, { modifierExtension: [{ url: 'urn:negated', valueBoolean: true }] }]) {
      const odd = { ...condition('c1'), ...over };
      const context = await contextOf(batching(record(() => ({ json: searchset([odd, condition('c2')]) }))));
      expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'malformed' }]);
      expect(context.searches).toMatchObject([{ count: 2 }]);
    }
  });

  test('the requirement’s own page size is kept, its patient is not', async () => {
    const requirement = { resourceType: 'Condition', params: { _count: '20', patient: 'p2' } };
    const { read, targets } = reading(separate(record(() => empty)), { requirements: [requirement] });
    await read();
    expect(targets()).toContain('GET Condition?_count=20&patient=p1');
  });
});

describe('what was not granted', () => {
  test('is a gap, and is not asked for', async () => {
    const { read, seen } = reading(batching(record(() => empty)), {
      requirements: [conditions, crp],
      scope: 'patient/Patient.r patient/Condition.rs',
    });
    expect(await read()).toMatchObject({ context: { gaps: [{ resourceType: 'Observation', reason: 'not-granted' }] } });
    expect(JSON.stringify(seen[0]?.body)).not.toContain('Observation');
  });

  test('for some resources only is asked for, and is a gap all the same', async () => {
    const context = await contextOf(batching(record(() => ({ json: searchset([condition('c1')]) }))), {
      scope: 'patient/Patient.r patient/Condition.rs?category=problem-list-item',
    });
    expect(context.resources.get('Condition')).toHaveLength(1);
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'not-granted' }]);
  });

  test('for the patient is the end', async () => {
    const { read, seen } = reading(batching(record(() => empty)), { scope: 'patient/Condition.rs' });
    expect(await read()).toEqual({
      kind: 'patient-unreadable',
      gap: { resourceType: 'Patient', reason: 'not-granted' },
    });
    expect(seen).toHaveLength(0);
  });
});

describe('the patient', () => {
  test.each<[string, Reply, Record<string, unknown>]>([
    ['refused', { status: 403 }, { reason: 'refused', status: 403 }],
    ['gone', { status: 404 }, { reason: 'failed', status: 404 }],
    ['another resource', { json: { resourceType: 'Basic', id: 'p1' } }, { reason: 'malformed', status: 200 }],
  ])('that is %s has not been checked, so nothing is shown', async (_name, reply, problem) => {
    const server = batching((target) => (target === 'Patient/p1' ? reply : empty));
    expect(await reading(server).read()).toEqual({
      kind: 'patient-unreadable',
      gap: { resourceType: 'Patient', ...problem },
    });
  });
});

describe('a token that expires', () => {
  const expired: Reply = { status: 401 };

  test('before the batch, in it, or on the way through the pages ends the session', async () => {
    const onSecondPage = (target: string): Reply =>
      target.startsWith('pages')
        ? expired
        : { json: searchset([], { link: [{ relation: 'next', url: 'pages?n=2' }] }) };
    for (const server of [
      () => expired,
      batching(record(() => expired)),
      batching(() => expired),
      separate(record(() => expired)),
      batching(record(onSecondPage)),
    ]) {
      expect(await reading(server).read()).toEqual({ kind: 'expired' });
    }
  });
});
describe('another patient', () => {
  test('in the order ends everything before anything is read', async () => {
    const { read, seen } = reading(batching(record(() => empty)), {
      order: draftOrder({ subject: { reference: 'Patient/p2' } }),
    });
    expect(await read()).toEqual({ kind: 'wrong-patient' });
    expect(seen).toHaveLength(0);
  });

  test('loaded in place of the one of the launch ends everything', async () => {
    const reply = (target: string): Reply => (target === 'Patient/p1' ? { json: { ...patient, id: 'p2' } } : empty);
    expect(await reading(batching(reply)).read()).toEqual({ kind: 'wrong-patient' });
  });

  test('among the results is never used, and leaves a gap', async () => {
    const nobodys = { resourceType: 'Condition', id: 'c3' };
    const found = searchset([condition('c1'), condition('c2', 'p2'), nobodys]);
    const context = await contextOf(batching(record(() => ({ json: found }))));
    expect(context.resources.get('Condition')?.map(({ id }) => id)).toEqual(['c1']);
    expect(context.searches).toMatchObject([{ count: 1 }]);
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'malformed' }]);
  });

  test('among what came along is not used either; a medication is nobody’s and is', async () => {
    const medications: Requirement = {
      resourceType: 'MedicationRequest',
      params: { _include: 'MedicationRequest:medication' },
    };
    const entry = [
      { resource: { resourceType: 'Medication', id: 'm1' }, search: { mode: 'include' } },
      { resource: condition('c2', 'p2'), search: { mode: 'include' } },
    ];
    const context = await contextOf(batching(record(() => ({ json: { ...searchset([]), entry } }))), {
      requirements: [medications],
    });
    expect(context.resources.get('Medication')).toHaveLength(1);
    expect(context.resources.has('Condition')).toBe(false);
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'malformed' }]);
  });

  test('an entry of another type than was searched is malformed', async () => {
    const found = searchset([
      condition('c1'),
      { resourceType: 'Procedure', id: 'x' },
      { resourceType: 'Condition', id: '..' },
      null,
    ]);
    const context = await contextOf(batching(record(() => ({ json: found }))));
    expect(context.resources.get('Condition')).toHaveLength(1);
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'malformed' }]);
  });
});
