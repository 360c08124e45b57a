import type { fhirclient } from 'fhirclient/lib/types';
import { openLaunchStorage } from './launch-storage.ts';
import type { AppWindow } from './messaging/ehr-host.ts';

/** What launch and session need of the page they run in. */
export interface Page {
  readonly storage: fhirclient.Storage;
  /** Leaves for another address. */
  redirect(url: URL): void;
  /** The window itself, for talking to the EHR around it. */
  readonly view: AppWindow;
  /** Changes the address shown, without loading anything. */
  replaceAddress(url: URL): void;
}

let storage: fhirclient.Storage | undefined;

/** The page in the browser. It has one storage for as long as it lives: what is in memory alone must be found again. */
export function browserPage(): Page {
  storage ??= openLaunchStorage(window);
  return {
    storage,
    view: window,
    // `replace`: going back must not lead to a launch page that starts all over.
    redirect: (url) => window.location.replace(url),
    replaceAddress: (url) => window.history.replaceState(null, '', url),
  };
}
