import type { ServiceRequest } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { serviceId } from '../../../src/cds-hooks/discovery.ts';
import { handle } from '../../../src/cds-hooks/handle.ts';
import {
  callAbout,
  draftOrder,
  draftsOf,
  exchangeService,
  hookCall,
  personRecord,
  post,
  UNREADABLE,
  without,
} from './exchange.ts';

const { service } = await exchangeService();
const SIGN = `/cds-services/${serviceId('order-sign')}`;
const SELECT = `/cds-services/${serviceId('order-select')}`;
const MR = 'UXME30';
const record = personRecord('plain-back-pain');
const signing = () => hookCall('order-sign', record);
const AUTHORIZATION = {
  access_token: 'token-1',
  token_type: 'Bearer',
  expires_in: 300,
  scope: 'patient/*.rs',
  subject: 'indikation',
};

/** Status and words of an answer; nothing of the patient may stand in it. */
async function outcomeOf(
  answer: ReturnType<typeof post>,
): Promise<{ status: number; issue: string; text: string; diagnostics: string }> {
  const { status, headers, body } = await answer;
  expect(headers['content-type']).toContain('application/fhir+json');
  const outcome: { resourceType: string; issue: { code: string; details: { text: string }; diagnostics?: string }[] } =
    JSON.parse(body);
  expect(outcome.resourceType).toBe('OperationOutcome');
  const [issue] = outcome.issue;
  return { status, issue: issue?.code ?? '', text: issue?.details.text ?? '', diagnostics: issue?.diagnostics ?? '' };
}

