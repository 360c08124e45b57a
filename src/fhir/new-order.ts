import type { CodeableConcept, Coding, ServiceRequest } from 'fhir/r4';
import type { OrderDefinition } from '../core/schema/vocabulary.ts';
import { plainCoding } from './plain-coding.ts';

/** What is known of an order that does not exist yet. */
export interface NewOrder {
  readonly definition: OrderDefinition;
  /** Id of the launch patient. */
  readonly patientId: string;
}

/**
 * A draft order for an examination, in the vocabulary's own code: `draft`, since nobody has signed it, and `order`, which
 * is what it becomes when somebody does (FHIR R4 valueset-request-intent). It has no id: the server gives one.
 */
export function newOrder({ definition, patientId }: NewOrder): ServiceRequest {
  const [code] = definition.codes;
  return {
    resourceType: 'ServiceRequest',
    status: 'draft',
    intent: 'order',
    subject: { reference: `Patient/${patientId}` },
    code: { ...(code ? { coding: [plainCoding(code)] } : {}), text: definition.label.da },
  };
}

/** The same with what stands on an order from the start: why, by whom, and when it was written. */
export function completeOrder(
  order: ServiceRequest,
  {
    reason,
    requester,
    authoredOn,
  }: { readonly reason: CodeableConcept | null; readonly requester?: string | undefined; readonly authoredOn: string },
): ServiceRequest {
  return {
    ...order,
    ...(reason ? { reasonCode: [reason] } : {}),
    authoredOn,
    ...(requester === undefined ? {} : { requester: { reference: requester } }),
  };
}

/** A reason as an order carries it: the vocabulary's code where the choice has one, and the words. */
export function reasonConcept(words: string, coding: Coding | null): CodeableConcept {
  return { ...(coding ? { coding: [plainCoding(coding)] } : {}), text: words };
}
