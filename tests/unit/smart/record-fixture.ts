import type { ReferralContext } from '../../../src/fhir/context.ts';
import type { Requirement } from '../../../src/fhir/requirements.ts';
import type { RecordOutcome } from '../../../src/smart/port.ts';
import { readRecord } from '../../../src/smart/read-record.ts';
import { readGrants } from '../../../src/smart/scopes.ts';
import { connectTo, draftOrder, patient, type Reply, type Seen, searchset, serverUrl } from './fake-server.ts';

export const conditions: Requirement = { resourceType: 'Condition', params: {} };
export const crp: Requirement = { resourceType: 'Observation', params: { code: 'http://loinc.org|1988-5' } };
const everything = 'patient/Patient.r patient/Condition.rs patient/Observation.rs patient/MedicationRequest.rs';

interface Given {
  readonly requirements?: readonly Requirement[];
  readonly scope?: string;
  readonly order?: ReturnType<typeof draftOrder>;
  readonly timeoutMs?: number;
}

/** Reads the record of a fake server; `progress` is what was told, `seen` what was asked. */
export function reading(reply: (request: Seen) => Reply, given: Given = {}) {
  const { connection, seen } = connectTo(reply, given.timeoutMs);
  const progress: string[] = [];
  const manners = { takesBatch: true };
  const read = (): Promise<RecordOutcome> =>
    readRecord({
      connection,
      manners,
      launch: { patient: { id: 'p1', serverUrl }, grants: readGrants(given.scope ?? everything), orderIds: [] },
      draft: { order: given.order ?? draftOrder() },
      requirements: given.requirements ?? [conditions],
      onProgress: (done, of) => progress.push(`${done}/${of}`),
      now: () => '2026-11-22T10:00:00Z',
    });
  return { read, seen, progress, targets: () => seen.map(({ method, target }) => `${method} ${target}`) };
}

export async function contextOf(reply: (request: Seen) => Reply, given: Given = {}): Promise<ReferralContext> {
  const outcome = await reading(reply, given).read();
  if (outcome.kind !== 'read') throw new Error(`expected a context, got ${outcome.kind}`);
  return outcome.context;
}

/** A server that takes batches: each entry is answered as if it were asked alone. */
export function batching(one: (target: string) => Reply) {
  return ({ method, target, body }: Seen): Reply => {
    if (method !== 'POST' || target !== '') return one(target);
    const urls = (body as { entry: { request: { url: string } }[] }).entry.map(({ request }) => request.url);
    const entry = urls.map((url) => {
      const reply = one(url);
      if (typeof reply === 'string') throw new Error('an entry of a batch has an answer');
      return { response: { status: `${reply.status ?? 200} word` }, ...(reply.json ? { resource: reply.json } : {}) };
    });
    return { json: { resourceType: 'Bundle', type: 'batch-response', entry } };
  };
}

/** A server that takes none. */
export function separate(one: (target: string) => Reply) {
  return ({ method, target }: Seen): Reply => (method === 'POST' ? { status: 405 } : one(target));
}

/** The patient, and this for every search. */
export function record(search: (target: string) => Reply) {
  return (target: string): Reply => (target === 'Patient/p1' ? { json: patient } : search(target));
}

export const empty: Reply = { json: searchset([]) };