describe('what a call must hold (CDS Hooks 2.0, "HTTP Request")', () => {
  test.each<[string, (call: ReturnType<typeof signing>) => unknown, string]>([
    ['hook', (call) => without(call, 'hook'), 'hook is missing'],
    ['hookInstance', (call) => without(call, 'hookInstance'), 'hookInstance is missing'],
    ['context', (call) => without(call, 'context'), 'context is missing'],
    ['context.userId', (call) => ({ ...call, context: { ...call.context, userId: '' } }), 'userId'],
    ['context.patientId', (call) => ({ ...call, context: { ...call.context, patientId: undefined } }), 'patientId'],
    [
      'a patient id that leads elsewhere',
      (call) => ({ ...call, context: { ...call.context, patientId: '../Patient/2' } }),
      'patientId',
    ],
    ['context.draftOrders', (call) => ({ ...call, context: { ...call.context, draftOrders: [] } }), 'draftOrders'],
    [
      'orders that are resources',
      (call) => ({
        ...call,
        context: { ...call.context, draftOrders: { resourceType: 'Bundle', entry: [{ resource: 'MR' }] } },
      }),
      'entry[0]',
    ],
    ['prefetch as an object', (call) => ({ ...call, prefetch: 'all' }), 'prefetch'],
    [
      'a fhirServer with fhirAuthorization',
      (call) => ({ ...call, fhirAuthorization: { access_token: 'x' } }),
      'fhirServer',
    ],
    [
      'a token of type Bearer',
      (call) => ({
        ...call,
        fhirServer: 'https://ehr.example/fhir',
        fhirAuthorization: { access_token: 'x', token_type: 'MAC' },
      }),
      'token_type',
    ],
    ...(['access_token', 'token_type', 'expires_in', 'scope', 'subject'] as const).map(
      (name): [string, (call: ReturnType<typeof signing>) => unknown, string] => [
        `fhirAuthorization.${name}`,
        (call) => ({
          ...call,
          fhirServer: 'https://ehr.example/fhir',
          fhirAuthorization: without(AUTHORIZATION, name),
        }),
        name,
      ],
    ),
  ])('%s: 400 and what is wrong', async (_, change, named) => {
    const { status, diagnostics } = await outcomeOf(post(service, SIGN, change(signing())));
    expect(status).toBe(400);
    expect(diagnostics).toContain(named);
  });

  test('what the specification allows besides, and what it does not know, is passed over', async () => {
    const call = signing();
    const more = {
      ...call,
      extension: { 'com.ehr.cluster': 'Nord', nested: { deep: [null] } },
      fhirServer: 'https://ehr.example/fhir',
      fhirAuthorization: { ...AUTHORIZATION, patient: 'plain-back-pain' },
      context: { ...call.context, encounterId: 'e1', somethingNew: {} },
      prefetch: { ...call.prefetch, 'not-asked-for': { resourceType: 'Basic' } },
    };
    const [plain, rich] = [await post(service, SIGN, call), await post(service, SIGN, more)];
    const shown = ({ body }: { body: string }) =>
      JSON.parse(body).cards.map(({ detail }: { detail: string }) => detail);
    expect([rich.status, shown(rich)]).toEqual([200, shown(plain)]);
  });

  test('selections at order-select', async () => {
    const context = without(hookCall('order-select', record).context, 'selections');
    const answer = await outcomeOf(post(service, SELECT, { ...hookCall('order-select', record), context }));
    expect(answer).toMatchObject({ status: 400, diagnostics: expect.stringContaining('selections') });
  });

  test.each([
    ['the wrong hook', SELECT, signing(), 400, 'not-supported'],
    ['no JSON', SIGN, '{"hook":', 400, 'structure'],
    ['a list', SIGN, '[]', 400, 'invalid'],
    ['nothing', SIGN, '', 400, 'structure'],
    ['JSON that nests without end', SIGN, '['.repeat(200_000), 400, 'structure'],
    ['a service that is none', '/cds-services/imaging-order-delete', signing(), 404, 'not-found'],
    ['an address that is none', '/cds-services/../etc/passwd', signing(), 404, 'not-found'],
    ['a name everything inherits', '/cds-services/constructor', signing(), 404, 'not-found'],
  ])('%s', async (_, path, content, status, issue) => {
    expect(await outcomeOf(post(service, path, content))).toMatchObject({ status, issue });
  });

  test.each([
    ['GET', SIGN, 'application/json', 405],
    ['POST', '/cds-services', 'application/json', 405],
    ['DELETE', '/health', 'application/json', 405],
    ['POST', SIGN, 'text/plain', 415],
    ['POST', SIGN, undefined, 415],
  ])('%s %s with %s: %i', async (method, path, type, status) => {
    const headers = type === undefined ? {} : { 'content-type': type };
    const answer = await handle(service, { method, path, headers, body: JSON.stringify(signing()) });
    expect(answer.status).toBe(status);
    if (status === 405) expect(answer.headers.allow).toContain(path === SIGN ? 'POST' : 'GET');
  });

  test('a body in another coding than its own is not guessed at', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect((await handle(service, { method: 'POST', path: SIGN, headers, body: '' })).status).toBe(415);
  });
});

describe('the wrong patient is never assessed', () => {
  test('a draft of another patient fails the whole call, though it is not selected', async () => {
    const drafts = [draftOrder(MR), draftOrder(MR, { id: 'other', subject: { reference: 'Patient/p2' } })];
    const call = callAbout('order-select', drafts, UNREADABLE);
    const selected = { ...call, context: { ...call.context, selections: ['ServiceRequest/draft-1'] } };
    expect(await outcomeOf(post(service, SELECT, selected))).toMatchObject({ status: 400, issue: 'conflict' });
  });

  test('the Patient of another is refused', async () => {
    const prefetch = { ...UNREADABLE, patient: { resourceType: 'Patient', id: 'p2' } };
    expect(await outcomeOf(post(service, SIGN, callAbout('order-sign', [draftOrder(MR)], prefetch)))).toMatchObject({
      status: 400,
      issue: 'conflict',
    });
  });

  test('a draft that names the patient on another server is another patient', async () => {
    const draft = draftOrder(MR, { subject: { reference: 'https://other.example/fhir/Patient/p1' } });
    const call = { ...callAbout('order-sign', [draft], UNREADABLE), fhirServer: 'https://ehr.example/fhir/' };
    expect(await outcomeOf(post(service, SIGN, call))).toMatchObject({ status: 400, issue: 'conflict' });
    const own = draftOrder(MR, { subject: { reference: 'https://ehr.example/fhir/Patient/p1' } });
    expect((await post(service, SIGN, { ...call, ...callAbout('order-sign', [own], UNREADABLE) })).status).toBe(200);
  });
});

