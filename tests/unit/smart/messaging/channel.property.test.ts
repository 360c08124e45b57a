import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openChannel, type Reply } from '../../../../src/smart/messaging/channel.ts';
import { ehrOrigin, fakeEhr, grant, handle } from './fake-ehr.ts';

const text = fc.oneof(
  fc.string(),
  fc.constantFrom('null', '*', ehrOrigin, `${ehrOrigin}.evil.example`, 'https://app.example'),
);
const json = fc.jsonValue();

/** Answers and requests that could be meant for the app, and anything else that can be posted. */
function messages(open: string) {
  const member = fc.oneof(fc.constantFrom(open, handle, 'status.handshake', 'ui.done'), json);
  return fc.oneof(
    json,
    fc.record(
      { messageId: member, responseToMessageId: member, messageType: member, messagingHandle: member, payload: json },
      { requiredKeys: [] },
    ),
  );
}

/** A channel with one question open, and what came of it so far. */
function asking() {
  const ehr = fakeEhr();
  const channel = openChannel(ehr.view, ehr.ehrWindow, grant);
  const heard: Reply[] = [];
  channel.ask('scratchpad.read', {}, 60_000).then((reply) => heard.push(reply));
  return { ehr, heard, open: String(ehr.posted[0]?.message.messageId) };
}

describe('a message is never acted on', () => {
  test('from another window, whatever it says and whatever origin it has', async () => {
    const { ehr, heard, open } = asking();
    await fc.assert(
      fc.asyncProperty(messages(open), text, async (data, origin) => {
        ehr.hear({ source: { postMessage: () => undefined }, origin, data });
        ehr.hear({ source: null, origin, data });
        ehr.hear({ source: ehr.view.self, origin, data });
        await Promise.resolve();
        expect(heard).toEqual([]);
        expect(ehr.posted).toHaveLength(1);
      }),
    );
  });

  test('from another origin, whatever it says, even from the EHR’s own window', async () => {
    const { ehr, heard, open } = asking();
    await fc.assert(
      fc.asyncProperty(messages(open), text, async (data, origin) => {
        fc.pre(origin !== ehrOrigin);
        ehr.hear({ source: ehr.ehrWindow, origin, data });
        await Promise.resolve();
        expect(heard).toEqual([]);
        expect(ehr.posted).toHaveLength(1);
      }),
    );
  });

  test('as a request without the handle of this launch', async () => {
    const { ehr, heard } = asking();
    await fc.assert(
      fc.asyncProperty(json, json, async (messagingHandle, payload) => {
        fc.pre(messagingHandle !== handle);
        const data = { messageId: 'ehr-1', messageType: 'status.handshake', messagingHandle, payload };
        ehr.hear({ source: ehr.ehrWindow, origin: ehrOrigin, data });
        await Promise.resolve();
        expect(heard).toEqual([]);
        expect(ehr.posted).toHaveLength(1);
      }),
    );
  });

  test('as an answer to a question that is not open, or a second time', async () => {
    const { ehr, heard, open } = asking();
    await fc.assert(
      fc.asyncProperty(json, json, async (responseToMessageId, payload) => {
        fc.pre(responseToMessageId !== open);
        ehr.hear({ source: ehr.ehrWindow, origin: ehrOrigin, data: { messageId: 'x', responseToMessageId, payload } });
        await Promise.resolve();
        expect(heard).toEqual([]);
      }),
    );
    for (const payload of [{ first: true }, { second: true }]) {
      ehr.hear({
        source: ehr.ehrWindow,
        origin: ehrOrigin,
        data: { messageId: 'x', responseToMessageId: open, payload },
      });
    }
    await Promise.resolve();
    expect(heard).toEqual([{ kind: 'answered', payload: { first: true } }]);
  });
});

test('nothing is ever posted to another origin than the one that was granted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.string(), fc.dictionary(fc.string(), json)), { maxLength: 5 }),
      async (asked) => {
        const ehr = fakeEhr(() => ({}));
        const channel = openChannel(ehr.view, ehr.ehrWindow, grant);
        await Promise.all(asked.map(([messageType, payload]) => channel.ask(messageType, payload, 1_000)));
        const shake = { messageId: 'e1', messageType: 'status.handshake', messagingHandle: handle, payload: {} };
        ehr.hear({ source: ehr.ehrWindow, origin: ehrOrigin, data: shake });
        expect(ehr.posted).toHaveLength(asked.length + 1);
        expect(ehr.posted.every(({ targetOrigin }) => targetOrigin === ehrOrigin)).toBe(true);
      },
    ),
  );
});
