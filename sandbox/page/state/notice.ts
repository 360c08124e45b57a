import { signal } from '@preact/signals';

/** A line to the clinician: what was done, or (as an alert) what could not be done. */
export type Notice = { readonly kind: 'status' | 'alert'; readonly text: string };

export const notice = signal<Notice | null>(null);

export function say(text: string): void {
  notice.value = { kind: 'status', text };
}

export function warn(text: string): void {
  notice.value = { kind: 'alert', text };
}
