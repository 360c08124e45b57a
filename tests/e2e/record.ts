import type { FhirResource, ServiceRequest } from 'fhir/r4';
import { inject } from 'vitest';

/**
 * What stands on the EHR's FHIR server, read past both pages, as with curl. The EHR's own API gives a token to whoever
 * comes from no page at all.
 */

/** Puts all people back as they were written. */
export async function resetPeople(ehrUrl: string = inject('ehrUrl')): Promise<void> {
  const response = await fetch(`${ehrUrl}/ehr/api/reset`, { method: 'POST' });
  if (!response.ok) throw new Error(`The people could not be put back: ${response.status}`);
}

/** A resource as it stands now. */
export async function readResource(reference: string, ehrUrl: string = inject('ehrUrl')): Promise<FhirResource> {
  const response = await fhirFetch(reference, ehrUrl);
  return (await response.json()) as FhirResource;
}

/** An order as it stands now. */
export async function readOrder(id: string, ehrUrl: string = inject('ehrUrl')): Promise<ServiceRequest> {
  const resource = await readResource(`ServiceRequest/${id}`, ehrUrl);
  if (resource.resourceType !== 'ServiceRequest') throw new Error(`ServiceRequest/${id}: ${resource.resourceType}`);
  return resource;
}

/** The order without what every update changes; two of these are equal when nothing was written between. */
export function withoutMeta({ meta: _meta, ...order }: ServiceRequest): Omit<ServiceRequest, 'meta'> {
  return order;
}

/** The names of the elements in which two states of an order differ; `meta` differs always. */
export function changedElements(before: ServiceRequest, after: ServiceRequest): string[] {
  const [one, other]: Record<string, unknown>[] = [{ ...withoutMeta(before) }, { ...withoutMeta(after) }];
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return [...names].filter((name) => JSON.stringify(one?.[name]) !== JSON.stringify(other?.[name])).sort();
}

/** The codes of an order's reasons. */
export function reasonCodes(order: ServiceRequest): (string | undefined)[] {
  return (order.reasonCode ?? []).flatMap(({ coding }) => (coding ?? []).map(({ code }) => code));
}

/** All notes on an order, as one text. */
export function notesOf(order: ServiceRequest): string {
  return (order.note ?? []).map(({ text }) => text).join('\n---\n');
}

async function fhirFetch(path: string, ehrUrl: string): Promise<Response> {
  const session = (await (await fetch(`${ehrUrl}/ehr/api/session`)).json()) as { accessToken: string };
  const response = await fetch(`${ehrUrl}/fhir/${path}`, {
    headers: { authorization: `Bearer ${session.accessToken}` },
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}
