import type { FhirResource } from 'fhir/r4';
import type { Heard } from '../../../../src/smart/messaging/channel.ts';
import type { AppWindow } from '../../../../src/smart/messaging/ehr-host.ts';

export const ehrOrigin = 'https://ehr.example';
export const handle = 'bws8YCbyBtCYi5mWVgUDRqX8xcjiudCo';
export const grant = { handle, origin: ehrOrigin, scope: 'messaging/scratchpad messaging/ui' };

/** One message as the EHR's window got it. */
export interface Posted {
  readonly message: Readonly<Record<string, unknown>>;
  readonly targetOrigin: string;
}

/** The payload an EHR answers with; `no-payload` is an answer that has none, `silent` no answer at all. */
export type Answer = Readonly<Record<string, unknown>> | 'no-payload' | 'silent';

/** An app window inside an EHR window, without a browser: what was posted to the EHR, and a way to be heard by the app. */
export function fakeEhr(answer: (message: Posted['message']) => Answer = () => 'silent') {
  const posted: Posted[] = [];
  const listeners: { readonly type: string; readonly listener: (event: Heard) => void }[] = [];
  const hear = (event: Heard): void => {
    for (const { type, listener } of listeners) if (type === 'message') listener(event);
  };
  const ehrWindow = {
    postMessage(message: Posted['message'], targetOrigin: string) {
      posted.push({ message, targetOrigin });
      const payload = typeof message.messageType === 'string' ? answer(message) : 'silent';
      if (payload === 'silent') return;
      const reply = { messageId: `ehr-${posted.length}`, responseToMessageId: message.messageId };
      const data = payload === 'no-payload' ? reply : { ...reply, payload };
      queueMicrotask(() => hear({ source: ehrWindow, origin: ehrOrigin, data }));
    },
  };
  const self = { postMessage: () => undefined };
  const view: AppWindow = {
    self,
    parent: ehrWindow,
    opener: null,
    addEventListener: (type: string, listener: (event: Heard) => void) => listeners.push({ type, listener }),
  };
  return {
    view,
    ehrWindow,
    posted,
    hear,
    /** What was asked, in order, e.g. `scratchpad.read`. */
    asked: () => posted.map(({ message }) => message.messageType),
    focus() {
      for (const { type, listener } of listeners) {
        if (type === 'focus') listener({ source: null, origin: '', data: null });
      }
    },
  };
}

/** A scratchpad as an EHR keeps it: a list in memory, answering as the specification's examples do. */
export function fakeScratchpad(...resources: FhirResource[]) {
  const kept = new Map(resources.map((resource) => [`${resource.resourceType}/${resource.id}`, resource]));
  let created = 0;
  const answer = ({ messageType, payload }: Posted['message']): Answer => {
    const { location = '', resource } = payload as { location?: string; resource?: FhirResource };
    switch (messageType) {
      case 'status.handshake':
        return {};
      case 'scratchpad.read': {
        if (location === '') return kept.size === 0 ? 'no-payload' : { scratchpad: [...kept.values()] };
        const found = kept.get(location);
        return found ? { resource: found } : { status: '404 Not Found' };
      }
      case 'scratchpad.create': {
        const put = { ...resource, id: `new-${++created}` } as FhirResource;
        kept.set(`${put.resourceType}/${put.id}`, put);
        return { status: '201 Created', location: `${put.resourceType}/${put.id}` };
      }
      case 'scratchpad.update':
        if (resource) kept.set(`${resource.resourceType}/${resource.id}`, resource);
        return { status: '200 OK' };
      case 'scratchpad.delete':
        return { status: kept.delete(location) ? '200 OK' : '404 Not Found' };
      default:
        return { status: 'success' };
    }
  };
  return { kept, answer };
}
