import type { CodeableConcept, ServiceRequest } from 'fhir/r4';
import type { OrderChange } from './stage.ts';

/** A draft order as the views show it: words only. */
export interface OrderLine {
  /** `ServiceRequest/<id>`. */
  readonly reference: string;
  /** The examination in the order's own words; empty where it has none. */
  readonly code: string;
  readonly reason: string;
  readonly status: ServiceRequest['status'];
  readonly notes: readonly string[];
  /** FHIR dateTime of `authoredOn`. */
  readonly authoredOn?: string;
}

/** The words of an order. */
export function orderLine(order: ServiceRequest): OrderLine {
  const reasons = [
    ...(order.reasonCode ?? []).map(conceptWords),
    ...(order.reasonReference ?? []).map(({ display }) => display ?? ''),
  ];
  return {
    reference: `ServiceRequest/${order.id ?? ''}`,
    code: order.code ? conceptWords(order.code) : '',
    reason: reasons.filter((words) => words !== '').join('; '),
    status: order.status,
    notes: (order.note ?? []).map(({ text }) => text),
    ...(order.authoredOn ? { authoredOn: order.authoredOn } : {}),
  };
}

/** What a person reads of a concept: its text, else its first display with the code, else the code. */
function conceptWords({ text, coding }: CodeableConcept): string {
  const shown = coding?.find(({ display }) => display) ?? coding?.[0];
  const code = shown?.code ? ` (${shown.code})` : '';
  if (text) return `${text}${code}`;
  return shown?.display ? `${shown.display}${code}` : (shown?.code ?? '');
}

/** What differs between an order as it was read and as it stands now, of what the page shows. */
export function orderChanges(before: OrderLine, after: OrderLine): readonly OrderChange[] {
  const changes: OrderChange[] = [
    { element: 'code', from: before.code, to: after.code },
    { element: 'reasonCode', from: before.reason, to: after.reason },
    { element: 'note', from: without(before.notes, after.notes), to: without(after.notes, before.notes) },
    { element: 'status', from: before.status, to: after.status },
  ];
  return changes.filter(({ from, to }) => from !== to);
}

/** The notes that stand in one list and not in the other. */
function without(notes: readonly string[], others: readonly string[]): string {
  return notes.filter((note) => !others.includes(note)).join('\n');
}
