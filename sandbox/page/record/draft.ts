import type { CodeableConcept, ServiceRequest } from 'fhir/r4';
import type { Choice } from './catalogue.ts';

/** What the clinician has filled in. */
export type DraftForm = {
  readonly patient: string;
  readonly examination: Choice;
  readonly reason: Choice | null;
  readonly priority: 'routine' | 'asap';
  readonly text: string;
};

const clinician = { reference: 'Practitioner/laege-testesen', display: 'Læge Test Testesen' };

/**
 * A draft order as this EHR stores it: dk-core's person ServiceRequest with the EHR's own extension and order number,
 * which an app must leave alone.
 * @param orderNumber unique in the EHR
 */
export function draftOrder(form: DraftForm, orderNumber: string, now: Date): ServiceRequest {
  const { patient, examination, reason, priority, text } = form;
  return {
    resourceType: 'ServiceRequest',
    meta: { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] },
    extension: [{ url: 'https://ehr.example/fhir/StructureDefinition/letter-type', valueCode: 'REF02' }],
    identifier: [{ system: 'https://ehr.example/order-number', value: orderNumber }],
    status: 'draft',
    intent: 'order',
    category: [concept('http://snomed.info/sct', { code: '363679005', name: 'Imaging' })],
    priority,
    code: { ...concept('urn:oid:1.2.208.176.2.4', examination), text: examination.name },
    subject: { reference: `Patient/${patient}` },
    authoredOn: now.toISOString(),
    requester: clinician,
    performer: [{ reference: 'Organization/proevekoebing-roentgen', display: 'Prøvekøbing Røntgen' }],
    ...(reason === null ? {} : { reasonCode: [concept('urn:oid:1.2.208.176.2.4.12', reason)] }),
    ...(text.trim() === ''
      ? {}
      : { note: [{ authorReference: clinician, time: now.toISOString(), text: text.trim() }] }),
  };
}

function concept(system: string, { code, name }: Choice): CodeableConcept {
  return { coding: [{ system, code, display: name }] };
}
