import type { ServiceRequest } from 'fhir/r4';
import type { ImagingRules } from '../../../../src/core/guideline/imaging-rules.ts';
import { findOverlap, type ImagingOverlap } from '../../../../src/fhir/imaging/overlap.ts';
import { concept, draft, type Loose, NOW, record, SKS, shipped } from '../record.ts';

const { imaging } = shipped;
if (imaging === undefined) throw new Error('the imaging rules that ship have a fault');

/** The imaging rules as they ship. */
export const RULES: ImagingRules = imaging;

const SUBJECT = { reference: 'Patient/p1' };

export function study(code: string, started: string | undefined, over: Record<string, unknown> = {}): Loose {
  const resource: Loose = { resourceType: 'ImagingStudy', id: `study-${code}`, status: 'available', subject: SUBJECT };
  return { ...resource, procedureCode: [concept(SKS, code)], ...(started ? { started } : {}), ...over };
}

export function report(code: string, effectiveDateTime: string, over: Record<string, unknown> = {}): Loose {
  const resource: Loose = { resourceType: 'DiagnosticReport', id: `report-${code}`, status: 'final', subject: SUBJECT };
  const category = [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] }];
  return { ...resource, category, code: concept(SKS, code), effectiveDateTime, ...over };
}

export function order(code: string, over: Record<string, unknown> = {}): Loose {
  const resource: Loose = { resourceType: 'ServiceRequest', id: `order-${code}`, status: 'active', intent: 'order' };
  return { ...resource, subject: SUBJECT, code: concept(SKS, code), authoredOn: '2026-05-20', ...over };
}

export function appointment(code: string, start: string | undefined, over: Record<string, unknown> = {}): Loose {
  const resource: Loose = { resourceType: 'Appointment', id: `appointment-${code}`, status: 'booked' };
  const participant = [{ actor: SUBJECT, status: 'accepted' }];
  return { ...resource, participant, serviceType: [concept(SKS, code)], ...(start ? { start } : {}), ...over };
}

export function procedure(code: string, performedDateTime: string, over: Record<string, unknown> = {}): Loose {
  const resource: Loose = { resourceType: 'Procedure', id: `procedure-${code}`, status: 'completed', subject: SUBJECT };
  return { ...resource, code: concept(SKS, code), performedDateTime, ...over };
}

/** What is said of earlier imaging beside a draft, an MR of the lumbar spine unless another is given. */
export function overlapOf(
  resources: readonly Loose[],
  { placed = draft(), now = NOW, rules = RULES }: { placed?: ServiceRequest; now?: string; rules?: ImagingRules } = {},
): ImagingOverlap {
  return findOverlap(record(resources, { order: placed }), rules, now);
}

/** Findings in short: relation and the resources behind it. */
export function findingsOf(...given: Parameters<typeof overlapOf>): readonly string[] {
  return overlapOf(...given).findings.map(
    ({ relation, examination }) => `${relation}: ${examination.references.map(({ reference }) => reference).join(' ')}`,
  );
}

/** A draft of another examination. */
export function draftFor(code: string, over: Record<string, unknown> = {}): ServiceRequest {
  return draft({ code: concept(SKS, code), ...over });
}
