import { type Element, elementAt, elementsAt, textAt } from '../element.ts';
import { referenceTo } from '../record.ts';
import { literalReference } from '../reference.ts';
import { HISTORY_TYPES } from './state.ts';

/** Elements through which resources of one examination name one another. */
const LINKS: Readonly<Record<string, readonly string[]>> = {
  ImagingStudy: ['basedOn', 'procedureReference'],
  DiagnosticReport: ['basedOn', 'imagingStudy'],
  Procedure: ['basedOn', 'report'],
  ServiceRequest: ['replaces'],
  Appointment: ['basedOn'],
};
/** Orders that carry out another, rather than follow from a plan: they are the same examination (FHIR R4 request-intent). */
const CARRYING_OUT = ['filler-order', 'instance-order', 'reflex-order'];
const TYPES: readonly string[] = HISTORY_TYPES;

/** Keys a resource goes by: its own reference, where it has an id, and its identifiers. */
export function ownKeys(resource: Element): readonly string[] {
  const reference = textAt(resource, 'id') === undefined ? [] : [referenceTo(resource)];
  return [...reference, ...elementsAt(resource, 'identifier').flatMap(identifierKey)];
}

/** Keys of what a resource names as belonging to the same examination. */
export function linkedKeys(resource: Element): readonly string[] {
  const type = textAt(resource, 'resourceType') ?? '';
  const names = Object.hasOwn(LINKS, type) ? (LINKS[type] ?? []) : [];
  const carriesOut = type === 'ServiceRequest' && CARRYING_OUT.includes(textAt(resource, 'intent') ?? '');
  return [...names, ...(carriesOut ? ['basedOn'] : [])].flatMap((name) => keysAt(resource, name));
}

/** Keys of what a list of references, or a single one, points at. */
export function keysAt(resource: Element, name: string): readonly string[] {
  const one = elementAt(resource, name);
  return (one === undefined ? elementsAt(resource, name) : [one]).flatMap(referenceKeys);
}

function referenceKeys(reference: Element): readonly string[] {
  const literal = literalReference(textAt(reference, 'reference'));
  const named = literal !== null && TYPES.includes(literal.type) ? [`${literal.type}/${literal.id}`] : [];
  const identifier = elementAt(reference, 'identifier');
  return [...named, ...(identifier === undefined ? [] : identifierKey(identifier))];
}

function identifierKey(identifier: Element): readonly string[] {
  const system = textAt(identifier, 'system');
  const value = textAt(identifier, 'value');
  return system === undefined || value === undefined ? [] : [`${system}|${value}`];
}

/**
 * The keys of all that is the draft itself: the draft, what shares an identifier with it, and what was made from it, however
 * far. None of it is ever its duplicate.
 */
export function keysOfDraft(draft: Element | undefined, resources: readonly Element[]): ReadonlySet<string> {
  const keys = new Set(draft === undefined ? [] : ownKeys(draft));
  for (let before = -1; before !== keys.size; ) {
    before = keys.size;
    for (const resource of resources) {
      const named = [...ownKeys(resource), ...linkedKeys(resource), ...keysAt(resource, 'basedOn')];
      if (named.some((key) => keys.has(key))) for (const key of ownKeys(resource)) keys.add(key);
    }
  }
  return keys;
}
