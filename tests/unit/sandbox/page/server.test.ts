import type { ServiceRequest } from 'fhir/r4';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { request, searchAll } from '../../../../sandbox/page/fhir-client.ts';
import { notice } from '../../../../sandbox/page/state/notice.ts';
import { chosenOrder, orders, refreshOrder, signOrder } from '../../../../sandbox/page/state/orders.ts';

type Exchange = { method: string; path: string; token: string; ifMatch: string | null };
let sent: Exchange[];
let sessions: number;

/** Answers as the sandbox would; `fhir` gives status and body for a path below `/fhir`. */
function answerWith(fhir: (exchange: Exchange) => [number, unknown]) {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (url === '/ehr/api/session') {
      sessions += 1;
      return Response.json({ accessToken: `token-${sessions}`, fhirBase: 'http://ehr.test/fhir', expiresIn: 3600 });
    }
    const headers = new Headers(init.headers);
    const exchange = {
      method: init.method ?? 'GET',
      path: url.replace('http://ehr.test/fhir/', ''),
      token: headers.get('authorization') ?? '',
      ifMatch: headers.get('if-match'),
    };
    sent.push(exchange);
    const [status, body] = fhir(exchange);
    return Response.json(body, { status });
  });
}

beforeEach(() => {
  sent = [];
  sessions = 0;
});
afterEach(() => vi.unstubAllGlobals());

const order = (versionId: string, status: ServiceRequest['status']): ServiceRequest => ({
  resourceType: 'ServiceRequest',
  id: 'o1',
  meta: { versionId },
  status,
  intent: 'order',
  subject: { reference: 'Patient/p1' },
});
const outcome = {
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: 'conflict', diagnostics: 'Nej' }],
};

describe('talking to the FHIR server', () => {
  test('an expired token is renewed once, and the request sent again', async () => {
    let turn = 0;
    answerWith(() => (++turn === 1 ? [401, outcome] : [200, order('1', 'draft')]));
    expect((await request('GET', 'ServiceRequest/o1')).status).toBe(200);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.token).not.toBe(sent[0]?.token);
  });

  test('a search reads every page', async () => {
    const page = (id: string, next?: string) => ({
      resourceType: 'Bundle',
      type: 'searchset',
      link: next === undefined ? [] : [{ relation: 'next', url: `http://ehr.test/fhir/${next}` }],
      entry: [{ resource: { resourceType: 'Observation', id } }],
    });
    answerWith(({ path }) => [200, path.includes('page=2') ? page('b') : page('a', 'Observation?page=2')]);
    expect((await searchAll('Observation?patient=p1')).map((resource) => resource.id)).toEqual(['a', 'b']);
  });

  test('a search that is refused is an error in words, never an empty result', async () => {
    answerWith(() => [403, outcome]);
    await expect(searchAll('Observation?patient=p1')).rejects.toThrow('Serveren svarede 403. Nej');
  });

  test('a server that cannot be reached is an answer with status 0', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await request('GET', 'Patient/p1')).toEqual({ status: 0, resource: null });
    await expect(searchAll('Patient')).rejects.toThrow('Serveren svarer ikke.');
  });
});

describe('the open order', () => {
  const versions = { resourceType: 'Bundle', type: 'history', entry: [] as { resource: ServiceRequest }[] };
  beforeEach(() => {
    orders.value = { state: 'here', value: [order('1', 'draft')] };
    chosenOrder.value = 'o1';
    notice.value = null;
  });

  test('is signed under the version that is on the screen', async () => {
    answerWith(({ method }) => [200, method === 'PUT' ? order('2', 'active') : versions]);
    await signOrder();
    expect(sent[0]).toMatchObject({ method: 'PUT', path: 'ServiceRequest/o1', ifMatch: 'W/"1"' });
    expect(orders.value).toEqual({ state: 'here', value: [order('2', 'active')] });
    expect(notice.value).toEqual({ kind: 'status', text: 'Henvisningen er underskrevet.' });
  });

  test('is not signed when somebody changed it: it is fetched again, and stays a draft', async () => {
    answerWith(({ method, path }) => {
      if (method === 'PUT') return [412, outcome];
      return [200, path.endsWith('_history') ? versions : order('2', 'draft')];
    });
    await signOrder();
    expect(orders.value).toEqual({ state: 'here', value: [order('2', 'draft')] });
    expect(notice.value?.kind).toBe('alert');
  });

  test('that is the same version is left in peace', async () => {
    answerWith(() => [200, order('1', 'draft')]);
    await refreshOrder();
    expect(notice.value).toBeNull();
  });

  test('that was written on says what changed', async () => {
    const history = {
      ...versions,
      entry: [{ resource: { ...order('2', 'draft'), note: [{ text: 'Ny' }] } }, { resource: order('1', 'draft') }],
    };
    answerWith(({ path }) => [200, path.endsWith('_history') ? history : order('2', 'draft')]);
    await refreshOrder();
    expect(notice.value).toEqual({ kind: 'status', text: 'Henvisningen er ændret til version 2: noter.' });
  });
});
