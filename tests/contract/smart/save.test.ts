import type { GuidanceResponse, ServiceRequest } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Draft, Session } from '../../../src/smart/port.ts';
import { ehrClient, type Installation, install, sessionWith } from './launched.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await install();
});
beforeEach(() => installation.sandbox.reset());
afterAll(() => installation.close());

const patient = 'plain-back-pain';

async function draftOf(session: Session): Promise<Draft> {
  const found = await session.findDraft();
  if (found.kind !== 'one') throw new Error(`expected one draft, got ${found.kind}`);
  return found.draft;
}

function noted(order: ServiceRequest, text = 'Egnet: følger retningslinjen.'): ServiceRequest {
  return { ...order, note: [...(order.note ?? []), { text, time: '2026-11-22T10:00:00Z' }] };
}

/** The order as the EHR sees it. */
async function storedOrder(): Promise<ServiceRequest> {
  const client = await ehrClient(installation);
  return (await client.read<ServiceRequest>(`ServiceRequest/${patient}-order`)).body;
}

describe('a decision on the order', () => {
  test('is stored, read back, and the next one goes on from there', async () => {
    const session = await sessionWith(installation, patient);
    const draft = await draftOf(session);
    const first = await session.saveOrder(noted(draft.order), draft.version);
    if (first.kind !== 'saved') throw new Error(`expected it saved, got ${first.kind}`);
    expect(first.draft.version).not.toBe(draft.version);
    expect(await storedOrder()).toEqual(first.draft.order);
    const { note: _note, meta: _meta, ...rest } = first.draft.order;
    const { note: _before, meta: _metaBefore, ...before } = draft.order;
    expect(rest).toEqual(before);
    expect(await session.saveOrder(noted(first.draft.order, 'Igen.'), first.draft.version)).toMatchObject({
      kind: 'saved',
    });
  });

  test('on an order that somebody changed meanwhile overwrites nothing, and brings the order as it is now', async () => {
    const session = await sessionWith(installation, patient, { changeOrder: true });
    const draft = await draftOf(session);
    const outcome = await session.saveOrder(noted(draft.order), draft.version);
    if (outcome.kind !== 'conflict' || !outcome.current) throw new Error(`expected a conflict, got ${outcome.kind}`);
    expect(outcome.current.order).toEqual(await storedOrder());
    expect(outcome.current.version).not.toBe(draft.version);
    const { order, version } = outcome.current;
    expect(await session.saveOrder(noted(order), version)).toMatchObject({ kind: 'saved' });
  });

  test('that was made in fact, though its answer was lost, is saved when it is tried again', async () => {
    const session = await sessionWith(installation, patient);
    const draft = await draftOf(session);
    await session.saveOrder(noted(draft.order), draft.version);
    expect(await session.saveOrder(noted(draft.order), draft.version)).toMatchObject({ kind: 'saved' });
  });

  test.each([{ refuseWrite: true }, { refuseScopes: ['patient/ServiceRequest.u'] }])(
    'that %j is refused, and the order is as it was',
    async (options) => {
      const session = await sessionWith(installation, patient, options);
      const draft = await draftOf(session);
      expect(await session.saveOrder(noted(draft.order), draft.version)).toEqual({ kind: 'refused', status: 403 });
      expect(await storedOrder()).toEqual(draft.order);
    },
  );

  test('while the server is gone is offline', async () => {
    const own = await install();
    const session = await sessionWith(own, patient);
    const draft = await draftOf(session);
    await own.close();
    expect(await session.saveOrder(noted(draft.order), draft.version)).toEqual({ kind: 'offline' });
    expect(await session.findDraft()).toMatchObject({ kind: 'unreadable', gap: { reason: 'offline' } });
  });
});

describe('an assessment', () => {
  const assessment: GuidanceResponse = {
    resourceType: 'GuidanceResponse',
    status: 'success',
    moduleUri: 'urn:indikation:low-back-pain-imaging',
    subject: { reference: `Patient/${patient}` },
  };

  test('is stored where the server takes it, and found by its reference', async () => {
    const session = await sessionWith(installation, patient);
    const reference = await session.storeAssessment(assessment);
    expect(reference).toMatch(/^GuidanceResponse\/.+/);
    const client = await ehrClient(installation);
    expect((await client.read(reference ?? '')).body).toMatchObject(assessment);
  });

  test.each([{ refuseAssessment: true }, { refuseScopes: ['patient/GuidanceResponse.c'] }])(
    'that %j is not stored, and that is all',
    async (options) => {
      const session = await sessionWith(installation, patient, options);
      expect(await session.storeAssessment(assessment)).toBeNull();
      const draft = await draftOf(session);
      expect(await session.saveOrder(noted(draft.order), draft.version)).toMatchObject({ kind: 'saved' });
    },
  );
});
