import { signal } from '@preact/signals';
import type { ServiceRequest } from 'fhir/r4';
import { noAnswer } from '../../cds-client/failure-words.ts';
import { askServices, type Feedback, sendFeedback } from '../ehr-api.ts';
import { type Card, type CardAction, type CardReason, type CardSuggestion, readResponse } from '../record/card.ts';
import { can } from './abilities.ts';
import { settle } from './load.ts';

export type Moment = 'order-select' | 'order-sign';

/** A card with the service it came from, which wants to know what was chosen. */
export type ShownCard = { readonly service: string; readonly card: Card };

/** What the services say about one draft at one moment. */
export type Advice = {
  readonly moment: Moment;
  /** Id of the draft. */
  readonly about: string;
  readonly isAsking: boolean;
  readonly cards: readonly ShownCard[];
  /** Why services did not answer, each sentence once; the ordering goes on without them. */
  readonly failures: readonly string[];
};

export const advice = signal<Advice | null>(null);

/**
 * Asks what there is to say about a draft. The cards replace those shown before; an answer that comes after another
 * question was asked is dropped.
 * @returns what may be done without anybody choosing it (systemActions); null where the answer was dropped
 */
export async function ask(moment: Moment, order: ServiceRequest, others: readonly ServiceRequest[]) {
  const about = order.id ?? '';
  const asking: Advice = { moment, about, isAsking: true, cards: [], failures: [] };
  advice.value = asking;
  const answered = await settle(
    askServices({
      hook: moment,
      patient: order.subject.reference?.split('/')[1] ?? '',
      drafts: [order, ...others.filter(({ id }) => id !== order.id)],
      ...(moment === 'order-select' ? { selections: [`ServiceRequest/${about}`] } : {}),
      prefetch: can('prefetch'),
      fhirAccess: can('fhir-access'),
    }),
  );
  if (advice.value !== asking) return null;
  const answers = answered.state === 'here' ? answered.value : [];
  const cards: ShownCard[] = [];
  const systemActions: CardAction[] = [];
  for (const { service, response } of answers) {
    const read = readResponse(response);
    cards.push(...read.cards.map((card) => ({ service, card })));
    systemActions.push(...read.systemActions);
  }
  const failures = [...new Set(answers.flatMap(({ failed }) => failed ?? []))];
  if (answered.state === 'failed') failures.push(noAnswer);
  advice.value = { ...asking, isAsking: false, cards, failures };
  return can('system-actions') ? systemActions : [];
}

export function clearAdvice(): void {
  advice.value = null;
}

/** The order is another than it was when the services were asked before signing: they are asked again at the next try. */
export function forgetAdvice(about: string | undefined): void {
  const now = advice.value;
  if (now?.moment === 'order-sign' && now.about === about) clearAdvice();
}

/** Takes one card away: it has been dealt with. */
export function removeCard(shown: ShownCard): void {
  const now = advice.value;
  if (now !== null) advice.value = { ...now, cards: now.cards.filter((card) => card !== shown) };
}

/** Tells the service that a suggestion was accepted (CDS Hooks 2.0, "Suggestion accepted"). */
export async function reportAccepted({ service, card }: ShownCard, { uuid }: CardSuggestion): Promise<void> {
  if (card.uuid === null || uuid === null || !can('feedback')) return;
  await report(service, { card: card.uuid, outcome: 'accepted', acceptedSuggestions: [{ id: uuid }] });
}

/** Tells the service that a card was dismissed, and why where that was said (CDS Hooks 2.0, "Overridden guidance"). */
export async function reportOverridden({ service, card }: ShownCard, reason: CardReason | null): Promise<void> {
  if (card.uuid === null || !can('feedback')) return;
  const overrideReason = reason === null ? {} : { overrideReason: { reason } };
  await report(service, { card: card.uuid, outcome: 'overridden', ...overrideReason });
}

/** Feedback that cannot be delivered is lost: it never stands in the way of an order. */
async function report(service: string, feedback: Omit<Feedback, 'outcomeTimestamp'>): Promise<void> {
  await settle(sendFeedback(service, { ...feedback, outcomeTimestamp: new Date().toISOString() }));
}
