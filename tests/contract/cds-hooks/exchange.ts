import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FhirResource, Patient, ServiceRequest } from 'fhir/r4';
import { createAppContextSealer, newAppContextKey } from '../../../src/cds-hooks/app-context.ts';
import type { CardResponse } from '../../../src/cds-hooks/card.ts';
import { DEFAULTS, type HooksConfiguration } from '../../../src/cds-hooks/configuration.ts';
import { PATIENT_KEY, prefetchKey, serviceId } from '../../../src/cds-hooks/discovery.ts';
import type { Feedback } from '../../../src/cds-hooks/feedback.ts';
import type { GivenCard } from '../../../src/cds-hooks/feedback-store.ts';
import { createReadMissing } from '../../../src/cds-hooks/fhir-access.ts';
import { handle } from '../../../src/cds-hooks/handle.ts';
import type { Hook } from '../../../src/cds-hooks/hook-request.ts';
import type { HooksResponse } from '../../../src/cds-hooks/http.ts';
import { createMetrics } from '../../../src/cds-hooks/metrics.ts';
import type { HooksService } from '../../../src/cds-hooks/service.ts';
import { openSqliteStore } from '../../../src/cds-hooks/sqlite-store.ts';
import { allRequirements } from '../../../src/fhir/requirements.ts';
import { loadLibrary } from '../../../src/library/disk.ts';

const ROOT = join(import.meta.dirname, '../../..');
const { library } = await loadLibrary(join(ROOT, 'rules'));

/** The moment of every recorded exchange; sandbox people are dated around it. */
export const NOW = '2026-11-01T09:00:00.000Z';
export const SKS = 'urn:oid:1.2.208.176.2.4';

/** A service whose clock stands still and whose ids count up; what it stores can be looked at. */
export async function exchangeService(overrides: Partial<HooksConfiguration> = {}, fetch?: typeof globalThis.fetch) {
  const stored: Feedback[] = [];
  const given: GivenCard[] = [];
  const configuration = { ...DEFAULTS, ...overrides };
  let ids = 0;
  const service: HooksService = {
    configuration,
    library,
    store: {
      add: async (feedback) => void stored.push(...feedback),
      addCards: (cards) => void given.push(...cards),
      export: () => openSqliteStore(':memory:').export(),
      removeBefore: async () => 0,
      check: async () => true,
      close: async () => undefined,
    },
    sealer: await createAppContextSealer(await newAppContextKey(), 60),
    metrics: createMetrics(),
    readMissing: createReadMissing({ servers: configuration.fhirServers, timeoutMs: 500, ...(fetch ? { fetch } : {}) }),
    verifyClient: null,
    now: () => Date.parse(NOW),
    newId() {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
  };
  return { service, stored, given };
}

/** A sandbox person's record. */
export function personRecord(name: string): readonly FhirResource[] {
  const bundle: { entry: { resource: FhirResource }[] } = JSON.parse(
    readFileSync(join(ROOT, `sandbox/people/${name}.json`), 'utf8'),
  );
  return bundle.entry.map(({ resource }) => resource);
}

/** The drafts of a record. */
export function draftsOf(record: readonly FhirResource[]): readonly ServiceRequest[] {
  return record.flatMap((one) => (one.resourceType === 'ServiceRequest' && one.status === 'draft' ? [one] : []));
}

/** Every prefetch key of the discovery document, as an EHR that honours all templates would fill them: null where it has nothing. */
export function prefetchOf(record: readonly FhirResource[]): Record<string, unknown> {
  const patient = record.find((one): one is Patient => one.resourceType === 'Patient');
  const searches = allRequirements(library).map(({ resourceType }) => {
    const drafts: readonly FhirResource[] = draftsOf(record);
    const found = record.filter((one) => one.resourceType === resourceType && !drafts.includes(one));
    const entry = found.map((resource) => ({ resource, search: { mode: 'match' } }));
    return [
      prefetchKey(resourceType),
      found.length === 0 ? null : { resourceType: 'Bundle', type: 'searchset', total: found.length, entry },
    ];
  });
  return { [PATIENT_KEY]: patient ?? null, ...Object.fromEntries(searches) };
}

/** A hook call about the drafts of a record, with everything prefetched. */
export function hookCall(
  hook: Hook,
  record: readonly FhirResource[],
  orders: readonly ServiceRequest[] = draftsOf(record),
) {
  const patient = record.find(({ resourceType }) => resourceType === 'Patient');
  return {
    hook,
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    context: {
      userId: 'Practitioner/sandbox-doctor',
      patientId: patient?.id,
      ...(hook === 'order-select' ? { selections: orders.map(({ id }) => `ServiceRequest/${id}`) } : {}),
      draftOrders: { resourceType: 'Bundle', type: 'collection', entry: orders.map((resource) => ({ resource })) },
    },
    prefetch: prefetchOf(record),
  };
}

/** Sends a call, without a socket. */
export function post(service: HooksService, path: string, content: unknown): Promise<HooksResponse> {
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  return handle(service, { method: 'POST', path, headers: { 'content-type': 'application/json' }, body });
}

/** Sends a hook call; throws where the answer is not 200. */
export async function cardsFor(service: HooksService, call: { readonly hook: Hook }): Promise<CardResponse> {
  const { status, body } = await post(service, `/cds-services/${serviceId(call.hook)}`, call);
  if (status !== 200) throw new Error(`${status} ${body}`);
  return JSON.parse(body);
}

/** A minimal draft imaging order. */
export function draftOrder(code: string, more: Partial<ServiceRequest> = {}): ServiceRequest {
  return {
    resourceType: 'ServiceRequest',
    id: 'draft-1',
    status: 'draft',
    intent: 'order',
    subject: { reference: 'Patient/p1' },
    code: { coding: [{ system: SKS, code }] },
    ...more,
  };
}