describe('what was not prefetched (CDS Hooks 2.0, "Prefetch Template")', () => {
  test('without leave to read it: 412, and the keys are named', async () => {
    const prefetch = without(signing().prefetch, 'patient', 'condition');
    const answer = await outcomeOf(post(service, SIGN, { ...signing(), prefetch }));
    expect(answer).toMatchObject({ status: 412, issue: 'required' });
    expect(answer.diagnostics).toContain('Missing: patient, condition.');
    expect(answer.text).toContain('prefetch');
  });

  test('nothing is asked for where no imaging examination is ordered', async () => {
    const call = { ...callAbout('order-sign', [draftOrder('BKLXX')], {}) };
    expect(JSON.parse((await post(service, SIGN, call)).body)).toEqual({ cards: [] });
    expect(JSON.parse((await post(service, SIGN, callAbout('order-sign', [], {}))).body)).toEqual({ cards: [] });
  });

  test('null was searched and is not there; a patient that is not there cannot be assessed', async () => {
    expect(
      (await post(service, SIGN, { ...signing(), prefetch: { ...signing().prefetch, condition: null } })).status,
    ).toBe(200);
    expect(
      await outcomeOf(post(service, SIGN, { ...signing(), prefetch: { ...signing().prefetch, patient: null } })),
    ).toMatchObject({ status: 412 });
  });

  test.each<[string, unknown]>([
    [
      'a page with a next link',
      { resourceType: 'Bundle', type: 'searchset', entry: [], link: [{ relation: 'next', url: 'https://x/2' }] },
    ],
    ['fewer than its total', { resourceType: 'Bundle', type: 'searchset', total: 1, entry: [] }],
    ['an OperationOutcome', { resourceType: 'OperationOutcome', issue: [] }],
    ['something that is no resource', 'conditions'],
    [
      "somebody else's resource",
      {
        resourceType: 'Bundle',
        type: 'searchset',
        entry: [{ resource: { resourceType: 'Condition', subject: { reference: 'Patient/other' } } }],
      },
    ],
  ])('%s is a gap that the card tells', async (_, condition) => {
    const { status, body } = await post(service, SIGN, {
      ...signing(),
      prefetch: { ...signing().prefetch, condition },
    });
    expect(status).toBe(200);
    expect(JSON.parse(body).cards[0].detail).toMatch(/(Kunne ikke læses|Kun delvist læst): diagnoser/);
  });
});

describe('which orders are looked at', () => {
  test('at order-select the selected ones, the others being context', async () => {
    const drafts = [draftOrder(MR), draftOrder('UXCA00', { id: 'head' })];
    const call = callAbout('order-select', drafts, UNREADABLE);
    const selected = {
      ...call,
      context: { ...call.context, selections: ['ServiceRequest/head', 'MedicationRequest/7'] },
    };
    const { cards } = JSON.parse((await post(service, SELECT, selected)).body);
    expect(cards.map(({ summary }: { summary: string }) => summary)).toEqual([
      expect.stringContaining('CT af hjernen'),
    ]);
  });

  test('an order that is done, and one not to be performed, are none of ours', async () => {
    const drafts = [draftOrder(MR, { status: 'completed' }), draftOrder(MR, { id: 'not', doNotPerform: true })];
    expect(JSON.parse((await post(service, SIGN, callAbout('order-sign', drafts, {}))).body)).toEqual({ cards: [] });
  });

  test('examinations of the same region are told once, and nothing is said of others', async () => {
    const drafts = [draftOrder(MR), draftOrder('UXME00', { id: 'whole' }), draftOrder('UXCA00', { id: 'head' })];
    const { cards } = JSON.parse((await post(service, SIGN, callAbout('order-sign', drafts, UNREADABLE))).body);
    const topics = cards.map(({ source }: { source: { topic: { code: string } } }) => source.topic.code);
    expect(topics).toEqual(['undetermined', 'undetermined', 'undetermined', 'overlapping-region']);
  });

  test('a draft without an id gets a card, and nothing that would have to name it', async () => {
    const draft = without(draftOrder(MR), 'id') as ServiceRequest;
    const { cards, systemActions } = JSON.parse(
      (await post(service, SIGN, callAbout('order-sign', [draft], UNREADABLE))).body,
    );
    expect(cards).toHaveLength(1);
    expect(cards[0].suggestions).toBeUndefined();
    expect(cards[0].links[0].appContext).toBeUndefined();
    expect(systemActions).toBeUndefined();
  });
});

