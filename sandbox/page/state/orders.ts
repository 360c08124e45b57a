import { computed, signal } from '@preact/signals';
import type { FhirResource, Reference, ServiceRequest } from 'fhir/r4';
import { request, searchAll, wordsFor } from '../fhir-client.ts';
import { changeWords, type OrderVersion, readHistory } from '../record/history.ts';
import { isA } from '../resource.ts';
import { can } from './abilities.ts';
import { forgetAdvice } from './cards.ts';
import { type Load, settle, waiting } from './load.ts';
import { say, warn } from './notice.ts';
import { chosenPerson } from './people.ts';
import {
  dropFromSession,
  isInSession,
  keepInSession,
  newSessionId,
  scratchpad,
  sessionDrafts,
  versionsOf,
} from './scratchpad.ts';

export const orders = signal<Load<readonly ServiceRequest[]>>(waiting);
/** Id of the order that is open. */
export const chosenOrder = signal<string | null>(null);
export const history = signal<readonly OrderVersion[]>([]);

export const openOrder = computed(() => {
  const onServer = orders.value.state === 'here' ? orders.value.value : [];
  return [...sessionDrafts.value, ...onServer].find((order) => order.id === chosenOrder.value) ?? null;
});

/** Loads the orders of the chosen person, drafts first, then the newest. */
export async function loadOrders(): Promise<void> {
  const patient = chosenPerson.value;
  if (patient === null) return;
  const found = await settle(searchAll(`ServiceRequest?patient=${patient}&_count=200`));
  if (chosenPerson.value !== patient) return;
  orders.value =
    found.state === 'here'
      ? { state: 'here', value: sortOrders(found.value.filter((resource) => isA(resource, 'ServiceRequest'))) }
      : found;
}

function sortOrders(found: readonly ServiceRequest[]): ServiceRequest[] {
  return found.toSorted((a, b) => {
    const drafts = Number(b.status === 'draft') - Number(a.status === 'draft');
    return drafts || (b.authoredOn ?? '').localeCompare(a.authoredOn ?? '');
  });
}

/** Fetches the open order again and says so if it is another version than the one on the screen. */
export async function refreshOrder(): Promise<void> {
  const shown = openOrder.value;
  if (!shown?.id || isInSession(shown.id)) return;
  const { status, resource } = await request('GET', `ServiceRequest/${shown.id}`);
  if (!isA(resource, 'ServiceRequest')) {
    warn(`Henvisningen kunne ikke hentes. ${wordsFor(status, resource)}`);
    return;
  }
  if (resource.meta?.versionId === shown.meta?.versionId) return;
  replaceOrder(resource);
  forgetAdvice(resource.id);
  if (chosenOrder.value !== resource.id) return;
  await loadHistory();
  const changed = history.value[0]?.changed ?? [];
  say(changeWords({ version: resource.meta?.versionId ?? '', when: '', changed }));
}

export async function loadHistory(): Promise<void> {
  const id = chosenOrder.value;
  if (id === null) return;
  if (isInSession(id)) {
    history.value = readHistory(versionsOf(id));
    return;
  }
  const { resource } = await request('GET', `ServiceRequest/${id}/_history`);
  if (chosenOrder.value !== id || !isA(resource, 'Bundle')) return;
  const versions = (resource.entry ?? []).map((entry) => entry.resource);
  history.value = readHistory(versions.filter((version) => isA(version, 'ServiceRequest')));
}

/** Drafts of a patient, given as a reference, that are not signed yet. */
export function draftsOf(patient: string): readonly ServiceRequest[] {
  const onServer = orders.value.state === 'here' ? orders.value.value : [];
  return [...sessionDrafts.value, ...onServer].filter(
    ({ status, subject }) => status === 'draft' && subject.reference === patient,
  );
}

/** Stores a new draft. @returns its id; null (and a notice) when the server does not take it */
export async function storeNew(draft: ServiceRequest): Promise<string | null> {
  if (can('session-drafts')) return keepInSession({ ...draft, id: draft.id ?? newSessionId() }).id ?? null;
  const { id: _, ...content } = draft;
  const { status, resource } = await request('POST', 'ServiceRequest', content);
  if (status !== 201 || !isA(resource, 'ServiceRequest') || !resource.id) {
    warn(`Kladden blev ikke gemt. ${wordsFor(status, resource)}`);
    return null;
  }
  await loadOrders();
  return resource.id;
}

