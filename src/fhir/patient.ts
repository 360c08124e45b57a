import type { Patient } from 'fhir/r4';
import { type Element, elementAt, elementsAt, textAt } from './element.ts';

/** What identifies a person at the top of the page. */
export interface PatientBanner {
  readonly name: string | null;
  /** FHIR date, as recorded. */
  readonly birthDate: string | null;
  /** CPR with its hyphen, else a replacement number as recorded. */
  readonly identifier: string | null;
  /** The EHR marks name and address as protected (dk-core, v3-Confidentiality R): for the clinician's eyes, never printed or copied. */
  readonly isProtected: boolean;
}

/** dk-core identifiers: CPR, and the replacement number X-eCPR. */
const CPR = 'urn:oid:1.2.208.176.1.2';
const REPLACEMENT = 'urn:oid:1.2.208.176.1.6.1.1';
const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
const NAME_USES = ['official', 'usual', undefined];

/** Name, birth date and identifier of a Patient (dk-core); null for each that is not there. Nothing is read out of the CPR. */
export function patientBanner(patient: Patient | null): PatientBanner {
  return {
    name: nameOf(patient),
    birthDate: textAt(patient, 'birthDate') ?? null,
    identifier: identifierOf(patient),
    isProtected: elementsAt(elementAt(patient, 'meta'), 'security').some(
      // dk-core's own example leaves the system out; V is more restricted still.
      ({ system = CONFIDENTIALITY, code }) => system === CONFIDENTIALITY && (code === 'R' || code === 'V'),
    ),
  };
}

function nameOf(patient: unknown): string | null {
  const names = elementsAt(patient, 'name');
  const chosen = NAME_USES.flatMap((use) => names.filter((name) => textAt(name, 'use') === use))[0] ?? names[0];
  const text = textAt(chosen, 'text');
  if (text !== undefined) return text;
  const given: readonly unknown[] = Array.isArray(chosen?.given) ? chosen.given : [];
  const parts = [...given, textAt(chosen, 'family')].filter((part) => typeof part === 'string' && part.trim() !== '');
  return parts.length === 0 ? null : parts.join(' ');
}

function identifierOf(patient: unknown): string | null {
  const identifiers = elementsAt(patient, 'identifier').filter(({ use }) => use !== 'old');
  const cpr = valueUnder(identifiers, CPR);
  if (cpr !== undefined) return /^\d{10}$/.test(cpr) ? `${cpr.slice(0, 6)}-${cpr.slice(6)}` : cpr;
  return valueUnder(identifiers, REPLACEMENT) ?? null;
}

function valueUnder(identifiers: readonly Element[], system: string): string | undefined {
  return identifiers.flatMap((identifier) =>
    textAt(identifier, 'system') === system ? (textAt(identifier, 'value') ?? []) : [],
  )[0];
}
