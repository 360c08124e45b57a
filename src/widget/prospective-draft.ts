import type { Vocabulary } from '../core/guideline/library.ts';
import { newOrder } from '../fhir/new-order.ts';
import type { Draft } from '../smart/port.ts';
import type { OpenCase } from './open-case.ts';

/** An order that is only being considered: it is read for as if it were a draft, and stands nowhere yet. */
export function prospectiveDraft({ orders }: Vocabulary, order: string, patientId: string): Draft {
  const definition = orders[order];
  if (!definition) throw new Error(`The vocabulary has no examination "${order}"`);
  return { order: newOrder({ definition, patientId }) };
}

/** Whether what is open is only being considered. */
export function isProspective({ draft }: OpenCase): boolean {
  return draft.order.id === undefined;
}
