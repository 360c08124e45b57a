import type { CardAction } from '../record/card.ts';
import { isA } from '../resource.ts';
import { can } from './abilities.ts';
import { advice, ask, clearAdvice, reportOverridden } from './cards.ts';
import { openOrder, signOrder, storeDraft } from './orders.ts';

/**
 * Signs the open draft. Before that the services are asked (order-sign): what they note by themselves is written, and
 * where they have something to say, that is shown and the clinician decides. Without an answer the signing goes on.
 */
export async function sign(): Promise<void> {
  const order = openOrder.value;
  if (order?.status !== 'draft') return;
  if (can('order-sign')) {
    const noted = await ask('order-sign', order, []);
    if (noted === null || openOrder.value?.id !== order.id) return;
    for (const action of noted) await note(action, order.id);
    if ((advice.value?.cards.length ?? 0) > 0) return;
  }
  clearAdvice();
  await signOrder();
}

/** Signs although there are cards: each that nobody has answered is told to have been passed over. */
export async function signAnyway(): Promise<void> {
  const open = advice.value?.cards ?? [];
  clearAdvice();
  await Promise.all([signOrder(), ...open.map((shown) => reportOverridden(shown, null))]);
}

/** A service may note something on the very order that is being signed, and do nothing else unasked. */
async function note(action: CardAction, about: string | undefined): Promise<void> {
  if (action.type !== 'update' || !isA(action.resource, 'ServiceRequest') || action.resource.id !== about) return;
  await storeDraft(action.resource);
}
