import { resolve } from 'node:path';
import type { FhirResource, Patient, ServiceRequest } from 'fhir/r4';
import type { Fact, FactValue } from '../../../src/core/facts/fact.ts';
import { factOf } from '../../../src/core/facts/fact.ts';
import type { ValueSet, Vocabulary } from '../../../src/core/guideline/library.ts';
import { factsDocumentSchema, ordersDocumentSchema } from '../../../src/core/schema/vocabulary.ts';
import type { ReferralContext } from '../../../src/fhir/context.ts';
import { readFacts } from '../../../src/fhir/read-facts.ts';
import { READ_TYPES } from '../../../src/fhir/well-formed.ts';
import { loadLibrary } from '../../../src/library/disk.ts';

/** Monday noon in Denmark: the moment of every test that says nothing else. */
export const NOW = '2026-06-01T12:00:00+02:00';
export const SKS = 'urn:oid:1.2.208.176.2.4';
export const SKS_D = 'urn:oid:1.2.208.176.2.4.12';
export const ICD_10 = 'http://hl7.org/fhir/sid/icd-10';
export const ICPC_2 = 'urn:oid:1.2.208.176.2.31';
export const NPU = 'urn:oid:1.2.208.176.2.1';
export const LOINC = 'http://loinc.org';
export const SNOMED = 'http://snomed.info/sct';
export const ATC = 'http://www.whocc.no/atc';
export const UCUM = 'http://unitsofmeasure.org';

/** The library as it ships. */
export const { library: shipped } = await loadLibrary(resolve(import.meta.dirname, '../../../rules'));

export function concept(system: string, code: string, display?: string) {
  return { coding: [{ system, code, ...(display ? { display } : {}) }] };
}

/** What outside JSON may look like: nothing about it is vouched for. */
export type Loose = Record<string, unknown> & { resourceType: string };

export function condition(code: string, over: Record<string, unknown> = {}): Loose {
  return {
    resourceType: 'Condition',
    id: `c-${code}`,
    subject: { reference: 'Patient/p1' },
    clinicalStatus: { coding: [{ code: 'active' }] },
    verificationStatus: { coding: [{ code: 'confirmed' }] },
    code: concept(SKS_D, code),
    recordedDate: '2026-05-01',
    ...over,
  };
}

export function status(code: string) {
  return { coding: [{ code }] };
}

export function observation(code: { system: string; code: string }, over: Record<string, unknown> = {}): Loose {
  return {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    subject: { reference: 'Patient/p1' },
    code: concept(code.system, code.code),
    effectiveDateTime: '2026-06-01T08:00:00+02:00',
    ...over,
  };
}

export function quantity(value: number, unit: string, comparator?: string) {
  return { value, unit, system: UCUM, code: unit, ...(comparator ? { comparator } : {}) };
}

export function request(atc: string, over: Record<string, unknown> = {}): Loose {
  return {
    resourceType: 'MedicationRequest',
    id: `m-${atc}`,
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/p1' },
    medicationCodeableConcept: concept(ATC, atc),
    authoredOn: '2025-01-10',
    ...over,
  };
}

export function draft(over: Record<string, unknown> = {}): ServiceRequest {
  const order: unknown = {
    resourceType: 'ServiceRequest',
    id: 'draft',
    status: 'draft',
    intent: 'order',
    subject: { reference: 'Patient/p1' },
    code: concept(SKS, 'UXME30'),
    authoredOn: '2026-06-01T11:50:00+02:00',
    ...over,
  };
  return order as ServiceRequest;
}

export const PATIENT: Patient = { resourceType: 'Patient', id: 'p1', birthDate: '1966-06-01' };

/** A completely read record of the patient, holding these resources. */
export function record(resources: readonly Loose[] = [], over: Partial<ReferralContext> = {}): ReferralContext {
  const byType = new Map<string, FhirResource[]>(READ_TYPES.map((type) => [type, []]));
  for (const resource of resources) {
    const outside: unknown = resource;
    byType.set(resource.resourceType, [...(byType.get(resource.resourceType) ?? []), outside as FhirResource]);
  }
  return { patient: PATIENT, order: draft(), resources: byType, searches: [], gaps: [], ...over };
}

/** The same record with one type not read. */
export function without(context: ReferralContext, resourceType: string): ReferralContext {
  const resources = new Map(context.resources);
  resources.delete(resourceType);
  return { ...context, resources, gaps: [{ resourceType, reason: 'failed', status: 500 }] };
}

/** One fact of the shipped vocabulary, read for the MR of the lumbar spine unless another order is given. */
export function factFrom(
  id: string,
  context: ReferralContext,
  { order = 'mr-lumbar-spine', now = NOW, vocabulary = shipped.vocabulary, answers = {} }: FactOptions = {},
): Fact {
  const given = new Map(Object.entries(answers).map(([fact, value]) => [fact, { value }]));
  return factOf(readFacts(vocabulary, [id], context, order, now, given), id);
}

interface FactOptions {
  readonly order?: string;
  readonly now?: string;
  readonly vocabulary?: Vocabulary;
  /** What the clinician has answered. */
  readonly answers?: Readonly<Record<string, FactValue>>;
}

/** Known value, or the reason for being unknown. */
export function outcome(fact: Fact): unknown {
  return fact.known ? fact.value : fact.reason;
}

export function codes(system: string, ...listed: string[]): ValueSet {
  return valueSet({ system, concept: listed.map((code) => ({ code })) });
}

export function valueSet(include: ValueSet['compose']['include'][number], exclude?: typeof include): ValueSet {
  return { compose: { include: [include], ...(exclude ? { exclude: [exclude] } : {}) } };
}

const text = { da: 'prøve', en: 'test' };

/** A vocabulary of test facts, as its schema fills it in. */
export function vocabularyOf(facts: Record<string, object>, valueSets: Record<string, ValueSet> = {}): Vocabulary {
  const parsed = factsDocumentSchema.parse({
    facts: Object.fromEntries(
      Object.entries(facts).map(([id, fact]) => [id, { label: text, type: 'boolean', ...fact }]),
    ),
  });
  const orders = ordersDocumentSchema.parse({
    orders: {
      'mr-lumbar-spine': {
        label: text,
        modality: 'MR',
        regions: ['lumbar-spine'],
        codes: [{ system: SKS, code: 'UXME30' }],
      },
    },
  });
  return { facts: parsed.facts, orders: orders.orders, valueSets };
}
