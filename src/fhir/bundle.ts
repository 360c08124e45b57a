import type { FhirResource, Patient, ServiceRequest } from 'fhir/r4';
import { cutOff, failedEntry } from './bundle-failure.ts';
import type { Gap, ReferralContext } from './context.ts';
import { type Element, elementAt, isElement, textAt } from './element.ts';
import { subjectOf } from './record.ts';
import { literalReference } from './reference.ts';
import { isWellFormed, READ_TYPES } from './well-formed.ts';

/** A record and its draft orders, or what is wrong with the Bundle and where (JSON pointer). */
export type BundleOutcome =
  | { readonly context: ReferralContext; readonly drafts: readonly ServiceRequest[] }
  | { readonly error: string; readonly pointer: string };

interface Entry {
  readonly resource: Element;
  readonly pointer: string;
}

/**
 * A FHIR R4 Bundle (collection, searchset, or a batch's answers with searchsets in it) as a completely read record. An entry
 * that cannot be read, a search that failed or was cut off becomes a gap of its type, or of the whole record where not even
 * its type can be told. The draft is the one ServiceRequest with status
 * `draft`; with none or several, `order` is null. References by `fullUrl` are rewritten to `Type/id`.
 */
export function contextFromBundle(bundle: unknown): BundleOutcome {
  if (!isElement(bundle) || bundle.resourceType !== 'Bundle')
    return { error: 'This is not a FHIR Bundle.', pointer: '' };
  const { entry } = bundle;
  if (entry !== undefined && !Array.isArray(entry)) return { error: 'entry is a list.', pointer: '/entry' };
  const read = entriesOf(bundle, '/entry', 0);
  const patients = read.entries.filter(({ resource }) => resource.resourceType === 'Patient');
  const [first, second] = patients;
  if (second) return { error: 'The Bundle holds more than one Patient.', pointer: second.pointer };
  const patient = first?.resource;
  const strangers = read.entries.filter(({ resource }) => isAboutAnother(resource, patient));
  const stranger = strangers.find(({ resource }) => isDraft(resource));
  if (stranger) {
    return { error: 'The draft order is about another patient.', pointer: `${stranger.pointer}/subject/reference` };
  }
  const others = new Set(strangers);
  const own = read.entries.filter((one) => !others.has(one)).map(({ resource }) => resource);
  const gaps = [...read.gaps, ...strangers.map(({ resource }) => malformed(String(resource.resourceType)))];
  return contextOf(own, patient, gaps);
}

/** Every type counts as searched, even where the Bundle holds none: it is the whole record. */
function contextOf(own: readonly Element[], patient: Element | undefined, gaps: readonly Gap[]): BundleOutcome {
  const drafts = own.flatMap((resource) => (isDraft(resource) && isServiceRequest(resource) ? [resource] : []));
  const resources = new Map<string, FhirResource[]>([...READ_TYPES, 'Appointment', 'Device'].map((type) => [type, []]));
  for (const resource of own) {
    if (!isResource(resource)) continue;
    const ofType = resources.get(resource.resourceType) ?? [];
    ofType.push(resource);
    resources.set(resource.resourceType, ofType);
  }
  const context = {
    patient: patient !== undefined && isPatient(patient) ? patient : null,
    order: drafts.length === 1 ? (drafts[0] ?? null) : null,
    resources,
    searches: [],
    gaps: gaps.filter((gap, at) => gaps.findIndex(({ resourceType }) => resourceType === gap.resourceType) === at),
  };
  return { context, drafts };
}

interface Entries {
  readonly entries: readonly Entry[];
  readonly gaps: readonly Gap[];
}

/** Answers of a batch are Bundles in a Bundle; nobody writes them deeper. */
const DEEPEST = 2;

function entriesOf(bundle: Element, place: string, depth: number): Entries {
  const gaps: Gap[] = [];
  const entries: Entry[] = [];
  const names = new Map<string, string>();
  const more = cutOff(bundle);
  if (more) gaps.push(more);
  const list: readonly unknown[] = Array.isArray(bundle.entry) ? bundle.entry : [];
  list.forEach((entry, index) => {
    const failed = isElement(entry) ? failedEntry(entry) : null;
    if (failed) gaps.push(failed);
    const resource = elementAt(entry, 'resource');
    const type = textAt(resource, 'resourceType');
    const pointer = `${place}/${index}/resource`;
    if (type === 'OperationOutcome' || (failed && resource === undefined)) return;
    if (resource === undefined || type === undefined) gaps.push(malformed('Bundle'));
    else if (type === 'Bundle' && depth < DEEPEST) {
      const inner = entriesOf(resource, `${pointer}/entry`, depth + 1);
      entries.push(...inner.entries);
      gaps.push(...inner.gaps);
    } else if (!isWellFormed(resource, type)) gaps.push(malformed(type));
    else {
      const fullUrl = textAt(entry, 'fullUrl');
      const id = textAt(resource, 'id') ?? idOf(fullUrl);
      if (fullUrl !== undefined && id !== undefined) names.set(fullUrl, `${type}/${id}`);
      entries.push({
        resource: id === undefined ? resource : { ...resource, id },
        pointer,
      });
    }
  });
  return { gaps, entries: entries.map((entry) => ({ ...entry, resource: renamed(entry.resource, names) })) };
}

/** The id a resource has by its place in the Bundle: `urn:uuid:…`, or the end of its address. */
function idOf(fullUrl: string | undefined): string | undefined {
  return /^urn:uuid:([0-9a-fA-F-]{36})$/.exec(fullUrl ?? '')?.[1] ?? literalReference(fullUrl)?.id;
}

/** No element of FHIR lies deeper in a resource; what does is left as it is, lest somebody's nesting exhaust the stack. */
const DEEPEST_ELEMENT = 60;

/** The same resource with every `reference` that is a fullUrl of this Bundle as `Type/id`. */
function renamed(resource: Element, names: ReadonlyMap<string, string>, depth = 0): Element {
  if (names.size === 0) return resource;
  const entries = Object.entries(resource).map(([name, value]) => {
    if (name === 'reference' && typeof value === 'string') return [name, names.get(value) ?? value];
    return [name, renamedValue(value, names, depth + 1)];
  });
  return Object.fromEntries(entries);
}

function renamedValue(value: unknown, names: ReadonlyMap<string, string>, depth: number): unknown {
  if (depth > DEEPEST_ELEMENT) return value;
  if (Array.isArray(value)) return value.map((member) => renamedValue(member, names, depth + 1));
  return isElement(value) ? renamed(value, names, depth) : value;
}

/** Whether it names another patient than the Bundle's, or a patient where the Bundle has none it could be. */
function isAboutAnother(resource: Element, patient: Element | undefined): boolean {
  const subject = literalReference(subjectOf(resource));
  const id = textAt(patient, 'id');
  return subject?.type === 'Patient' && id !== undefined && subject.id !== id;
}

function malformed(resourceType: string): Gap {
  return { resourceType, reason: 'malformed' };
}

function isDraft({ resourceType, status }: Element): boolean {
  return resourceType === 'ServiceRequest' && status === 'draft';
}

/** Readers take every resource as outside data, so its type is all that is vouched for here. */
function isResource(resource: object): resource is FhirResource {
  return 'resourceType' in resource && typeof resource.resourceType === 'string';
}

function isServiceRequest(resource: object): resource is ServiceRequest {
  return isResource(resource) && resource.resourceType === 'ServiceRequest';
}

function isPatient(resource: object): resource is Patient {
  return isResource(resource) && resource.resourceType === 'Patient';
}
