import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHost, type Request } from '../../../../sandbox/page/messaging/host.ts';

const appOrigin = 'https://app.example';
const [handle, otherHandle] = ['handle-of-the-first-launch', 'handle-of-the-second-launch'];

/** An EHR page with the app launched twice, in two windows for two patients. */
function page() {
  const posted: { readonly to: string; readonly targetOrigin: string }[] = [];
  const windowOf = (to: string) => ({
    postMessage: (_message: unknown, targetOrigin: string) => void posted.push({ to, targetOrigin }),
  });
  const [first, second] = [windowOf('first'), windowOf('second')];
  const requests: Request[] = [];
  const hear = createHost({
    appOrigin: () => appOrigin,
    launched: () => [
      { handle, window: first, patient: 'p1' },
      { handle: otherHandle, window: second, patient: 'p2' },
      { handle: 'of-a-window-that-did-not-open', window: null, patient: 'p3' },
    ],
    answer: (request) => {
      requests.push(request);
      return { status: 'success' };
    },
  });
  return { hear, first, second, posted, requests };
}

const messageType = fc.constantFrom(
  ...['status.handshake', 'scratchpad.read', 'scratchpad.create', 'scratchpad.update', 'scratchpad.delete'],
  ...['ui.done', 'ui.launchActivity', 'fhir.http'],
);
const request = fc.record({ messageId: fc.uuid(), messageType, payload: fc.jsonValue() });
const anyHandle = fc.oneof(fc.constantFrom(handle, otherHandle), fc.jsonValue());

describe('the EHR never acts on a message', () => {
  test('from another origin, with a true handle and from a true window', () => {
    const { hear, first, requests, posted } = page();
    const origin = fc.oneof(
      fc.string(),
      fc.constantFrom('null', '*', `${appOrigin}.evil.example`, 'http://app.example'),
    );
    fc.assert(
      fc.property(request, origin, (message, from) => {
        hear({ source: first, origin: from, data: { ...message, messagingHandle: handle } });
        expect([requests, posted]).toEqual([[], []]);
      }),
    );
  });

  test('from a window it did not launch the app in, whatever handle is shown', () => {
    const { hear, requests, posted } = page();
    const source = fc.constantFrom<unknown>(null, undefined, {}, { postMessage: () => undefined });
    fc.assert(
      fc.property(request, anyHandle, source, (message, messagingHandle, from) => {
        hear({ source: from, origin: appOrigin, data: { ...message, messagingHandle } });
        expect([requests, posted]).toEqual([[], []]);
      }),
    );
  });

  test('with another handle than that of the launch in that very window', () => {
    const { hear, first, requests, posted } = page();
    fc.assert(
      fc.property(request, anyHandle, (message, messagingHandle) => {
        fc.pre(messagingHandle !== handle);
        hear({ source: first, origin: appOrigin, data: { ...message, messagingHandle } });
        hear({ source: first, origin: appOrigin, data: message });
        expect([requests, posted]).toEqual([[], []]);
      }),
    );
  });

  test('that is no message at all', () => {
    const { hear, first, requests, posted } = page();
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        hear({ source: first, origin: appOrigin, data });
        expect([requests, posted]).toEqual([[], []]);
      }),
    );
  });
});

test('what is heard is done for the patient of that launch, and answered once to that window and origin alone', () => {
  fc.assert(
    fc.property(request, fc.boolean(), (message, isFirst) => {
      const { hear, first, second, requests, posted } = page();
      const [source, messagingHandle] = isFirst ? [first, handle] : [second, otherHandle];
      hear({ source, origin: appOrigin, data: { ...message, messagingHandle } });
      expect(requests.map(({ launched }) => launched.patient)).toEqual([isFirst ? 'p1' : 'p2']);
      expect(posted).toEqual([{ to: isFirst ? 'first' : 'second', targetOrigin: appOrigin }]);
    }),
  );
});
