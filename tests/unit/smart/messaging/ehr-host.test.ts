import type { ServiceRequest } from 'fhir/r4';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Announcement, openEhrHost } from '../../../../src/smart/messaging/ehr-host.ts';
import { createSession } from '../../../../src/smart/patient-session.ts';
import { readGrants } from '../../../../src/smart/scopes.ts';
import { connectTo, draftOrder, type Reply, type Seen, searchset, serverUrl } from '../fake-server.ts';
import { type Answer, ehrOrigin, fakeEhr, fakeScratchpad, grant, type Posted } from './fake-ehr.ts';

interface Installation {
  readonly server?: (request: Seen) => Reply;
  readonly answer?: (message: Posted['message']) => Answer;
  readonly announcement?: Partial<Announcement>;
  readonly scope?: string;
  readonly orderIds?: readonly string[];
}

/** An app launched for p1 in an EHR that answers so, over a server that answers so. */
async function launched({
  server = () => ({ status: 404 }),
  answer,
  announcement,
  scope,
  orderIds = [],
}: Installation) {
  const { connection, seen } = connectTo(server);
  const ehr = fakeEhr(answer);
  const grants = readGrants(scope ?? 'patient/ServiceRequest.rs');
  const patient = { id: 'p1', serverUrl };
  const host = await openEhrHost(ehr.view, { ...grant, ...announcement }, { connection, grants, patient });
  const session = createSession(
    connection,
    { patientId: 'p1', grants, orderIds, needPatientBanner: true, clientId: 'indikation' },
    host,
  );
  return { ...ehr, host, session, requests: () => seen.map(({ method, target }) => `${method} ${target}`) };
}

const other = { subject: { reference: 'Patient/p2' } };
const noted = (order: ServiceRequest): ServiceRequest => ({ ...order, note: [{ text: 'Vurderet.' }] });

describe('the EHR is taken to be there', () => {
  test('when it answers the handshake, or its scratchpad does', async () => {
    const { answer } = fakeScratchpad();
    expect(
      (await launched({ answer: (message) => (message.messageType === 'status.handshake' ? {} : 'silent') })).host,
    ).not.toBeNull();
    expect(
      (
        await launched({
          answer: (message) => (message.messageType === 'scratchpad.read' ? answer(message) : 'silent'),
        })
      ).host,
    ).not.toBeNull();
  });

  describe('not', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    test('when it keeps silent for a second, and then all goes on without it', async () => {
      const opening = launched({ server: () => ({ json: searchset([draftOrder()]) }) });
      await vi.advanceTimersByTimeAsync(1_000);
      const { host, session } = await opening;
      expect(host).toBeNull();
      vi.useRealTimers();
      expect(await session.findDraft()).toMatchObject({ kind: 'one', draft: { order: { id: 'o1' } } });
      expect([session.returnToOrder, session.canWrite]).toEqual([undefined, false]);
    });
  });

  test.each<[string, Partial<Announcement>]>([
    ['every origin', { origin: '*' }],
    ['no origin', { origin: undefined }],
    ['an opaque origin', { origin: 'null' }],
    ['something that is no web origin', { origin: 'file:///ehr' }],
    ['no handle', { handle: '' }],
    ['a handle that is no text', { handle: 7 }],
  ])('not when it announced %s: then nothing is ever posted', async (_, announcement) => {
    const { host, posted } = await launched({ answer: () => ({}), announcement });
    expect([host, posted]).toEqual([null, []]);
  });

  test('by the origin alone, where it announced an address', async () => {
    const { posted } = await launched({ answer: () => ({}), announcement: { origin: `${ehrOrigin}/chart?id=1` } });
    expect(new Set(posted.map(({ targetOrigin }) => targetOrigin))).toEqual(new Set([ehrOrigin]));
  });

  test('for what was granted and nothing else', async () => {
    const nothing = await launched({ answer: () => ({}), announcement: { scope: 'launch openid' } });
    expect(nothing.asked()).toEqual(['status.handshake']);
    expect(nothing.session.returnToOrder).toBeUndefined();
    const ui = await launched({ answer: () => ({}), announcement: { scope: 'messaging/ui.done' } });
    expect(ui.session.returnToOrder).toBeDefined();
    await ui.session.findDraft();
    expect(ui.asked()).toEqual(['status.handshake']);
  });
});