describe('browser-based clients (CDS Hooks 2.0, "Cross-Origin Resource Sharing")', () => {
  const preflight = (origin: string) =>
    handle(service, { method: 'OPTIONS', path: SIGN, headers: { origin }, body: '' });

  test('an origin of the configuration may call', async () => {
    expect(await preflight('http://localhost:5174')).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': 'http://localhost:5174',
        'access-control-allow-headers': 'authorization, content-type',
      },
    });
  });

  test.each(['https://evil.example', 'null', 'http://localhost:5174.evil.example'])('%s may not', async (origin) => {
    expect((await preflight(origin)).headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('discovery (CDS Hooks 2.0, "Discovery")', () => {
  test('describes each service, with templates that only use what the context gives', async () => {
    const { status, body } = await handle(service, { method: 'GET', path: '/cds-services', headers: {}, body: '' });
    expect(status).toBe(200);
    const { services } = JSON.parse(body);
    expect(services.map(({ hook, id }: Record<string, string>) => [hook, id])).toEqual([
      ['order-select', 'imaging-order-select'],
      ['order-sign', 'imaging-order-sign'],
    ]);
    expect(new Set(services.map(({ id }: { id: string }) => id)).size).toBe(services.length);
    for (const { title, description, prefetch } of services) {
      expect(Object.keys(prefetch)).not.toContain('');
      expect([title, description].every((words) => typeof words === 'string' && words !== '')).toBe(true);
      const templates: string[] = Object.values(prefetch);
      expect(prefetch.patient).toBe('Patient/{{context.patientId}}');
      for (const template of templates) {
        expect(template).toMatch(/^[A-Z][A-Za-z]+[/?]/);
        const tokens = [...template.matchAll(/\{\{(.+?)\}\}/g)].map(([, token]) => token);
        expect(tokens).toEqual(['context.patientId']);
        expect(template.replace(/\{\{.+?\}\}/g, '1')).not.toMatch(/[{}\s#]/);
      }
    }
  });

  test('the templates hold what the app itself would search for', async () => {
    const { body } = await handle(service, { method: 'GET', path: '/cds-services', headers: {}, body: '' });
    const [{ prefetch }] = JSON.parse(body).services;
    expect(Object.keys(prefetch)).toEqual(
      expect.arrayContaining(['condition', 'observation', 'medication-request', 'imaging-study', 'procedure']),
    );
    expect(prefetch.observation).toContain('&code=http://loinc.org|1988-5,');
    expect(draftsOf(record)).toHaveLength(1);
  });
});

test('a mistake of ours is 500 without a word of what was sent, and the service goes on', async () => {
  const broken = {
    ...service,
    newId: () => {
      throw new Error('secret of the patient');
    },
  };
  const answer = await post(broken, SIGN, signing());
  expect(answer.status).toBe(500);
  expect(answer.body).not.toContain('secret');
  expect((await post(service, SIGN, signing())).status).toBe(200);
});
