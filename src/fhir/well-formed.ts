import { type Element, hasAny, isElement } from './element.ts';

/** Every resource type that some reader looks at. */
export const READ_TYPES: readonly string[] = [
  ...['Patient', 'Condition', 'Observation', 'MedicationRequest', 'MedicationStatement', 'MedicationDispense'],
  ...['Medication', 'Procedure', 'ImagingStudy', 'DiagnosticReport', 'ServiceRequest'],
];

type Kind = 'object' | 'list' | 'text';

/** The elements our readers rest on, with the JSON kind FHIR R4 gives them wherever they occur. */
const KINDS: Readonly<Record<string, Kind>> = {
  id: 'text',
  status: 'text',
  intent: 'text',
  code: 'object',
  subject: 'object',
  clinicalStatus: 'object',
  verificationStatus: 'object',
  medicationCodeableConcept: 'object',
  medicationReference: 'object',
  valueQuantity: 'object',
  onsetPeriod: 'object',
  effectivePeriod: 'object',
  performedPeriod: 'object',
  occurrencePeriod: 'object',
  birthDate: 'text',
  onsetDateTime: 'text',
  recordedDate: 'text',
  effectiveDateTime: 'text',
  effectiveInstant: 'text',
  performedDateTime: 'text',
  occurrenceDateTime: 'text',
  issued: 'text',
  authoredOn: 'text',
  started: 'text',
  whenHandedOver: 'text',
  daysSupply: 'object',
  authorizingPrescription: 'list',
  component: 'list',
  series: 'list',
  procedureCode: 'list',
  dosageInstruction: 'list',
  dosage: 'list',
  contained: 'list',
  reasonCode: 'list',
  reasonReference: 'list',
};
const CONCEPTS = ['code', 'clinicalStatus', 'verificationStatus', 'medicationCodeableConcept'];
const CONCEPT_LISTS = ['procedureCode', 'reasonCode'];

/** What may turn the meaning of a resource round (FHIR R4 extensibility.html#modifierExtension): whoever does not know it must not read on. */
export const MODIFIERS = ['modifierExtension', 'implicitRules'];

/**
 * Whether a resource has the shape FHIR R4 gives the elements we read. A resource that has not may hide what we look
 * for, so its type counts as not completely read. Types that nobody reads are left alone.
 */
export function isWellFormed(resource: unknown, type: string): boolean {
  if (!isElement(resource) || resource.resourceType !== type) return false;
  if (!READ_TYPES.includes(type)) return true;
  if (hasAny(resource, MODIFIERS)) return false;
  const names = Object.keys(resource);
  if (!names.every((name) => resource[name] === undefined || isOfKind(resource[name], kindOf(name)))) return false;
  const concepts = [
    ...CONCEPTS.map((name) => resource[name]),
    ...CONCEPT_LISTS.flatMap((name) => asList(resource[name])),
    ...asList(resource.component).map((component) => (isElement(component) ? component.code : null)),
  ];
  return concepts.every((concept) => concept === undefined || isConcept(concept)) && isStudy(resource);
}

function kindOf(name: string): Kind | undefined {
  return Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
}

function isOfKind(value: unknown, kind: Kind | undefined): boolean {
  if (kind === undefined) return true;
  if (kind === 'list') return Array.isArray(value) && value.every(isElement);
  return kind === 'object' ? isElement(value) : typeof value === 'string';
}

function isConcept(concept: unknown): boolean {
  if (!isElement(concept)) return false;
  return concept.coding === undefined || (isOfKind(concept.coding, 'list') && asList(concept.coding).every(isCoding));
}

function isCoding(coding: unknown): boolean {
  if (!isElement(coding)) return false;
  return [coding.system, coding.code].every((part) => part === undefined || typeof part === 'string');
}

/** ImagingStudy: modality is a list of Codings on the study and one Coding on each series. */
function isStudy({ resourceType, modality, series }: Element): boolean {
  if (resourceType !== 'ImagingStudy') return true;
  const codings = [...asList(modality), ...asList(series).flatMap((one) => seriesCodings(one))];
  return (modality === undefined || Array.isArray(modality)) && codings.every(isCoding);
}

function seriesCodings(series: unknown): readonly unknown[] {
  if (!isElement(series)) return [null];
  return [series.modality, series.bodySite].filter((coding) => coding !== undefined);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
