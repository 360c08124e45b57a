import type { TrailEntry } from '../core/facts/origin.ts';
import { type Element, elementAt, elementsAt, isElement, textAt } from './element.ts';
import { literalReference } from './reference.ts';

/** How an entity was used where what is now in the record was taken from it (FHIR R4 provenance-entity-role). */
const TAKEN_FROM = ['source', 'derivation', 'quotation', 'revision'];

/** The references that a trail can be searched by, each once: what is contained goes with its owner. */
export function trailTargets(references: readonly string[]): readonly string[] {
  const owners = references.map((reference) => reference.split('#')[0] ?? '');
  return [...new Set(owners)].filter((owner) => literalReference(owner) !== null);
}

/**
 * The trail of these resources (`Type/id`), newest first. A Provenance that targets none of them is left out, as a server gives
 * that does not know the parameter; so is one that targets another patient.
 */
export function trailOf(
  resources: readonly unknown[],
  targets: readonly string[],
  patientId: string,
): readonly TrailEntry[] {
  return resources
    .filter(isElement)
    .filter((provenance) => {
      const named = elementsAt(provenance, 'target').flatMap((target) => keyOf(target) ?? []);
      const others = named.filter((key) => key.startsWith('Patient/') && key !== `Patient/${patientId}`);
      return others.length === 0 && named.some((key) => targets.includes(key));
    })
    .map(entryOf)
    .sort((a, b) => compareText(b.recordedOn ?? '', a.recordedOn ?? ''));
}

function entryOf(provenance: Element): TrailEntry {
  const recordedOn = textAt(provenance, 'recorded') ?? textAt(provenance, 'occurredDateTime');
  const activity = wordsOf(elementAt(provenance, 'activity'));
  const entities = elementsAt(provenance, 'entity').filter(({ role }) => TAKEN_FROM.includes(String(role)));
  const places = [elementAt(provenance, 'location'), ...entities.map((entity) => elementAt(entity, 'what'))];
  return {
    ...(recordedOn === undefined ? {} : { recordedOn }),
    ...(activity === undefined ? {} : { activity }),
    agents: elementsAt(provenance, 'agent').flatMap((agent) => agentOf(agent, provenance)),
    from: [...new Set(places.flatMap((place) => nameOf(place, provenance) ?? []))],
  };
}

function agentOf(agent: Element, provenance: Element): TrailEntry['agents'] {
  const name = nameOf(elementAt(agent, 'who'), provenance);
  if (name === undefined) return [];
  const part = elementsAt(elementAt(agent, 'type'), 'coding').flatMap((coding) => textAt(coding, 'code') ?? [])[0];
  const onBehalfOf = nameOf(elementAt(agent, 'onBehalfOf'), provenance);
  return [{ name, ...(part === undefined ? {} : { part }), ...(onBehalfOf === undefined ? {} : { onBehalfOf }) }];
}

/** The record's words for a reference; where it has none, the reference itself. */
function nameOf(reference: Element | undefined, owner: Element): string | undefined {
  const written = textAt(reference, 'reference');
  const contained = elementsAt(owner, 'contained').find(({ id }) => written === `#${String(id)}`);
  const named =
    textAt(contained, 'name') ?? elementsAt(contained, 'name').flatMap((name) => textAt(name, 'text') ?? [])[0];
  return textAt(reference, 'display') ?? named ?? textAt(elementAt(reference, 'identifier'), 'value') ?? written;
}

function wordsOf(concept: Element | undefined): string | undefined {
  const displays = elementsAt(concept, 'coding').flatMap((coding) => textAt(coding, 'display') ?? []);
  return textAt(concept, 'text') ?? displays[0];
}

function keyOf(target: Element): string | undefined {
  const literal = literalReference(textAt(target, 'reference'));
  return literal === null ? undefined : `${literal.type}/${literal.id}`;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
