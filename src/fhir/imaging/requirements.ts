import type { FhirResource } from 'fhir/r4';
import type { ImagingRules } from '../../core/guideline/imaging-rules.ts';
import type { Gap, ReferralContext } from '../context.ts';
import { entryOf } from '../element.ts';
import { IN_PART, type Requirement, tokensOf } from '../requirements.ts';
import { isNearWomb } from './safety.ts';

const PAGE = '200';
/** Orders that may yet be carried out: guidance does not read them. */
const OPEN_ORDERS = 'active,on-hold';
const DONE_ORDERS = 'completed,unknown';
const APPOINTMENTS = 'proposed,pending,waitlist,booked,arrived,checked-in,fulfilled';

/**
 * What to search for beside what guidance has read: sources of earlier and booked imaging, the patient's problems, and what
 * the safety prompts of the examination ask for. What was read already, or could not be, is not asked for twice.
 * @param others what the order may be changed to: its safety prompts ask too
 */
export function imagingRequirements(
  context: ReferralContext,
  rules: ImagingRules,
  order: string | null,
  others: readonly string[] = [],
): Requirement[] {
  const { safety, site } = rules;
  const considered = [...(order === null ? [] : [order]), ...others].flatMap(
    (id) => entryOf(rules.examinations, id) ?? [],
  );
  const isPregnancyAsked =
    considered.some((definition) => isNearWomb(rules, definition)) && context.patient?.gender !== 'male';
  const measured = [
    ...(isPregnancyAsked ? [safety.pregnancy.status.valueSet] : []),
    ...(site.contrast.kidneyFunction ? [safety.contrast.kidneyFunction.valueSet] : []),
  ];
  const isImplantAsked = considered.some(({ modality }) => safety.implant.modalities.includes(modality));
  const orders = isTouched(context, 'ServiceRequest') ? OPEN_ORDERS : `${OPEN_ORDERS},${DONE_ORDERS}`;
  const whole = ['Condition', 'DiagnosticReport', 'ImagingStudy', 'Procedure'].filter(
    (type) => !isTouched(context, type),
  );
  const wanted: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['Appointment', { status: APPOINTMENTS }],
    ['ServiceRequest', { status: orders }],
    ...whole.map((type) => [type, IN_PART[type] ?? {}] as const),
    ...(isImplantAsked ? [['Device', {}] as const] : []),
    ...(measured.length > 0 ? [['Observation', { code: codesOf(measured, rules) }] as const] : []),
    ...(site.contrast.metformin ? medicines(context) : []),
  ];
  return wanted.map(([resourceType, params]) => ({ resourceType, params: { ...params, _count: PAGE } }));
}

/** The types of {@link imagingRequirements} for any examination: what an installation asks scopes for. */
export function imagingTypes({ site }: ImagingRules): readonly string[] {
  return [
    ...['Appointment', 'Condition', 'Device', 'DiagnosticReport', 'ImagingStudy', 'Observation', 'Procedure'],
    'ServiceRequest',
    ...(site.contrast.metformin ? ['MedicationRequest', 'MedicationStatement'] : []),
  ];
}

function isTouched({ resources, gaps }: ReferralContext, type: string): boolean {
  return resources.has(type) || gaps.some(({ resourceType }) => resourceType === type);
}

function medicines(context: ReferralContext): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  return ['MedicationRequest', 'MedicationStatement']
    .filter((type) => !isTouched(context, type))
    .map((type) => [type, { status: 'active,unknown', _include: `${type}:medication` }]);
}

function codesOf(ids: readonly string[], { valueSets }: ImagingRules): string {
  const listed = ids.flatMap((id) => entryOf(valueSets, id) ?? []);
  return listed.flatMap((valueSet) => tokensOf(valueSet) ?? []).join(',');
}

/** One record of two readings of the same patient: what both found counts once, and what either could not read stays a gap. */
export function joinContexts(before: ReferralContext, after: ReferralContext): ReferralContext {
  const types = [...new Set([...before.resources.keys(), ...after.resources.keys()])];
  return {
    ...before,
    resources: new Map(types.map((type) => [type, joined(before.resources.get(type), after.resources.get(type))])),
    searches: [...before.searches, ...after.searches],
    gaps: [...before.gaps, ...after.gaps.filter((gap) => !before.gaps.some((known) => isSame(known, gap)))],
  };
}

function joined(before: readonly FhirResource[] = [], after: readonly FhirResource[] = []): readonly FhirResource[] {
  const ids = new Set(before.flatMap(({ id }) => id ?? []));
  return [...before, ...after.filter(({ id }) => id === undefined || !ids.has(id))];
}

function isSame(one: Gap, other: Gap): boolean {
  return one.resourceType === other.resourceType && one.reason === other.reason;
}
