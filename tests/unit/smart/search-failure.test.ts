import { describe, expect, test } from 'vitest';
import type { Requirement } from '../../../src/fhir/requirements.ts';
import { pageLimit, resourceLimit } from '../../../src/smart/search.ts';
import { condition, patient, type Reply, searchset, serverUrl } from './fake-server.ts';
import { batching, conditions, contextOf, crp, empty, reading, record, separate } from './record-fixture.ts';

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
    const hung: string[] = [];
    const context = await contextOf(
      ({ method, target }) => {
        if (method !== 'POST' && !target.startsWith('Observation')) return record(() => empty)(target);
        hung.push(method);
        return 'hangs';
      },
      { requirements: [conditions, crp], timeoutMs: 100 },
    );
    expect(hung).toEqual(['POST', 'GET']);
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

  test(`is cut off after ${pageLimit} pages, and says so`, async () => {
    const endless = (target: string): Reply => {
      const page = Number(/n=(\d+)/.exec(target)?.[1] ?? 1);
      return { json: searchset([condition(`c${page}`)], next(`${serverUrl}/pages?n=${page + 1}`)) };
    };
    const context = await contextOf(batching(record(endless)));
    expect(context.resources.get('Condition')).toHaveLength(pageLimit);
    expect(context.searches).toMatchObject([{ count: pageLimit }]);
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'cut-off' }]);
  });

  test(`is cut off after ${resourceLimit} resources`, async () => {
    const many = Array.from({ length: resourceLimit }, (_, index) => condition(`c${index}`));
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