describe('the draft is found', () => {
  test('on the scratchpad by the name that the launch gives, without asking the server', async () => {
    const pad = fakeScratchpad(draftOrder(), draftOrder({ id: 'o2' }));
    const { session, requests } = await launched({ answer: pad.answer, orderIds: ['o2'] });
    expect(await session.findDraft()).toEqual({
      kind: 'one',
      draft: { order: draftOrder({ id: 'o2' }), version: '3' },
    });
    expect(requests()).toEqual([]);
  });

  test('on the scratchpad rather than on the server, which may hold an earlier form of it', async () => {
    const pad = fakeScratchpad(draftOrder({ priority: 'urgent' }));
    const server = () => ({ json: draftOrder() });
    const { session } = await launched({ answer: pad.answer, server, orderIds: ['o1'] });
    expect(await session.findDraft()).toMatchObject({ kind: 'one', draft: { order: { priority: 'urgent' } } });
  });

  test('on the server by its name, where the scratchpad does not hold it', async () => {
    const pad = fakeScratchpad(draftOrder({ id: 'o9' }));
    const { session } = await launched({
      answer: pad.answer,
      server: () => ({ json: draftOrder() }),
      orderIds: ['o1'],
    });
    expect(await session.findDraft()).toMatchObject({ kind: 'one', draft: { order: { id: 'o1' } } });
  });

  test('as the only draft on the scratchpad, where the launch names none', async () => {
    const pad = fakeScratchpad(draftOrder(), draftOrder({ id: 'o2', status: 'active' }), {
      resourceType: 'GuidanceResponse',
      id: 'g1',
      status: 'success',
      moduleUri: 'urn:x',
    });
    const { session, requests } = await launched({ answer: pad.answer });
    expect(await session.findDraft()).toMatchObject({ kind: 'one', draft: { order: { id: 'o1' } } });
    expect(requests()).toEqual([]);
  });

  test('by a search of the server, where the scratchpad has no draft either', async () => {
    const server = () => ({ json: searchset([draftOrder({ id: 'o5' })]) });
    const { session } = await launched({ answer: fakeScratchpad().answer, server });
    expect(await session.findDraft()).toMatchObject({ kind: 'one', draft: { order: { id: 'o5' } } });
  });

  test('not, where the scratchpad cannot be read: the draft on the screen may be there', async () => {
    const answer = ({ messageType }: Posted['message']): Answer =>
      messageType === 'scratchpad.read' ? { status: '500 Internal Server Error' } : {};
    const { session } = await launched({ answer, server: () => ({ json: searchset([draftOrder()]) }) });
    expect(await session.findDraft()).toMatchObject({ kind: 'unreadable', gap: { reason: 'failed', status: 500 } });
  });

  test('never of another patient: the EHR has gone on to somebody else', async () => {
    const pad = fakeScratchpad(draftOrder(other));
    expect(await (await launched({ answer: pad.answer })).session.findDraft()).toEqual({ kind: 'wrong-patient' });
    const named = await launched({ answer: pad.answer, orderIds: ['o1'] });
    expect(await named.session.findDraft()).toEqual({ kind: 'wrong-patient' });
    const mixed = fakeScratchpad(draftOrder(), draftOrder({ id: 'o2', ...other }));
    expect(await (await launched({ answer: mixed.answer })).session.findDraft()).toEqual({ kind: 'wrong-patient' });
  });

  test('where the scopes allow no order on the server at all', async () => {
    const { session } = await launched({ answer: fakeScratchpad(draftOrder()).answer, scope: 'patient/Patient.r' });
    expect(await session.findDraft()).toMatchObject({ kind: 'one' });
    const without = await launched({ answer: fakeScratchpad().answer, scope: 'patient/Patient.r', orderIds: ['o1'] });
    expect(await without.session.findDraft()).toMatchObject({ kind: 'unreadable', gap: { reason: 'refused' } });
    expect(without.requests()).toEqual([]);
  });
});

