import type { ReferralContext } from './context.ts';
import { type Element, elementAt, elementsAt, hasAny, isElement, textAt } from './element.ts';
import { literalReference } from './reference.ts';
import { isWellFormed, MODIFIERS } from './well-formed.ts';

/** What was found out about a record: every fact asks the same of the same few types. */
interface Looked {
  readonly resources: Map<string, readonly Element[]>;
  readonly complete: Map<string, boolean>;
}
const lookedAt = new WeakMap<ReferralContext, Looked>();

/** The resources of a type that speak about this patient. One that names another patient never counts, nor one that may mean something else. */
export function resourcesOf(context: ReferralContext, type: string): readonly Element[] {
  return remembered(looked(context).resources, type, () => {
    const read: readonly unknown[] = context.resources.get(type) ?? [];
    const patientId = textAt(context.patient, 'id');
    return read.filter(isElement).filter((resource) => {
      if (resource.resourceType !== type || hasAny(resource, MODIFIERS)) return false;
      const subject = literalReference(subjectOf(resource));
      return patientId === undefined || subject?.type !== 'Patient' || subject.id === patientId;
    });
  });
}

/** The draft order, where what was read as such is a ServiceRequest. */
export function draftOf({ order }: ReferralContext): Element | undefined {
  const draft: unknown = order;
  return isElement(draft) && draft.resourceType === 'ServiceRequest' ? draft : undefined;
}

/** `Type/id`, or just the type where a resource has no id (a draft not yet saved). */
export function referenceTo(resource: Element): string {
  const id = textAt(resource, 'id');
  const type = textAt(resource, 'resourceType') ?? '';
  return id === undefined ? type : `${type}/${id}`;
}

/** The reference under which a resource names its patient: `subject`, or `patient` where that is the element's name. */
export function subjectOf(resource: unknown): string | undefined {
  return textAt(elementAt(resource, 'subject'), 'reference') ?? textAt(elementAt(resource, 'patient'), 'reference');
}

/**
 * Whether a resource names another patient than this one; one that names nobody does not.
 * @param base FHIR base of the server that knows the patient, without slash at the end, where it is known
 */
export function namesAnother(resource: unknown, patientId: string, base?: string): boolean {
  const subject = subjectOf(resource);
  if (subject === undefined) return false;
  const named = literalReference(subject);
  if (named?.type !== 'Patient' || named.id !== patientId) return true;
  return named.base !== undefined && base !== undefined && named.base !== base;
}

/**
 * What a reference points at: a resource contained in its owner, or one that was read. Undefined where it was not read,
 * or points by display or identifier only.
 */
export function resolve(
  context: ReferralContext,
  owner: Element,
  reference: Element,
  type: string,
): Element | undefined {
  const text = textAt(reference, 'reference');
  if (text?.startsWith('#')) {
    const contained = elementsAt(owner, 'contained').find(({ id }) => id === text.slice(1));
    return contained?.resourceType === type ? contained : undefined;
  }
  const literal = literalReference(text);
  if (literal?.type !== type) return undefined;
  return resourcesOf(context, type).find(({ id }) => id === literal.id);
}

/** Those of the types that were not searched, not read completely, or read in a form that cannot be relied on. */
export function incompleteTypes(context: ReferralContext, types: readonly string[]): readonly string[] {
  const { complete } = looked(context);
  return types.filter((type) => !remembered(complete, type, () => isComplete(context, type)));
}

function isComplete(context: ReferralContext, type: string): boolean {
  if (context.gaps.some(({ resourceType }) => resourceType === type || resourceType === 'Bundle')) return false;
  if (type === 'Patient' && context.patient !== null) return true;
  return context.resources.get(type)?.every((resource) => isWellFormed(resource, type)) ?? false;
}

function looked(context: ReferralContext): Looked {
  return remembered(lookedAt, context, () => ({ resources: new Map(), complete: new Map() }));
}

function remembered<Key, Value>(
  memory: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  find: () => Value,
): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const found = find();
  memory.set(key, found);
  return found;
}
