import type { ResourceOrigin } from '../core/facts/origin.ts';
import type { ReferralContext } from './context.ts';
import { type Element, elementAt, elementsAt, isElement, textAt } from './element.ts';
import { draftOf, referenceTo, resolve, resourcesOf } from './record.ts';
import { literalReference } from './reference.ts';

/** Elements that hold codes, of all types that a fact is read from. */
const CODED = ['code', 'medicationCodeableConcept', 'procedureCode', 'vaccineCode', 'type'];
/** Elements that say when it was written, best first. */
const WRITTEN = ['recordedDate', 'authoredOn', 'issued', 'dateAsserted', 'whenHandedOver'];
/** Elements that name who recorded, asked for or made it: references, or lists of them, or of what holds an `actor`. */
const BY = [
  ...['recorder', 'asserter', 'author', 'requester', 'informationSource', 'referrer'],
  ...['performer', 'resultsInterpreter', 'interpreter'],
];
/** Elements that name where. */
const FROM = ['serviceProvider', 'custodian', 'location', 'encounter', 'managingOrganization'];
const PEOPLE = ['Practitioner', 'PractitionerRole', 'Patient', 'RelatedPerson'];
const PLACES = ['Organization', 'Location', 'HealthcareService', 'Encounter'];

/**
 * The origin of a resource that a fact rests on, by its reference (`Condition/1`, or `ServiceRequest/1#c` for what is
 * contained in it); null where it was not read. Names are the record's own: a display, or the name of a resource that was
 * read or is contained.
 */
export function originOf(context: ReferralContext, reference: string): ResourceOrigin | null {
  const resource = find(context, reference);
  if (resource === undefined) return null;
  const named = BY.flatMap((name) => referencesAt(resource, name));
  const places = FROM.flatMap((name) => referencesAt(resource, name));
  const nameOf = (one: Element): readonly string[] => nameOfReference(context, resource, one);
  const source = textAt(elementAt(resource, 'meta'), 'source');
  const recordedOn = WRITTEN.flatMap((name) => textAt(resource, name) ?? [])[0];
  const changedOn = recordedOn === undefined ? textAt(elementAt(resource, 'meta'), 'lastUpdated') : undefined;
  const medication = elementAt(resource, 'medicationReference');
  /** A medicine may be a resource of its own, which has the code. */
  const coded = medication && resolve(context, resource, medication, 'Medication');
  return {
    reference,
    codes: unique(
      [resource, ...(coded ? [coded] : [])].flatMap((one) =>
        CODED.flatMap((name) => conceptsAt(one, name).flatMap(codesOf)),
      ),
    ),
    statuses: unique([
      ...['clinicalStatus', 'verificationStatus'].flatMap((name) => statusCodes(elementAt(resource, name))),
      ...(textAt(resource, 'status') === undefined ? [] : [textAt(resource, 'status') ?? '']),
    ]),
    ...(recordedOn === undefined ? {} : { recordedOn }),
    ...(changedOn === undefined ? {} : { changedOn }),
    by: unique(named.filter((one) => !isPlace(one)).flatMap(nameOf)),
    from: unique([...places, ...named.filter(isPlace)].flatMap(nameOf).concat(source ?? [])),
    notes: elementsAt(resource, 'note').flatMap((note) => textAt(note, 'text') ?? []),
  };
}

function find(context: ReferralContext, reference: string): Element | undefined {
  const [owner = '', contained] = reference.split('#');
  const literal = literalReference(owner);
  const candidates = [draftOf(context), ...(literal ? resourcesOf(context, literal.type) : []), patientOf(context)];
  const resource = candidates.find((one) => one !== undefined && referenceTo(one) === owner);
  if (contained === undefined || resource === undefined) return resource;
  return elementsAt(resource, 'contained').find(({ id }) => id === contained);
}

function patientOf({ patient }: ReferralContext): Element | undefined {
  const outside: unknown = patient;
  return isElement(outside) ? outside : undefined;
}

/** A reference, a list of references, or a list of what names one as its actor. */
function referencesAt(resource: Element, name: string): readonly Element[] {
  const one = elementAt(resource, name);
  const all = one === undefined ? elementsAt(resource, name) : [one];
  return all.flatMap((entry) => [elementAt(entry, 'actor'), elementAt(entry, 'onBehalfOf'), entry].filter(isElement));
}

function isPlace(reference: Element): boolean {
  const type = textAt(reference, 'type') ?? literalReference(textAt(reference, 'reference'))?.type ?? '';
  return PLACES.includes(type);
}

function nameOfReference(context: ReferralContext, owner: Element, reference: Element): readonly string[] {
  const display = textAt(reference, 'display');
  if (display !== undefined) return [display];
  return [...PEOPLE, ...PLACES].flatMap((type) => {
    const target = resolve(context, owner, reference, type);
    const name = textAt(target, 'name') ?? elementsAt(target, 'name').flatMap((one) => textAt(one, 'text') ?? [])[0];
    return name === undefined ? [] : [name];
  });
}

function conceptsAt(resource: Element, name: string): readonly Element[] {
  const one = elementAt(resource, name);
  return one === undefined ? elementsAt(resource, name) : [one];
}

/** Every coding, known or not, and the text where there is no coding. */
function codesOf(concept: Element): readonly string[] {
  const text = textAt(concept, 'text');
  const codings = elementsAt(concept, 'coding').flatMap((coding) => {
    const code = textAt(coding, 'code');
    const words = textAt(coding, 'display') ?? text;
    if (code === undefined) return words === undefined ? [] : [words];
    return [words === undefined ? code : `${words} (${code})`];
  });
  return codings.length === 0 && text !== undefined ? [text] : codings;
}

function statusCodes(concept: Element | undefined): readonly string[] {
  return elementsAt(concept, 'coding').flatMap((coding) => textAt(coding, 'code') ?? []);
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