describe('a decision is saved', () => {
  async function withDraft(answer: (message: Posted['message']) => Answer, installation: Partial<Installation> = {}) {
    const opened = await launched({ answer, ...installation });
    const found = await opened.session.findDraft();
    if (found.kind !== 'one') throw new Error(`expected a draft, got ${found.kind}`);
    return { ...opened, draft: found.draft };
  }

  test('on the scratchpad where the draft lives there, read back, and the server is not asked', async () => {
    const pad = fakeScratchpad(draftOrder());
    const { session, draft, requests, asked } = await withDraft(pad.answer);
    expect(session.canWrite).toBe(true);
    const saved = await session.saveOrder(noted(draft.order), draft.version);
    expect(saved).toEqual({ kind: 'saved', draft: { order: noted(draft.order), version: '3' } });
    expect(pad.kept.get('ServiceRequest/o1')).toEqual(noted(draftOrder()));
    expect(asked().slice(-3)).toEqual(['scratchpad.read', 'scratchpad.update', 'scratchpad.read']);
    expect(requests()).toEqual([]);
  });

  test('again after the first time', async () => {
    const pad = fakeScratchpad(draftOrder());
    const { session, draft } = await withDraft(pad.answer);
    await session.saveOrder(noted(draft.order), draft.version);
    const second = { ...noted(draft.order), note: [{ text: 'Igen.' }] };
    expect(await session.saveOrder(second, draft.version)).toMatchObject({ kind: 'saved' });
  });

  test('on the server where the draft lives there', async () => {
    const stored = noted(draftOrder());
    const server = ({ method }: Seen): Reply => ({ json: method === 'PUT' ? stored : draftOrder() });
    const { session, draft, requests } = await withDraft(fakeScratchpad().answer, {
      server,
      orderIds: ['o1'],
      scope: 'patient/ServiceRequest.rus',
    });
    await session.saveOrder(noted(draft.order), draft.version);
    expect(requests()).toContain('PUT ServiceRequest/o1');
  });

  test('not where the scopes do not allow it on the server and the draft lives there', async () => {
    const { session, draft, requests } = await withDraft(fakeScratchpad().answer, {
      server: () => ({ json: draftOrder() }),
      orderIds: ['o1'],
    });
    expect(session.canWrite).toBe(false);
    expect(await session.saveOrder(noted(draft.order), draft.version)).toEqual({ kind: 'refused', status: 403 });
    expect(requests()).not.toContain('PUT ServiceRequest/o1');
  });

  test('never over what the clinician changed on the screen meanwhile', async () => {
    const pad = fakeScratchpad(draftOrder());
    const { session, draft } = await withDraft(pad.answer);
    const changed = draftOrder({ priority: 'urgent' });
    pad.kept.set('ServiceRequest/o1', changed);
    const outcome = await session.saveOrder(noted(draft.order), draft.version);
    expect(outcome).toMatchObject({ kind: 'conflict', current: { order: changed } });
    expect(pad.kept.get('ServiceRequest/o1')).toEqual(changed);
    expect(await session.saveOrder(noted(changed), '3')).toMatchObject({ kind: 'saved' });
  });

  test('never on the order of another patient that stands in its place now', async () => {
    const pad = fakeScratchpad(draftOrder());
    const { session, draft } = await withDraft(pad.answer);
    pad.kept.set('ServiceRequest/o1', draftOrder(other));
    expect(await session.saveOrder(noted(draft.order), draft.version)).toMatchObject({ kind: 'conflict' });
    expect(pad.kept.get('ServiceRequest/o1')).toEqual(draftOrder(other));
  });

  test('not when the draft has left the scratchpad', async () => {
    const pad = fakeScratchpad(draftOrder());
    const { session, draft } = await withDraft(pad.answer);
    pad.kept.clear();
    expect(await session.saveOrder(noted(draft.order), draft.version)).toEqual({ kind: 'conflict' });
    expect(pad.kept.size).toBe(0);
  });

  test('not when the EHR refuses, and it is said so', async () => {
    const pad = fakeScratchpad(draftOrder());
    const { session, draft } = await withDraft((message) =>
      message.messageType === 'scratchpad.update' ? { status: '403 Forbidden' } : pad.answer(message),
    );
    expect(await session.saveOrder(noted(draft.order), draft.version)).toEqual({ kind: 'refused', status: 403 });
  });

  test('as it was meant, or it is said what differs', async () => {
    const pad = fakeScratchpad(draftOrder());
    const { session, draft } = await withDraft((message) =>
      message.messageType === 'scratchpad.update' ? { status: '200 OK' } : pad.answer(message),
    );
    expect(await session.saveOrder(noted(draft.order), draft.version)).toEqual({ kind: 'differs', elements: ['note'] });
  });

  test('by taking a cancelled draft off a scratchpad that keeps drafts alone', async () => {
    const pad = fakeScratchpad(draftOrder());
    const { session, draft } = await withDraft((message) =>
      message.messageType === 'scratchpad.update' ? { status: '422 Unprocessable' } : pad.answer(message),
    );
    const cancelled: ServiceRequest = { ...draft.order, status: 'revoked' };
    expect(await session.saveOrder(cancelled, draft.version)).toMatchObject({ kind: 'saved' });
    expect(pad.kept.size).toBe(0);
  });

  test('with its assessment beside it on the scratchpad, where the server takes none', async () => {
    const assessment = { resourceType: 'GuidanceResponse', status: 'success', moduleUri: 'urn:x' } as const;
    const pad = fakeScratchpad(draftOrder());
    const { session, requests } = await withDraft(pad.answer);
    expect(await session.storeAssessment(assessment)).toBe('GuidanceResponse/new-1');
    expect(requests()).toEqual([]);
    const server = ({ method }: Seen): Reply => ({
      json: method === 'POST' ? { ...assessment, id: 'g7' } : draftOrder(),
    });
    const granted = await withDraft(fakeScratchpad(draftOrder()).answer, {
      server,
      scope: 'patient/ServiceRequest.rs patient/GuidanceResponse.c',
    });
    expect(await granted.session.storeAssessment(assessment)).toBe('GuidanceResponse/g7');
    // An order on the server must not point to what the scratchpad alone holds.
    const onServer = await withDraft(fakeScratchpad().answer, {
      server: () => ({ json: draftOrder() }),
      orderIds: ['o1'],
    });
    expect(await onServer.session.storeAssessment(assessment)).toBeNull();
  });
});

