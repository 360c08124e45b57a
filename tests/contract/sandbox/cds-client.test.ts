import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceRequest } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HookRequest } from '../../../sandbox/page/ehr-api.ts';
import { readResponse } from '../../../sandbox/page/record/card.ts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/server.ts';
import { freePort } from '../../../scripts/serve.ts';
import { DEFAULTS } from '../../../src/cds-hooks/configuration.ts';
import { type RunningService, startService } from '../../../src/cds-hooks/start.ts';
import { openSession } from './authorize.ts';
import { createFhirClient } from './fhir-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'indikation-'));
const appUrl = 'http://localhost:5173';
let service: RunningService;
let sandbox: RunningSandbox;
let draft: ServiceRequest;

beforeAll(async () => {
  const [ehrPort, hooksPort] = [await freePort(), await freePort()];
  const ehrUrl = `http://localhost:${ehrPort}`;
  const { host, feedback } = DEFAULTS;
  service = await startService(
    {
      ...DEFAULTS,
      port: hooksPort,
      baseUrl: `http://${host}:${hooksPort}`,
      appUrl,
      // The service lets in nobody who is not signed in with this EHR's published key.
      clients: [{ issuer: ehrUrl, jwksUrl: `${ehrUrl}/auth/jwks` }],
      fhirServers: [`${ehrUrl}/fhir`],
      feedback: { ...feedback, file: join(folder, 'feedback.sqlite') },
    },
    'rules',
  );
  sandbox = await startSandbox({ port: ehrPort, appUrl, hooksUrl: service.url });
  const client = createFhirClient(sandbox, await openSession(sandbox));
  draft = (await client.read<ServiceRequest>('ServiceRequest/plain-back-pain-order')).body;
});
afterAll(async () => {
  await Promise.all([service.close(), sandbox.close()]);
  rmSync(folder, { recursive: true });
});

type Answers = { answers: { service: string; response?: unknown; failed?: string }[] };

async function ask(change: Partial<HookRequest> = {}): Promise<Answers['answers']> {
  const request = { hook: 'order-sign', patient: 'plain-back-pain', drafts: [draft], ...change };
  const response = await fetch(`${sandbox.url}/ehr/api/hook`, { method: 'POST', body: JSON.stringify(request) });
  if (response.status !== 200) throw new Error(`hook: ${response.status} ${await response.text()}`);
  return ((await response.json()) as Answers).answers;
}

async function cardsOf(change: Partial<HookRequest> = {}) {
  const [answer] = await ask(change);
  if (answer?.failed !== undefined) return answer.failed;
  return readResponse(answer?.response).cards;
}

describe('the EHR asks its CDS Hooks service', () => {
  test('signed, with the record sent along, and gets a card that opens the app', async () => {
    const cards = await cardsOf({ fhirAccess: false });
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({
      uuid: expect.any(String),
      summary: expect.stringContaining('MR af lænderyg'),
      indicator: 'info',
      links: expect.arrayContaining([
        { label: 'Besvar i Indikation', type: 'smart', url: `${appUrl}/launch.html`, appContext: expect.any(String) },
      ]),
    });
  });

  test('while the order is being written as well, about the selected draft alone', async () => {
    const selections = [`ServiceRequest/${draft.id}`];
    expect(await cardsOf({ hook: 'order-select', selections })).toHaveLength(1);
    expect(await cardsOf({ hook: 'order-select', selections: ['ServiceRequest/another'] })).toEqual([]);
  });

  test('about a draft that is on no server yet', async () => {
    const unsaved = { ...draft, id: 'session-1', meta: {} };
    const [card] = await cardsOf({ hook: 'order-select', drafts: [unsaved], selections: ['ServiceRequest/session-1'] });
    expect(card).toMatchObject({ summary: expect.stringContaining('MR af lænderyg') });
  });

  test('with leave to read instead of the record, and the same comes out', async () => {
    const [read, sent] = [await cardsOf({ prefetch: false }), await cardsOf({ fhirAccess: false })];
    const summaries = [read, sent].map((cards) =>
      typeof cards === 'string' ? cards : cards.map((card) => card.summary),
    );
    expect(summaries[0]).toEqual(summaries[1]);
  });

  test('with neither, and says in words that nothing was assessed, with the way on', async () => {
    expect(await cardsOf({ prefetch: false, fhirAccess: false })).toMatch(
      /fik ikke de dele af journalen.*Åbn Indikation/,
    );
  });

  test('about somebody else’s draft, and is refused', async () => {
    expect(await cardsOf({ patient: 'fever' })).toMatch(
      /intet vurderet\. Se efter, at henvisning og journal er den samme patients/,
    );
  });

  test('what was chosen is stored by the service', async () => {
    const [answer] = await ask();
    const [card] = readResponse(answer?.response).cards;
    const feedback = [{ card: card?.uuid, outcome: 'overridden', outcomeTimestamp: '2026-11-28T10:00:00Z' }];
    const body = JSON.stringify({ service: answer?.service, feedback });
    const response = await fetch(`${sandbox.url}/ehr/api/feedback`, { method: 'POST', body });
    expect(await response.json()).toEqual({ status: 200 });
    const stored: unknown[] = [];
    for await (const line of service.service.store.export()) stored.push(line);
    expect(JSON.stringify(stored)).toContain(card?.uuid);
  });
});

describe('an EHR', () => {
  test('without a service is not held up', async () => {
    const alone = await startSandbox({ port: 0, appUrl });
    const body = JSON.stringify({ hook: 'order-sign', patient: 'plain-back-pain', drafts: [draft] });
    const response = await fetch(`${alone.url}/ehr/api/hook`, { method: 'POST', body });
    expect(await response.json()).toEqual({ answers: [] });
    await alone.close();
  });

  test('whose service is gone is told so, and goes on', async () => {
    const alone = await startSandbox({ port: 0, appUrl, hooksUrl: 'http://127.0.0.1:9' });
    const body = JSON.stringify({ hook: 'order-sign', patient: 'plain-back-pain', drafts: [draft] });
    const response = await fetch(`${alone.url}/ehr/api/hook`, { method: 'POST', body });
    expect(await response.json()).toEqual({ answers: [{ service: '', failed: 'Beslutningsstøtten svarer ikke.' }] });
    await alone.close();
  });

  test.each([
    {},
    { hook: 'patient-view', patient: 'fever', drafts: [] },
    { hook: 'order-sign', patient: '../x', drafts: [{}] },
  ])('refuses %j from its own page in words', async (body) => {
    const response = await fetch(`${sandbox.url}/ehr/api/hook`, { method: 'POST', body: JSON.stringify(body) });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/./) });
  });
});

test('the key that verifies the EHR’s calls is published beside the others', async () => {
  const { keys } = (await (await fetch(`${sandbox.url}/auth/jwks`)).json()) as { keys: { alg: string; d?: string }[] };
  expect(keys.map(({ alg }) => alg)).toEqual(['RS256', 'ES384']);
  expect(keys.every((key) => key.d === undefined)).toBe(true);
});
