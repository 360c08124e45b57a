import type { Annotation, Reference, ServiceRequest } from 'fhir/r4';
import { codesOf, nameOf, writeDate, writeMoment } from './wording.ts';

/** A note on an order: who, when, and the words with their line breaks. */
export type OrderNote = { readonly heading: string; readonly text: string };

/** Everything that is written on an order, in words. */
export type WrittenOrder = {
  readonly id: string;
  readonly status: string;
  readonly isDraft: boolean;
  readonly examination: string;
  readonly codes: string;
  /** One per reason; empty when the order has none. */
  readonly reasons: readonly string[];
  readonly priority: string;
  readonly authored: string;
  readonly requester: string;
  readonly notes: readonly OrderNote[];
  /** What is referred to, e.g. a stored assessment, with what it is called where the order says so. */
  readonly supporting: readonly { readonly reference: string; readonly name: string }[];
  readonly version: string;
  readonly changed: string;
};

const statusWords: Record<string, string> = {
  draft: 'Kladde',
  active: 'Underskrevet',
  'on-hold': 'På hold',
  revoked: 'Annulleret',
  completed: 'Udført',
  'entered-in-error': 'Fejlregistreret',
};
const priorityWords: Record<string, string> = { routine: 'Elektiv', asap: 'Akut', urgent: 'Haster', stat: 'Omgående' };

export function readOrder(order: ServiceRequest): WrittenOrder {
  const coded = (order.reasonCode ?? []).map((reason) => withCodes(nameOf(reason), codesOf(reason)));
  const referred = (order.reasonReference ?? []).map((reference) => reference.display ?? reference.reference ?? '');
  return {
    id: order.id ?? '',
    status: statusWords[order.status] ?? order.status,
    isDraft: order.status === 'draft',
    examination: order.code === undefined ? 'Undersøgelse ikke valgt' : nameOf(order.code),
    codes: codesOf(order.code).join(', '),
    reasons: [...coded, ...referred],
    priority: priorityWords[order.priority ?? 'routine'] ?? '',
    authored: writeDate(order.authoredOn),
    requester: order.requester?.display ?? '',
    notes: (order.note ?? []).map((note) => readNote(note, order.requester)),
    supporting: (order.supportingInfo ?? []).map(({ reference, display = '' }) => ({
      reference: reference ?? display,
      name: display,
    })),
    version: order.meta?.versionId ?? '',
    changed: writeMoment(order.meta?.lastUpdated),
  };
}

/** Whoever ordered is known by name here, also where a note gives the reference alone. */
function readNote({ authorReference, ...note }: Annotation, requester: Reference | undefined): OrderNote {
  const isRequester = authorReference !== undefined && authorReference.reference === requester?.reference;
  const name = authorReference?.display ?? (isRequester ? requester?.display : undefined);
  const author = name ?? authorReference?.reference ?? note.authorString ?? '';
  return { heading: [author, writeMoment(note.time)].filter((part) => part !== '').join(', '), text: note.text };
}

function withCodes(name: string, codes: readonly string[]): string {
  return codes.length === 0 ? name : `${name} (${codes.join(', ')})`;
}
