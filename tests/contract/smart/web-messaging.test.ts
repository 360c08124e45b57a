import type { FhirResource, ServiceRequest } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { createHost, type HostPorts, type Request } from '../../../sandbox/page/messaging/host.ts';
import { put, runScratchpad, type Scratchpad } from '../../../sandbox/page/messaging/scratchpad.ts';
import { openChannel } from '../../../src/smart/messaging/channel.ts';
import { openHostUi } from '../../../src/smart/messaging/host-ui.ts';
import { findHostWindow } from '../../../src/smart/messaging/host-window.ts';
import { openScratchpad } from '../../../src/smart/messaging/scratchpad.ts';
import { appOrigin, ehrOrigin, openWindows } from './windows.ts';

const handle = 'bws8YCbyBtCYi5mWVgUDRqX8xcjiudCo';
const grant = { handle, origin: ehrOrigin, scope: 'messaging/scratchpad messaging/ui' };

const draft: ServiceRequest = {
  resourceType: 'ServiceRequest',
  id: '123',
  status: 'draft',
  intent: 'proposal',
  subject: { reference: 'Patient/p1' },
};

/** The app's side and the sandbox EHR's side of one launch, and all that is said between them. */
function launched(scratchpad: readonly FhirResource[] = [], answer?: HostPorts['answer']) {
  const windows = openWindows();
  let kept: Scratchpad = new Map();
  for (const resource of scratchpad) kept = put(kept, resource);
  const requests: Request[] = [];
  const host = createHost({
    appOrigin: () => appOrigin,
    launched: () => [{ handle, window: windows.app, patient: 'p1' }],
    answer(request) {
      requests.push(request);
      if (answer) return answer(request);
      const [group, operation = ''] = request.messageType.split('.');
      if (group !== 'scratchpad') return group === 'ui' ? { status: 'success' } : {};
      const turn = runScratchpad(kept, request.launched.patient, operation, request.payload, () => '456');
      kept = turn.scratchpad;
      return turn.answer;
    },
  });
  windows.listen(host);
  const ehr = findHostWindow(windows.view);
  if (ehr === null) throw new Error('the app has an EHR around it');
  const channel = openChannel(windows.view, ehr, grant);
  return {
    ...windows,
    channel,
    scratchpad: openScratchpad(channel, 200),
    ui: openHostUi(channel, 200),
    requests,
    kept: () => [...kept.keys()],
    /** What was said, without the ids that are new each time. */
    said: () => windows.log.map(({ from, data }) => [from, withoutIds(data)]),
  };
}

function withoutIds(data: unknown): unknown {
  const { messageId, responseToMessageId, ...rest } = data as Record<string, unknown>;
  return { ...rest, ids: [messageId, responseToMessageId].filter((id) => id !== undefined).length };
}

const asked = (messageType: string, payload: unknown) => [
  'app',
  { messagingHandle: handle, messageType, payload, ids: 1 },
];
const answered = (payload: unknown) => ['ehr', { payload, ids: 2 }];

describe('each message is written as SMART Web Messaging 1.0.0 has it, and understood by the other side', () => {
  test('status.handshake', async () => {
    const { channel, said } = launched();
    expect(await channel.ask('status.handshake', {}, 200)).toEqual({ kind: 'answered', payload: {} });
    expect(said()).toEqual([asked('status.handshake', {}), answered({})]);
  });

  test('scratchpad.read of everything', async () => {
    const { scratchpad, said } = launched([draft]);
    expect(await scratchpad.readAll()).toEqual({ kind: 'read', resources: [draft] });
    expect(said()).toEqual([asked('scratchpad.read', {}), answered({ scratchpad: [draft] })]);
  });

  test('scratchpad.read of nothing has no payload', async () => {
    const { scratchpad, said } = launched();
    expect(await scratchpad.readAll()).toEqual({ kind: 'read', resources: [] });
    expect(said()).toEqual([asked('scratchpad.read', {}), ['ehr', { ids: 2 }]]);
  });

  test('scratchpad.read of one, and of one that is not there', async () => {
    const { scratchpad, said } = launched([draft]);
    expect(await scratchpad.read('ServiceRequest/123')).toEqual({ kind: 'read', resources: [draft] });
    expect(await scratchpad.read('ServiceRequest/9')).toEqual({ kind: 'read', resources: [] });
    expect(said().slice(0, 2)).toEqual([
      asked('scratchpad.read', { location: 'ServiceRequest/123' }),
      answered({ resource: draft }),
    ]);
  });

  test('scratchpad.create', async () => {
    const { scratchpad, said, kept } = launched();
    const { id: _, ...fresh } = draft;
    expect(await scratchpad.create(fresh)).toEqual({ kind: 'done', location: 'ServiceRequest/456' });
    expect(kept()).toEqual(['ServiceRequest/456']);
    expect(said()).toEqual([
      asked('scratchpad.create', { resource: fresh }),
      answered({ status: '201 Created', location: 'ServiceRequest/456' }),
    ]);
  });

  test('scratchpad.update, with type and id in the resource', async () => {
    const { scratchpad, said } = launched([draft]);
    const changed: ServiceRequest = { ...draft, priority: 'urgent' };
    expect(await scratchpad.update(changed)).toEqual({ kind: 'done' });
    expect(await scratchpad.readAll()).toEqual({ kind: 'read', resources: [changed] });
    expect(said().slice(0, 2)).toEqual([
      asked('scratchpad.update', { location: 'ServiceRequest/123', resource: changed }),
      answered({ status: '200 OK' }),
    ]);
  });

  test('scratchpad.delete', async () => {
    const { scratchpad, said, kept } = launched([draft]);
    expect(await scratchpad.delete('ServiceRequest/123')).toEqual({ kind: 'done' });
    expect(kept()).toEqual([]);
    expect(said()).toEqual([
      asked('scratchpad.delete', { location: 'ServiceRequest/123' }),
      answered({ status: '200 OK' }),
    ]);
  });

  test('ui.done, without the members that are prohibited there', async () => {
    const { ui, said } = launched();
    expect(await ui.done()).toBe(true);
    expect(said()).toEqual([asked('ui.done', {}), answered({ status: 'success' })]);
  });

  test('ui.launchActivity, with an activity of the catalogue', async () => {
    const { ui, said } = launched();
    const parameters = { draftOrderLocations: ['ServiceRequest/123'] };
    expect(await ui.launchActivity('order-review', parameters)).toBe(true);
    expect(said()[0]).toEqual(
      asked('ui.launchActivity', { activityType: 'order-review', activityParameters: parameters }),
    );
  });
});

