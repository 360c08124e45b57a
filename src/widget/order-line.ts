import type { CodeableConcept, ServiceRequest } from 'fhir/r4';

/** A draft order as the views show it: words only. */
export interface OrderLine {
  /** `ServiceRequest/<id>`. */
  readonly reference: string;
  /** The examination in the order's own words; empty where it has none. */
  readonly code: string;
  readonly reason: string;
  readonly status: ServiceRequest['status'];
  /** How urgent the order says it is; absent where it does not say. */
  readonly priority?: ServiceRequest['priority'];
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
    ...(order.priority ? { priority: order.priority } : {}),
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
