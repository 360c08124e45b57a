import type { Patient, ServiceRequest } from 'fhir/r4';
import { type Element, elementAt, elementsAt, isElement, textAt } from './element.ts';
import { literalReference } from './reference.ts';

/** The three that must be one person before anything clinical is shown. */
export interface PersonCheck {
  /** Patient id of the token response (SMART App Launch 2.2, launch context `patient`). */
  readonly tokenPatient: string;
  readonly patient: Patient | null;
  readonly order: ServiceRequest | null;
  /** FHIR base of this server: an absolute reference to another server is another person. */
  readonly issuer?: string;
}

/**
 * Whether token, loaded Patient and the order's subject are certainly the same person. The subject may be a relative,
 * absolute or versioned reference, or an identifier the Patient carries. Anything missing or unreadable is not the same.
 */
export function samePerson({ tokenPatient, patient, order, issuer }: PersonCheck): boolean {
  const record: unknown = patient;
  if (tokenPatient === '' || !isElement(record) || record.resourceType !== 'Patient') return false;
  if (textAt(record, 'id') !== tokenPatient) return false;
  const subject = elementAt(order, 'subject');
  return subject !== undefined && refersTo(subject, record, issuer);
}

function refersTo(subject: Element, patient: Element, issuer: string | undefined): boolean {
  const reference = textAt(subject, 'reference');
  if (reference === undefined) return sharesIdentifier(elementAt(subject, 'identifier'), patient);
  const literal = literalReference(reference);
  if (literal?.type !== 'Patient' || literal.id !== patient.id) return false;
  return literal.base === undefined || issuer === undefined || literal.base === issuer.replace(/\/+$/, '');
}

function sharesIdentifier(identifier: Element | undefined, patient: Element): boolean {
  const system = textAt(identifier, 'system');
  const value = textAt(identifier, 'value');
  if (system === undefined || value === undefined) return false;
  return elementsAt(patient, 'identifier').some(
    (own) => textAt(own, 'system') === system && textAt(own, 'value') === value,
  );
}
