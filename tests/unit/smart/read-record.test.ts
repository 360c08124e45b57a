import { describe, expect, test } from 'vitest';
import type { ReferralContext } from '../../../src/fhir/context.ts';
import type { Requirement } from '../../../src/fhir/requirements.ts';
import type { RecordOutcome } from '../../../src/smart/port.ts';
import { readRecord } from '../../../src/smart/read-record.ts';
import { readGrants } from '../../../src/smart/scopes.ts';
import {
  condition,
  connectTo,
  draftOrder,
  patient,
  type Reply,
  type Seen,
  searchset,
  serverUrl,
} from './fake-server.ts';

const conditions: Requirement = { resourceType: 'Condition', params: {} };
const crp: Requirement = { resourceType: 'Observation', params: { code: 'http://loinc.org|1988-5' } };
const everything = 'patient/Patient.r patient/Condition.rs patient/Observation.rs patient/MedicationRequest.rs';

interface Given {
  readonly requirements?: readonly Requirement[];
  readonly scope?: string;
  readonly order?: ReturnType<typeof draftOrder>;
  readonly timeoutMs?: number;
}

/** Reads the record of a fake server; `progress` is what was told, `seen` what was asked. */
function reading(reply: (request: Seen) => Reply, given: Given = {}) {
  const { connection, seen } = connectTo(reply, given.timeoutMs);
  const progress: string[] = [];
  const manners = { takesBatch: true };
  const read = (): Promise<RecordOutcome> =>
    readRecord({
      connection,
      manners,
      launch: { patient: { id: 'p1', serverUrl }, grants: readGrants(given.scope ?? everything), orderIds: [] },
      draft: { order: given.order ?? draftOrder() },
      requirements: given.requirements ?? [conditions],
      onProgress: (done, of) => progress.push(`${done}/${of}`),
      now: () => '2026-11-22T10:00:00Z',
    });
  return { read, seen, progress, targets: () => seen.map(({ method, target }) => `${method} ${target}`) };
}

async function contextOf(reply: (request: Seen) => Reply, given: Given = {}): Promise<ReferralContext> {
  const outcome = await reading(reply, given).read();
  if (outcome.kind !== 'read') throw new Error(`expected a context, got ${outcome.kind}`);
  return outcome.context;
}

/** A server that takes batches: each entry is answered as if it were asked alone. */
function batching(one: (target: string) => Reply) {
  return ({ method, target, body }: Seen): Reply => {
    if (method !== 'POST' || target !== '') return one(target);
    const urls = (body as { entry: { request: { url: string } }[] }).entry.map(({ request }) => request.url);
    const entry = urls.map((url) => {
      const reply = one(url);
      if (typeof reply === 'string') throw new Error('an entry of a batch has an answer');
      return { response: { status: `${reply.status ?? 200} word` }, ...(reply.json ? { resource: reply.json } : {}) };
    });
    return { json: { resourceType: 'Bundle', type: 'batch-response', entry } };
  };
}

/** A server that takes none. */
function separate(one: (target: string) => Reply) {
  return ({ method, target }: Seen): Reply => (method === 'POST' ? { status: 405 } : one(target));
}

/** The patient, and this for every search. */
function record(search: (target: string) => Reply) {
  return (target: string): Reply => (target === 'Patient/p1' ? { json: patient } : search(target));
}

const empty: Reply = { json: searchset([]) };

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

  test('the requirement’s own page size is kept, its patient is not', async () => {
    const requirement = { resourceType: 'Condition', params: { _count: '20', patient: 'p2' } };
    const { read, targets } = reading(separate(record(() => empty)), { requirements: [requirement] });
    await read();
    expect(targets()).toContain('GET Condition?_count=20&patient=p1');
  });
});

