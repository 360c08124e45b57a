import { signal } from '@preact/signals';
import type { ServiceRequest } from 'fhir/r4';
import { examinations } from '../record/catalogue.ts';
import { draftOrder, withText } from '../record/draft.ts';
import { can } from './abilities.ts';
import { ask, clearAdvice } from './cards.ts';
import { draftsOf, storeDraft, storeNew } from './orders.ts';
import { newSessionId } from './scratchpad.ts';

/** The order that is being written, with an id under which it can be talked about before it is stored. */
export type Composed = { readonly order: ServiceRequest; readonly isNew: boolean };

export const composing = signal<Composed | null>(null);

/** Begins a new order, of the first examination and without a reason. */
export function composeNew(patient: string): void {
  const [examination] = examinations;
  if (examination === undefined) throw new Error('There is no examination to order');
  const now = new Date();
  const form = { patient, examination, reason: null, priority: 'routine', text: '' } as const;
  clearAdvice();
  composing.value = { order: { ...draftOrder(form, `ORD-${now.getTime()}`, now), id: newSessionId() }, isNew: true };
}

/** Takes up a draft again, to change it. */
export function composeAgain(order: ServiceRequest): void {
  clearAdvice();
  composing.value = { order, isNew: false };
}

export function stopComposing(): void {
  composing.value = null;
  clearAdvice();
}

/** Something was chosen: the order is another now, and the services are asked about it (order-select). */
export async function compose(order: ServiceRequest): Promise<void> {
  const now = composing.value;
  if (now === null) return;
  composing.value = { ...now, order };
  if (can('order-select')) await ask('order-select', order, draftsOf(order.subject.reference ?? ''));
}

/** Stores what was written. @returns the id of the draft; null (and a notice) where it could not be stored */
export async function saveComposed(text: string): Promise<string | null> {
  const now = composing.value;
  if (now === null) return null;
  const order = withText(now.order, text, new Date());
  if (now.isNew) return storeNew(order);
  return (await storeDraft(order)) ? (order.id ?? null) : null;
}
