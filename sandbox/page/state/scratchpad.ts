import { computed, signal } from '@preact/signals';
import type { FhirResource, ServiceRequest } from 'fhir/r4';
import type { Payload, Request } from '../messaging/host.ts';
import { locationOf, put, runScratchpad, type Scratchpad } from '../messaging/scratchpad.ts';
import { isA } from '../resource.ts';
import { can } from './abilities.ts';
import { chosenPerson } from './people.ts';

/** The drafts of this session and what stands beside them: gone when the page is loaded anew. */
export const scratchpad = signal<Scratchpad>(new Map());
/** Every version of each draft, by location, oldest first. */
const versions = new Map<string, ServiceRequest[]>();

/** Drafts of the open person that are in the session alone. */
export const sessionDrafts = computed(() =>
  [...scratchpad.value.values()]
    .filter((resource) => isA(resource, 'ServiceRequest'))
    .filter(({ subject }) => subject.reference === `Patient/${chosenPerson.value}`),
);

export function isInSession(id: string | undefined): boolean {
  return scratchpad.value.has(`ServiceRequest/${id}`);
}

/** Every version of a draft of the session, oldest first. */
export function versionsOf(id: string): readonly ServiceRequest[] {
  return versions.get(`ServiceRequest/${id}`) ?? [];
}

/** Keeps a draft in the session, as its next version. */
export function keepInSession(order: ServiceRequest): ServiceRequest {
  const kept = stamp(order);
  scratchpad.value = put(scratchpad.value, kept);
  return kept;
}

export function dropFromSession(location: string): void {
  scratchpad.value = new Map([...scratchpad.value].filter(([own]) => own !== location));
}

export function clearSession(): void {
  scratchpad.value = new Map();
  versions.clear();
}

/** An id that no server gives. */
export function newSessionId(): string {
  return `session-${crypto.randomUUID().slice(0, 8)}`;
}

/**
 * Answers the app's message about the scratchpad. An EHR that leaves the app open when the patient changes shows it the
 * drafts of whoever is open now.
 * @param onChange told the order that the app has changed
 */
export function answerScratchpad(
  { messageType, payload, launched }: Request,
  onChange: (order: ServiceRequest) => void,
): Payload {
  if (!can('scratchpad')) return { status: '403 Forbidden' };
  const patient = can('close-app') ? launched.patient : (chosenPerson.value ?? '');
  const [, operation = ''] = messageType.split('.');
  const before = scratchpad.value;
  const turn = runScratchpad(before, patient, operation, payload, newSessionId);
  scratchpad.value = new Map([...turn.scratchpad].map(([location, one]) => [location, versioned(before, one)]));
  const changed = [...scratchpad.value.values()].find((one) => before.get(locationOf(one)) !== one);
  if (isA(changed, 'ServiceRequest')) onChange(changed);
  return turn.answer;
}

function versioned(before: Scratchpad, resource: FhirResource): FhirResource {
  return isA(resource, 'ServiceRequest') && before.get(locationOf(resource)) !== resource ? stamp(resource) : resource;
}

function stamp(order: ServiceRequest): ServiceRequest {
  const earlier = versions.get(locationOf(order)) ?? [];
  const meta = { ...order.meta, versionId: String(earlier.length + 1), lastUpdated: new Date().toISOString() };
  const stamped = { ...order, meta };
  versions.set(locationOf(order), [...earlier, stamped]);
  return stamped;
}
