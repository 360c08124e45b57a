import { isJsonObject } from '../json-object.ts';

/** What the EHR gave to talk to it with (SMART Web Messaging 1.0.0, "Authorization with SMART scopes"). */
export interface MessagingGrant {
  /** `smart_web_messaging_handle`: ties messages to this launch. */
  readonly handle: string;
  /** `smart_web_messaging_origin`: the only origin written to or listened to. */
  readonly origin: string;
  /** Granted scopes, space-separated. */
  readonly scope: string;
}

/** What is needed of the EHR's window. */
export interface HostWindow {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** What is needed of a message event. */
export interface Heard {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

/** What is needed of this window. */
export interface OwnWindow {
  addEventListener(type: 'message', listener: (event: Heard) => void): void;
}

/** What the EHR answered: its payload, empty where it had none; or nothing in time. */
export type Reply =
  | { readonly kind: 'answered'; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly kind: 'silent' };

/** A way to ask the EHR around this window. */
export interface Channel {
  /**
   * Sends a request and waits for its answer.
   * @param messageType e.g. `scratchpad.read`
   * @param timeoutMs milliseconds after which the EHR counts as silent
   */
  ask(messageType: string, payload: Readonly<Record<string, unknown>>, timeoutMs: number): Promise<Reply>;
}

/**
 * Opens a channel to the EHR's window (SMART Web Messaging 1.0.0, "Request parameters", "Response properties"). What is
 * sent goes to the granted origin and never to `*`. What is heard counts only if it comes from that window and from that
 * origin; an answer only if it answers a question that is open, once; a request of the EHR's own only if it carries the
 * handle, and of those only the handshake is known. Everything else is left unheard.
 */
export function openChannel(own: OwnWindow, host: HostWindow, { handle, origin }: MessagingGrant): Channel {
  const open = new Map<string, (reply: Reply) => void>();

  own.addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== host || from !== origin || !isJsonObject(data)) return;
    const { responseToMessageId: answered, messageId, messageType, messagingHandle } = data;
    if (typeof answered === 'string') {
      const payload = isJsonObject(data.payload) ? data.payload : {};
      open.get(answered)?.({ kind: 'answered', payload });
    } else if (messageType === 'status.handshake' && messagingHandle === handle && typeof messageId === 'string') {
      host.postMessage({ messageId: crypto.randomUUID(), responseToMessageId: messageId, payload: {} }, origin);
    }
  });

  return {
    ask(messageType, payload, timeoutMs) {
      const messageId = crypto.randomUUID();
      return new Promise((resolve) => {
        const end = (reply: Reply): void => {
          clearTimeout(timer);
          open.delete(messageId);
          resolve(reply);
        };
        const timer = setTimeout(() => end({ kind: 'silent' }), timeoutMs);
        open.set(messageId, end);
        host.postMessage({ messagingHandle: handle, messageId, messageType, payload }, origin);
      });
    },
  };
}