/** Stores a draft in place of what it was, where it lives. @returns whether that was done; there is a notice where not */
export async function storeDraft(draft: ServiceRequest): Promise<boolean> {
  if (isInSession(draft.id)) {
    keepInSession(draft);
    await loadHistory();
    return true;
  }
  const { status, resource } = await request('PUT', `ServiceRequest/${draft.id}`, draft, draft.meta?.versionId);
  if (status !== 200 || !isA(resource, 'ServiceRequest')) {
    warn(`Kladden blev ikke gemt. ${wordsFor(status, resource)}`);
    return false;
  }
  replaceOrder(resource);
  await loadHistory();
  return true;
}

/** Withdraws a draft. @param location `ServiceRequest/…` */
export async function cancelDraft(location: string): Promise<void> {
  const draft = draftsOf(`Patient/${chosenPerson.value}`).find(({ id }) => `ServiceRequest/${id}` === location);
  if (draft === undefined) return;
  if (isInSession(draft.id)) dropFromSession(location);
  else await storeDraft({ ...draft, status: 'revoked' });
}

/** The EHR's own step, never the app's: the draft becomes an active order, unless somebody changed it meanwhile. */
export async function signOrder(): Promise<void> {
  const order = openOrder.value;
  if (order?.status !== 'draft' || !order.id) return;
  const signed: ServiceRequest = { ...order, status: 'active' };
  if (isInSession(order.id)) return signSessionDraft(signed);
  const { status, resource } = await request('PUT', `ServiceRequest/${order.id}`, signed, order.meta?.versionId);
  if (status === 200 && isA(resource, 'ServiceRequest')) {
    replaceOrder(resource);
    await loadHistory();
    say('Henvisningen er underskrevet.');
    return;
  }
  if (status === 412) {
    await refreshOrder();
    warn('Henvisningen er ændret imens og er hentet igen. Læs den, og underskriv så.');
    return;
  }
  warn(`Henvisningen blev ikke underskrevet. ${wordsFor(status, resource)}`);
}

/** A draft of the session is now on the server, with what stands beside it there and what it points to. */
async function signSessionDraft({ id, supportingInfo, ...order }: ServiceRequest): Promise<void> {
  const stored = await Promise.all((supportingInfo ?? []).map(storeBeside));
  const { status, resource } = await request('POST', 'ServiceRequest', {
    ...order,
    ...(stored.length === 0 ? {} : { supportingInfo: stored }),
  });
  if (status !== 201 || !isA(resource, 'ServiceRequest') || !resource.id) {
    warn(`Henvisningen blev ikke underskrevet. ${wordsFor(status, resource)}`);
    return;
  }
  await loadOrders();
  if (chosenOrder.value === id) chosenOrder.value = resource.id;
  dropFromSession(`ServiceRequest/${id}`);
  await loadHistory();
  say('Henvisningen er underskrevet.');
}

/** What a draft points to in the session goes to the server too, and the reference follows it there. */
async function storeBeside(reference: Reference): Promise<Reference> {
  const beside = scratchpad.value.get(reference.reference ?? '');
  if (beside === undefined) return reference;
  const { id: _, ...content } = beside;
  const { resource } = await request('POST', beside.resourceType, content);
  if (!resource?.id) return reference;
  dropFromSession(reference.reference ?? '');
  return { ...reference, reference: `${resource.resourceType}/${resource.id}` };
}

/** Any resource of this server by its reference, e.g. what an order's `supportingInfo` points to. */
export async function readReferenced(reference: string): Promise<FhirResource | null> {
  return (await request('GET', reference)).resource;
}

function replaceOrder(order: ServiceRequest): void {
  if (orders.value.state !== 'here') return;
  orders.value = {
    state: 'here',
    value: orders.value.value.map((candidate) => (candidate.id === order.id ? order : candidate)),
  };
}
