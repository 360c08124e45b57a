import type { ReferralContext } from '../context.ts';
import { type Element, elementAt, elementsAt, textAt } from '../element.ts';
import { resolve } from '../record.ts';
import type { HistoryType } from './state.ts';

/** An identifier of an organisation, e.g. its SOR number. */
export interface Identified {
  readonly system: string;
  readonly value: string;
}

/** Whoever asked for an examination, by type. */
const REQUESTERS: Readonly<Record<HistoryType, readonly string[]>> = {
  ImagingStudy: ['referrer'],
  DiagnosticReport: [],
  Procedure: [],
  ServiceRequest: ['requester'],
  Appointment: [],
};
/** Where an examination is made and by whom, the place first: paths of elements. */
const PERFORMERS: Readonly<Record<HistoryType, readonly string[]>> = {
  ImagingStudy: ['location', 'series.performer.actor', 'interpreter'],
  DiagnosticReport: ['performer', 'resultsInterpreter'],
  Procedure: ['location', 'performer.onBehalfOf', 'performer.actor'],
  ServiceRequest: ['locationReference', 'performer'],
  Appointment: ['participant.actor'],
};
/** What can be named as a place; a person is none. */
const PLACES = ['Organization', 'Location', 'HealthcareService'];
const PEOPLE = ['Practitioner', 'PractitionerRole'];

/** Who asked for it, in the record's words. */
export function requesterOf(resource: Element, type: HistoryType, context: ReferralContext): string | undefined {
  return REQUESTERS[type]
    .flatMap((path) => referencesAt(resource, path))
    .flatMap((reference) => nameOf(reference, resource, context) ?? [])[0];
}

/** Where it is made, in the record's words; undefined where no place is named. */
export function placeOf(resource: Element, type: HistoryType, context: ReferralContext): string | undefined {
  const references = PERFORMERS[type].flatMap((path) => referencesAt(resource, path));
  return references.filter(isPlace).flatMap((reference) => nameOf(reference, resource, context) ?? [])[0];
}

/** Whether one of these organisations makes it. */
export function isMadeBy(
  resource: Element,
  type: HistoryType,
  context: ReferralContext,
  providers: readonly Identified[],
): boolean {
  const identifiers = PERFORMERS[type]
    .flatMap((path) => referencesAt(resource, path))
    .flatMap((reference) => [elementAt(reference, 'identifier'), ...identifiersOf(reference, resource, context)]);
  return identifiers.some((identifier) =>
    providers.some(
      ({ system, value }) => textAt(identifier, 'system') === system && textAt(identifier, 'value') === value,
    ),
  );
}

function referencesAt(resource: Element, path: string): readonly Element[] {
  return path.split('.').reduce<readonly Element[]>(
    (found, name) =>
      found.flatMap((element) => {
        const one = elementAt(element, name);
        return one === undefined ? elementsAt(element, name) : [one];
      }),
    [resource],
  );
}

function isPlace(reference: Element): boolean {
  const named = textAt(reference, 'type') ?? textAt(reference, 'reference')?.match(/([A-Z][A-Za-z]+)\/[^/]+$/)?.[1];
  return named === undefined || PLACES.includes(named);
}

function nameOf(reference: Element, owner: Element, context: ReferralContext): string | undefined {
  const targets = targetsOf(reference, owner, context, [...PLACES, ...PEOPLE]);
  return textAt(reference, 'display') ?? targets.flatMap((target) => ownName(target) ?? [])[0];
}

/** A place has a name, a person several, a person's role that of whoever has it. */
function ownName(target: Element): string | undefined {
  const names = elementsAt(target, 'name').map((name) => textAt(name, 'text') ?? partsOf(name));
  const holder = elementAt(target, 'practitioner') ?? elementAt(target, 'organization');
  return textAt(target, 'name') ?? names.find((name) => name !== '') ?? textAt(holder, 'display');
}

/** FHIR R4 HumanName in parts. */
function partsOf(name: Element): string {
  const given: readonly unknown[] = Array.isArray(name.given) ? name.given : [];
  return [...given, name.family].filter((part) => typeof part === 'string').join(' ');
}

function identifiersOf(reference: Element, owner: Element, context: ReferralContext): readonly Element[] {
  return targetsOf(reference, owner, context).flatMap((one) => elementsAt(one, 'identifier'));
}

function targetsOf(
  reference: Element,
  owner: Element,
  context: ReferralContext,
  types: readonly string[] = PLACES,
): readonly Element[] {
  return types.map((type) => resolve(context, owner, reference, type)).filter((target) => target !== undefined);
}
