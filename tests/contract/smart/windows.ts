import type { Heard } from '../../../src/smart/messaging/channel.ts';
import type { AppWindow } from '../../../src/smart/messaging/ehr-host.ts';

export const ehrOrigin = 'https://ehr.example';
export const appOrigin = 'https://app.example';

/** One message on its way, as both sides agreed to write it. */
export interface Sent {
  readonly from: 'app' | 'ehr';
  readonly data: unknown;
}

/** A window that can be posted to; like a browser's it drops what is meant for another origin than its own. */
interface FakeWindow {
  postMessage(data: unknown, targetOrigin: string): void;
  readonly listeners: ((event: Heard) => void)[];
}

/**
 * The window of the EHR and that of the app in it (or opened by it), wired as a browser would (HTML standard,
 * "Posting messages"): structured clones, delivered later, with source and origin.
 */
export function openWindows(relation: 'frame' | 'opened' = 'frame') {
  const log: Sent[] = [];
  const ehr = fakeWindow('app', ehrOrigin, () => ({ source: app, origin: appOrigin }));
  const app = fakeWindow('ehr', appOrigin, () => ({ source: ehr, origin: ehrOrigin }));
  const focused: (() => void)[] = [];
  const view: AppWindow = {
    self: app,
    parent: relation === 'frame' ? ehr : app,
    opener: relation === 'frame' ? null : ehr,
    addEventListener(type: 'message' | 'focus', listener: (event: Heard) => void) {
      if (type === 'message') app.listeners.push(listener);
      else focused.push(() => listener({ source: null, origin: '', data: null }));
    },
  };

  function fakeWindow(from: Sent['from'], ownOrigin: string, sender: () => Omit<Heard, 'data'>): FakeWindow {
    const listeners: FakeWindow['listeners'] = [];
    return {
      listeners,
      postMessage(message, targetOrigin) {
        if (targetOrigin === '*') throw new Error('a message must never be posted to every origin');
        const data: unknown = structuredClone(message);
        log.push({ from, data });
        if (targetOrigin !== ownOrigin) return;
        queueMicrotask(() => {
          for (const listener of listeners) listener({ ...sender(), data });
        });
      },
    };
  }

  return {
    /** The app's own window, as the app sees it. */
    view,
    /** The app's window, as the EHR sees it. */
    app,
    /** Lets the EHR hear what is posted to it. */
    listen: (listener: (event: Heard) => void) => ehr.listeners.push(listener),
    /** The clinician comes back to the app. */
    focus: () => {
      for (const listener of focused) listener();
    },
    log,
  };
}
