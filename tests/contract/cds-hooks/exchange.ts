import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FhirResource, Patient, ServiceRequest } from 'fhir/r4';
import { createAppContextSealer, newAppContextKey } from '../../../src/cds-hooks/app-context.ts';
import type { CardResponse } from '../../../src/cds-hooks/card.ts';
import { DEFAULTS, type HooksConfiguration } from '../../../src/cds-hooks/configuration.ts';
import { PATIENT_KEY, prefetchKey, serviceId } from '../../../src/cds-hooks/discovery.ts';
import { assessDraft, imagingDrafts } from '../../../src/cds-hooks/draft-assessment.ts';
import type { Feedback } from '../../../src/cds-hooks/feedback.ts';
import type { GivenCard } from '../../../src/cds-hooks/feedback-store.ts';
import { createReadMissing } from '../../../src/cds-hooks/fhir-access.ts';
import { handle } from '../../../src/cds-hooks/handle.ts';
import type { Hook } from '../../../src/cds-hooks/hook-request.ts';
import type { HooksResponse } from '../../../src/cds-hooks/http.ts';
import { createMetrics } from '../../../src/cds-hooks/metrics.ts';
import type { HooksService } from '../../../src/cds-hooks/service.ts';
import { openSqliteStore } from '../../../src/cds-hooks/sqlite-store.ts';
import type { Answer } from '../../../src/core/facts/answers.ts';
import type { FactValue } from '../../../src/core/facts/fact.ts';
import { contextFromBundle } from '../../../src/fhir/bundle.ts';
import { annotationExtensions } from '../../../src/fhir/order-annotation.ts';
import { allRequirements } from '../../../src/fhir/requirements.ts';
import { loadLibrary } from '../../../src/library/disk.ts';
import { parseTelephones } from '../../../src/smart/site-telephones.ts';

const ROOT = join(import.meta.dirname, '../../..');
const { library } = await loadLibrary(join(ROOT, 'rules'));

/** The moment of every recorded exchange; sandbox people are dated around it. */
export const NOW = '2026-11-01T09:00:00.000Z';
export const SKS = 'urn:oid:1.2.208.176.2.4';

/** A service whose clock stands still and whose ids count up; what it stores can be looked at. */
export async function exchangeService(
  overrides: Partial<HooksConfiguration> = {},
  fetch?: typeof globalThis.fetch,
  site: Readonly<Record<string, unknown>> = {},
) {
  const stored: Feedback[] = [];
  const given: GivenCard[] = [];
  const configuration = { ...DEFAULTS, ...overrides };
  let ids = 0;
  const service: HooksService = {
    configuration,
    library,
    telephones: parseTelephones(site),
    store: {
      add: async (feedback) => void stored.push(...feedback),
      addCards: (cards) => void given.push(...cards),
      export: () => openSqliteStore(':memory:').export(),
      removeBefore: async () => 0,
      check: async () => true,
      close: async () => undefined,
    },
    sealer: createAppContextSealer(await newAppContextKey(), 60),
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
export function hookCall(hook: Hook, record: readonly FhirResource[], orders = draftsOf(record)) {
  const patient = record.find(({ resourceType }) => resourceType === 'Patient');
  return callAbout(hook, orders, prefetchOf(record), patient?.id);
}

/** A hook call about these drafts, all of them selected. */
export function callAbout(
  hook: Hook,
  orders: readonly ServiceRequest[],
  prefetch: Readonly<Record<string, unknown>>,
  patientId = 'p1',
) {
  return {
    hook,
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    context: {
      userId: 'Practitioner/sandbox-doctor',
      patientId,
      ...(hook === 'order-select' ? { selections: orders.map(({ id }) => `ServiceRequest/${id}`) } : {}),
      draftOrders: { resourceType: 'Bundle', type: 'collection', entry: orders.map((resource) => ({ resource })) },
    },
    prefetch,
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

/**
 * A sandbox person's record in which the app has left these answers on the draft, and "none of these" to whatever else it
 * asked.
 */
export async function answeredPerson(
  name: string,
  given: Readonly<Record<string, FactValue>> = {},
): Promise<readonly FhirResource[]> {
  const record = personRecord(name);
  const read = contextFromBundle({
    resourceType: 'Bundle',
    type: 'collection',
    entry: record.map((resource) => ({ resource })),
  });
  if ('error' in read) throw new Error(read.error);
  const answers = new Map(Object.entries(given));
  for (;;) {
    const answered = record.map((one) =>
      one.resourceType === 'ServiceRequest' && one.status === 'draft' ? withAnswers(one, answers) : one,
    );
    const drafts = imagingDrafts(library, draftsOf(answered));
    const assessed = await Promise.all(drafts.map((draft) => assessDraft(library, read.context, draft, NOW)));
    const asked = assessed.flatMap(({ assessment }) => assessment.guidance.flatMap(({ asks }) => asks));
    const negatives = asked.flatMap((id): [string, FactValue][] => {
      const negative = library.vocabulary.facts[id]?.negative;
      return negative === undefined ? [] : [[id, negative]];
    });
    if (asked.length === 0 || negatives.length === 0) return answered;
    for (const [id, negative] of negatives) answers.set(id, negative);
  }
}

export function withAnswers(order: ServiceRequest, given: ReadonlyMap<string, FactValue>): ServiceRequest {
  const answers = new Map([...given].map(([id, value]): [string, Answer] => [id, { value }]));
  const extension = annotationExtensions('assessed', undefined, answers);
  return { ...order, note: [...(order.note ?? []), { extension, time: NOW, text: 'Besvaret i Indikation.' }] };
}

/** A draft on which the app has left answers, written this very moment. */
export function answeredDraft(orderId: string, given: Readonly<Record<string, FactValue>>): ServiceRequest {
  const code = library.vocabulary.orders[orderId]?.codes[0]?.code ?? '';
  return withAnswers(draftOrder(code), new Map(Object.entries(given)));
}

/** A record of which nothing can be read but that the patient exists: whatever is not answered is unknown. */
export const UNREADABLE: Readonly<Record<string, unknown>> = {
  [PATIENT_KEY]: { resourceType: 'Patient', id: 'p1' },
  ...Object.fromEntries(
    allRequirements(library).map(({ resourceType }) => [
      prefetchKey(resourceType),
      { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] },
    ]),
  ),
};

/** The same object without those members. */
export function without<T extends object>(whole: T, ...names: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name))) as Partial<T>;
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