describe('what an EHR may answer otherwise', () => {
  test.each([{ status: 'failure' }, { status: 'error' }, { status: 'error', statusDetail: { text: 'Nej.' } }, {}])(
    'a screen that says %j has not been closed',
    async (payload) => {
      expect(await launched([], () => payload).ui.done()).toBe(false);
    },
  );

  test('an answer without a payload is an answer, and no success', async () => {
    const { ui, scratchpad, channel } = launched([], () => 'no-payload');
    expect(await channel.ask('status.handshake', {}, 200)).toEqual({ kind: 'answered', payload: {} });
    expect(await ui.done()).toBe(false);
    expect(await scratchpad.update(draft)).toEqual({ kind: 'refused', status: 0 });
  });

  test('no answer is silence, after the time that was given', async () => {
    const { scratchpad, ui, channel } = launched([], () => 'unanswered');
    expect(await channel.ask('status.handshake', {}, 10)).toEqual({ kind: 'silent' });
    expect(await openScratchpad(channel, 10).readAll()).toEqual({ kind: 'silent' });
    expect(await openHostUi(channel, 10).done()).toBe(false);
    expect([scratchpad, ui]).toHaveLength(2);
  });

  test('a scratchpad as a Bundle, as the earlier form of the specification has it', async () => {
    const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: draft }] };
    const { scratchpad } = launched([], () => ({ scratchpad: bundle }));
    expect(await scratchpad.readAll()).toEqual({ kind: 'read', resources: [draft] });
    expect(await scratchpad.read('ServiceRequest/123')).toEqual({ kind: 'read', resources: [draft] });
  });

  test.each([
    { scratchpad: 'ServiceRequest/123' },
    { scratchpad: [{ resourceType: 'ServiceRequest' }] },
    { scratchpad: [null] },
  ])('a scratchpad that holds what cannot be read is not taken for an empty one: %j', async (payload) => {
    expect(await launched([], () => payload).scratchpad.readAll()).toEqual({ kind: 'malformed' });
  });

  test.each([
    [{ status: '403 Forbidden' }, 403],
    [{ outcome: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'forbidden' }] } }, 0],
    [{ status: 'no' }, 0],
  ])('a reading that is refused with %j', async (payload, status) => {
    expect(await launched([], () => payload).scratchpad.readAll()).toEqual({ kind: 'refused', status });
  });

  test('a created resource without a place cannot be gone on with', async () => {
    const { scratchpad } = launched([], () => ({ status: '201 Created' }));
    expect(await scratchpad.create(draft)).toEqual({ kind: 'malformed' });
  });
});

describe('the window of the EHR', () => {
  const [self, parent, opener] = [{ name: 'self' }, { name: 'parent' }, { name: 'opener' }];

  test('is the one around the frame, also where that frame is in a window that was opened', () => {
    expect(findHostWindow({ self, parent, opener: null })).toBe(parent);
    expect(findHostWindow({ self, parent, opener })).toBe(parent);
  });

  test('is the one that opened this window, where nothing is around it', () => {
    expect(findHostWindow({ self, parent: self, opener })).toBe(opener);
    expect(findHostWindow({ self, parent: self, opener: null })).toBeNull();
  });
});