describe('a search that fails', () => {
  test.each<[string, Reply, Record<string, unknown>]>([
    ['refused', { status: 403 }, { reason: 'refused', status: 403 }],
    ['failing', { status: 500 }, { reason: 'failed', status: 500 }],
    ['another resource', { json: { resourceType: 'Basic' } }, { reason: 'malformed', status: 200 }],
    ['a list that is none', { json: { ...searchset([]), entry: 'none' } }, { reason: 'malformed', status: 200 }],
    ['empty', {}, { reason: 'malformed', status: 200 }],
  ])('in a batch, with an answer that is %s, is a gap, and the others are used', async (_name, reply, problem) => {
    const context = await contextOf(
      batching(record((target) => (target.startsWith('Observation') ? reply : { json: searchset([condition('c1')]) }))),
      { requirements: [conditions, crp] },
    );
    expect(context.gaps).toEqual([{ resourceType: 'Observation', ...problem }]);
    expect(context.resources.has('Observation')).toBe(false);
    expect(context.resources.get('Condition')).toHaveLength(1);
    expect(context.searches.map(({ resourceType }) => resourceType)).toEqual(['Condition']);
  });

  test('an entry of a batch without a status is a gap', async () => {
    const entry = [{ resource: patient, response: { status: '200' } }, { resource: searchset([]) }];
    const context = await contextOf(({ method }) =>
      method === 'POST' ? { json: { resourceType: 'Bundle', type: 'batch-response', entry } } : 'offline',
    );
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'malformed', status: 200 }]);
  });

  test.each<[string, Reply, Record<string, unknown>]>([
    ['without an answer', 'hangs', { reason: 'timed-out' }],
    ['without a network', 'offline', { reason: 'offline' }],
    ['with no JSON', { text: 'sorry' }, { reason: 'malformed', status: 200 }],
  ])('alone, %s, is a gap', async (_name, reply, problem) => {
    const context = await contextOf(separate(record(() => reply)), { timeoutMs: 60 });
    expect(context.gaps).toEqual([{ resourceType: 'Condition', ...problem }]);
  });

  test('and hangs inside a batch keeps nobody waiting longer than two time-outs', async () => {
    const started = performance.now();
    const context = await contextOf(
      ({ method, target }) =>
        method === 'POST' || target.startsWith('Observation') ? 'hangs' : record(() => empty)(target),
      { requirements: [conditions, crp], timeoutMs: 100 },
    );
    expect(performance.now() - started).toBeLessThan(300);
    expect(context.gaps).toEqual([{ resourceType: 'Observation', reason: 'timed-out' }]);
    expect(context.resources.get('Condition')).toEqual([]);
  });

  test('is one gap, though several of its kind fail alike', async () => {
    const other: Requirement = { resourceType: 'Condition', params: { category: 'x' } };
    const context = await contextOf(batching(record(() => ({ status: 500 }))), { requirements: [conditions, other] });
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'failed', status: 500 }]);
  });

  test.each([
    ['an error among the results', { severity: 'error', code: 'exception' }],
    ['sources that were left out', { severity: 'warning', code: 'incomplete' }],
  ])('in part, with %s, is a gap beside what was found', async (_name, issue) => {
    const outcome = { resource: { resourceType: 'OperationOutcome', issue: [issue] }, search: { mode: 'outcome' } };
    const page = searchset([condition('c1')]);
    const context = await contextOf(
      batching(record(() => ({ json: { ...page, entry: [...(page.entry as unknown[]), outcome] } }))),
    );
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'failed' }]);
    expect(context.resources.get('Condition')).toHaveLength(1);
  });

  test('a warning about a parameter is no gap, and no resource', async () => {
    const issue = [{ severity: 'warning', code: 'not-supported' }];
    const entry = [{ resource: { resourceType: 'OperationOutcome', issue }, search: { mode: 'outcome' } }];
    const context = await contextOf(batching(record(() => ({ json: { ...searchset([]), entry } }))));
    expect(context.gaps).toEqual([]);
    expect([...context.resources]).toEqual([['Condition', []]]);
  });
});

describe('a search of many pages', () => {
  const next = (url: string) => ({
    link: [
      { relation: 'self', url: serverUrl },
      { relation: 'next', url },
    ],
  });

  test('is followed to its end, also from a batch, also where the link is relative', async () => {
    const pages = (target: string): Reply => {
      if (target === 'pages?n=2') return { json: searchset([condition('c2')], next(`${serverUrl}/pages?n=3`)) };
      if (target === 'pages?n=3') return { json: searchset([condition('c3')]) };
      return { json: searchset([condition('c1')], { ...next('pages?n=2'), total: 3 }) };
    };
    for (const server of [batching, separate]) {
      const context = await contextOf(server(record(pages)));
      expect(context.resources.get('Condition')?.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
      expect(context.gaps).toEqual([]);
    }
  });

  test('is cut off after ten pages, and says so', async () => {
    const endless = (target: string): Reply => {
      const page = Number(/n=(\d+)/.exec(target)?.[1] ?? 1);
      return { json: searchset([condition(`c${page}`)], next(`${serverUrl}/pages?n=${page + 1}`)) };
    };
    const context = await contextOf(batching(record(endless)));
    expect(context.resources.get('Condition')).toHaveLength(10);
    expect(context.searches).toMatchObject([{ count: 10 }]);
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'cut-off' }]);
  });

  test('is cut off after two thousand resources', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => condition(`c${index}`));
    const { read, targets } = reading(batching(record(() => ({ json: searchset(many, next('pages?n=2')) }))));
    expect(await read()).toMatchObject({ context: { gaps: [{ resourceType: 'Condition', reason: 'cut-off' }] } });
    expect(targets()).toEqual(['POST ']);
  });

  test.each(['https://elsewhere.example/pages?n=2', 'http://ehr.example/fhir/pages?n=2', 'https://'])(
    'is not followed to %s: the token stays with the issuer',
    async (url) => {
      const { read, targets } = reading(batching(record(() => ({ json: searchset([condition('c1')], next(url)) }))));
      expect(await read()).toMatchObject({ context: { gaps: [{ resourceType: 'Condition', reason: 'cut-off' }] } });
      expect(targets()).toEqual(['POST ']);
    },
  );

  test('keeps the pages before one that fails, and says that some are missing', async () => {
    const failing = (target: string): Reply =>
      target.startsWith('pages') ? { status: 503 } : { json: searchset([condition('c1')], next('pages?n=2')) };
    const context = await contextOf(batching(record(failing)));
    expect(context.resources.get('Condition')).toHaveLength(1);
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'failed', status: 503 }]);
  });

  test('a server that counts more than it shows has cut something off', async () => {
    const context = await contextOf(batching(record(() => ({ json: searchset([condition('c1')], { total: 2 }) }))));
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'cut-off' }]);
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
