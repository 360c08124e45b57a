import type { CodeableConcept, ServiceRequest } from 'fhir/r4';
import { type Choice, examinations, reasons } from './catalogue.ts';
import { nameOf } from './wording.ts';

/** What the clinician has filled in. */
export type DraftForm = {
  readonly patient: string;
  readonly examination: Choice;
  readonly reason: Choice | null;
  readonly priority: 'routine' | 'asap';
  readonly text: string;
};

const clinician = { reference: 'Practitioner/laege-testesen', display: 'Læge Test Testesen' };
const examinationSystem = 'urn:oid:1.2.208.176.2.4';
const reasonSystem = 'urn:oid:1.2.208.176.2.4.12';

/**
 * A draft order as this EHR stores it: dk-core's person ServiceRequest with the EHR's own extension and order number,
 * which an app must leave alone.
 * @param orderNumber unique in the EHR
 */
export function draftOrder(form: DraftForm, orderNumber: string, now: Date): ServiceRequest {
  const { patient, examination, reason, priority, text } = form;
  const order: ServiceRequest = {
    resourceType: 'ServiceRequest',
    meta: { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] },
    extension: [{ url: 'https://ehr.example/fhir/StructureDefinition/letter-type', valueCode: 'REF02' }],
    identifier: [{ system: 'https://ehr.example/order-number', value: orderNumber }],
    status: 'draft',
    intent: 'order',
    category: [concept('http://snomed.info/sct', { code: '363679005', name: 'Imaging' })],
    priority,
    subject: { reference: `Patient/${patient}` },
    authoredOn: now.toISOString(),
    requester: clinician,
    performer: [{ reference: 'Organization/proevekoebing-roentgen', display: 'Prøvekøbing Røntgen' }],
  };
  return withText(withReason(withExamination(order, examination), reason), text, now);
}

/** The same order for another examination. */
export function withExamination(order: ServiceRequest, examination: Choice): ServiceRequest {
  return { ...order, code: { ...concept(examinationSystem, examination), text: examination.name } };
}

/** The same order for another reason, or for none. */
export function withReason({ reasonCode: _, ...order }: ServiceRequest, reason: Choice | null): ServiceRequest {
  return reason === null ? order : { ...order, reasonCode: [concept(reasonSystem, reason)] };
}

/** The same order with what the clinician wrote added to its notes. */
export function withText(order: ServiceRequest, text: string, now: Date): ServiceRequest {
  if (text.trim() === '') return order;
  const note = { authorReference: clinician, time: now.toISOString(), text: text.trim() };
  return { ...order, note: [...(order.note ?? []), note] };
}

/** The examinations to choose from: this EHR's own, and that of the order where a service brought another. */
export function examinationChoices(order: ServiceRequest): readonly Choice[] {
  return withOwn(examinations, order.code);
}

/** The reasons to choose from: this EHR's own, and that of the order where it has another. */
export function reasonChoices(order: ServiceRequest): readonly Choice[] {
  return withOwn(reasons, order.reasonCode?.[0]);
}

/** The first code of a concept; empty for none. */
export function codeOf(concept: CodeableConcept | undefined): string {
  return concept?.coding?.[0]?.code ?? '';
}

function withOwn(choices: readonly Choice[], own: CodeableConcept | undefined): readonly Choice[] {
  const code = codeOf(own);
  if (own === undefined || code === '' || choices.some((choice) => choice.code === code)) return choices;
  return [...choices, { code, name: nameOf(own) }];
}

function concept(system: string, { code, name }: Choice): CodeableConcept {
  return { coding: [{ system, code, display: name }] };
}
