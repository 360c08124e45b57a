import { isObject } from '../resource.ts';

/** A window that the EHR launched the app in, and what was given to the app there. */
export type LaunchedWindow = {
  /** The handle of that launch; no other window may use it. */
  readonly handle: string;
  readonly window: AppWindow | null;
  /** The patient of that launch. */
  readonly patient: string;
};

/** What is needed of the app's window. */
export type AppWindow = { postMessage(message: unknown, targetOrigin: string): void };

/** What is needed of a message event. */
export type Heard = { readonly source: unknown; readonly origin: string; readonly data: unknown };

/** What the app asks for, and who asks. */
export type Request = {
  readonly messageType: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly launched: LaunchedWindow;
};

/** The payload to answer with; `unanswered` where this EHR does not answer such a message. */
export type Payload = Readonly<Record<string, unknown>> | 'no-payload' | 'unanswered';

/** What the host needs of the page. */
export type HostPorts = {
  /** Where the app is: the only origin that is listened to. */
  appOrigin(): string;
  /** The windows the app is launched in now. */
  launched(): readonly LaunchedWindow[];
  /** Does what is asked. */
  answer(request: Request): Payload;
};

/**
 * The EHR's side of SMART Web Messaging 1.0.0: hears a message only from the app's origin, from a window the app was
 * launched in, and with the handle of that very launch; answers it once, to that window and that origin. All else is
 * left unheard: a handle that has ended is one that nobody knows.
 */
export function createHost(ports: HostPorts): (event: Heard) => void {
  return ({ source, origin, data }) => {
    if (origin !== ports.appOrigin() || !isObject(data)) return;
    const { messagingHandle, messageId, messageType } = data;
    const launched = ports.launched().find((one) => one.window !== null && one.window === source);
    if (launched?.window == null || launched.handle !== messagingHandle) return;
    if (typeof messageId !== 'string' || typeof messageType !== 'string') return;
    // The specification's own reading of a whole scratchpad has no payload.
    const payload = isObject(data.payload) ? data.payload : {};
    const answer = ports.answer({ messageType, payload, launched });
    if (answer === 'unanswered') return;
    const response = { messageId: crypto.randomUUID(), responseToMessageId: messageId };
    launched.window.postMessage(answer === 'no-payload' ? response : { ...response, payload: answer }, origin);
  };
}