describe('a draft is made', () => {
  test('on the scratchpad, where the clinician sees it, and is read back from there', async () => {
    const { answer, kept } = fakeScratchpad();
    const { session, requests } = await launched({ answer });
    expect(session.canCreate).toBe(true);
    const { id, meta, ...order } = draftOrder();
    expect(await session.createOrder(order)).toMatchObject({
      kind: 'created',
      draft: { order: { ...order, id: 'new-1' } },
    });
    expect([...kept.keys()]).toEqual(['ServiceRequest/new-1']);
    expect(requests()).toEqual([]);
  });
});

describe('when this window gets the focus back', () => {
  test('a scratchpad with anything of another patient is told, and none else', async () => {
    const pad = fakeScratchpad(draftOrder());
    const { session, focus } = await launched({ answer: pad.answer });
    let told = 0;
    session.watchPatient?.(() => told++);
    const comeBack = async () => {
      focus();
      await new Promise((resolve) => setTimeout(resolve, 5));
      return told;
    };
    expect(await comeBack()).toBe(0);
    pad.kept.clear();
    expect(await comeBack()).toBe(0);
    pad.kept.set('ServiceRequest/o2', draftOrder({ id: 'o2', ...other }));
    expect(await comeBack()).toBe(1);
  });
});

describe('going back to the order', () => {
  test('leads to the order first, then closes the app', async () => {
    const { session, posted } = await launched({ answer: fakeScratchpad(draftOrder()).answer });
    expect(await session.returnToOrder?.('ServiceRequest/o1')).toBe(true);
    expect(posted.slice(-2).map(({ message }) => [message.messageType, message.payload])).toEqual([
      [
        'ui.launchActivity',
        { activityType: 'order-review', activityParameters: { draftOrderLocations: ['ServiceRequest/o1'] } },
      ],
      ['ui.done', {}],
    ]);
  });

  test('closes the app where the EHR has no such activity, and says so where it does not close it', async () => {
    const doneOnly = ({ messageType }: Posted['message']): Answer =>
      messageType === 'ui.launchActivity' ? { status: 'error' } : { status: 'success' };
    expect(await (await launched({ answer: doneOnly })).session.returnToOrder?.('ServiceRequest/o1')).toBe(true);
    const neither = await launched({ answer: () => ({ status: 'failure' }) });
    expect(await neither.session.returnToOrder?.('ServiceRequest/o1')).toBe(false);
  });
});
