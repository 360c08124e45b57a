import fc from 'fast-check';
import type { FhirResource } from 'fhir/r4';
import { expect, test } from 'vitest';
import { contextFromBundle } from '../../../src/fhir/bundle.ts';
import type { ReferralContext } from '../../../src/fhir/context.ts';
import { identifyOrder } from '../../../src/fhir/order.ts';
import { patientBanner } from '../../../src/fhir/patient.ts';
import { readFacts } from '../../../src/fhir/read-facts.ts';
import {
  concept,
  condition,
  draft,
  type Loose,
  NOW,
  NPU,
  observation,
  PATIENT,
  quantity,
  record,
  request,
  SKS,
  SKS_D,
  shipped,
} from './record.ts';

/** A record in which most of what low back pain reads is there; the mutations start from it. */
const people: Loose[] = [
  condition('DC509', { onsetPeriod: { start: '2019-01-01' } }),
  condition('DE119', { clinicalStatus: undefined }),
  condition('DR634', { onsetDateTime: '2026-04-01' }),
  condition('DG834', { recordedDate: '2026-05-20', verificationStatus: { coding: [{ code: 'provisional' }] } }),
  observation({ system: NPU, code: 'NPU08676' }, { valueQuantity: quantity(39, 'Cel') }),
  observation({ system: NPU, code: 'NPU19748' }, { id: 'o2', valueQuantity: quantity(120, 'mg/L', '>') }),
  request('H02AB06', { dosageInstruction: [{ timing: { repeat: { boundsPeriod: { start: '2025-01-01' } } } }] }),
  request('L04AX03', { medicationCodeableConcept: undefined, medicationReference: { reference: '#m' }, contained: [] }),
  { resourceType: 'MedicationStatement', id: 's', status: 'active', effectivePeriod: { start: '2025-01' } },
  { resourceType: 'Procedure', id: 'k', status: 'completed', code: concept(SKS, 'KABC16') },
  { resourceType: 'ImagingStudy', id: 'i', status: 'available', started: '2026-01-01', modality: [{ code: 'MR' }] },
  { resourceType: 'DiagnosticReport', id: 'r', status: 'final', code: concept(SKS, 'UXME30'), issued: '2026-01-01' },
  {
    resourceType: 'ServiceRequest',
    id: 'x',
    status: 'completed',
    code: concept(SKS, 'UXCE30'),
    authoredOn: '2026-01-01',
  },
];
const order = draft({ reasonCode: [concept(SKS_D, 'DM545')], reasonReference: [{ reference: 'Condition/c-DC509' }] });

const junk = fc.oneof(
  fc.constantFrom(
    null,
    '',
    0,
    -1,
    true,
    [],
    {},
    [null],
    [[]],
    'entered-in-error',
    'active',
    '2026-13-45',
    '2026',
    Number.POSITIVE_INFINITY,
  ),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string(),
);

/** Where to go into a JSON value (each number picks a member), and what to put there. */
const mutation = fc.record({
  path: fc.array(fc.nat(20), { minLength: 1, maxLength: 7 }),
  value: junk,
  remove: fc.boolean(),
});
type Mutation = { path: number[]; value: unknown; remove: boolean };

function mutated(value: unknown, { path: [at, ...path], value: put, remove }: Mutation): unknown {
  if (typeof value !== 'object' || value === null || at === undefined) return put;
  const keys = Object.keys(value);
  if (keys.length === 0) return put;
  const key = keys[at % keys.length] ?? '';
  const inner: unknown = Reflect.get(value, key);
  if (path.length === 0 && remove) {
    if (Array.isArray(value)) return value.filter((_, index) => String(index) !== key);
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  }
  const next = mutated(inner, { path, value: put, remove });
  if (Array.isArray(value)) return value.map((member: unknown, index) => (String(index) === key ? next : member));
  return { ...value, [key]: next };
}

const mutations = fc.array(mutation, { minLength: 0, maxLength: 12 });
const now = fc.constantFrom(NOW, '2026-06-01T00:00:00Z', '2019-12-31T23:59:59-05:00', '2027-02-28T12:00:00.5+14:00');
const ids = Object.keys(shipped.vocabulary.facts);
const orders = [...Object.keys(shipped.vocabulary.orders), null];

/** Every reference that a resource of the context can be named by. */
function referencesIn({ patient, order: placed, resources }: ReferralContext): ReadonlySet<string> {
  const read: unknown[] = [patient, placed, ...[...resources.values()].flat()];
  const named = read.flatMap((resource) => {
    const { resourceType, id } = (resource ?? {}) as Partial<Loose>;
    return typeof id === 'string' && id.trim() !== '' ? `${resourceType}/${id.trim()}` : String(resourceType);
  });
  return new Set(named);
}

/** Every known value must be carried: by resources of the record, by the order, by another fact, or by a declared "none". */
function unsupported(context: ReferralContext, chosen: string | null, at: string): readonly string[] {
  const facts = readFacts(shipped.vocabulary, ids, context, chosen, at);
  const there = referencesIn(context);
  return ids.filter((id) => {
    const fact = facts.get(id);
    if (!fact?.known) return false;
    const definition = shipped.vocabulary.facts[id];
    const { provenance } = fact;
    if (provenance.kind === 'clinician') return true;
    if (provenance.kind === 'derived') return !provenance.from.every((source) => facts.get(source)?.known);
    if (provenance.references.length > 0) return !provenance.references.every(({ reference }) => there.has(reference));
    return definition?.none === 'unknown' || fact.value !== definition?.none.is;
  });
}

test('whatever stands in the resources, nothing is thrown and nothing is known without a source', () => {
  fc.assert(
    fc.property(mutations, now, fc.constantFrom(...orders), (changes, at, chosen) => {
      const whole: unknown = changes.reduce<unknown>((value, change) => mutated(value, change), {
        patient: PATIENT,
        order,
        people,
      });
      const parts: Record<string, unknown> = typeof whole === 'object' && whole !== null ? { ...whole } : {};
      const list: unknown[] = Array.isArray(parts.people) ? parts.people : [];
      const resources = new Map(record(people).resources);
      for (const type of resources.keys()) {
        const read = list.filter((one) => (one as Loose | null)?.resourceType === type || typeof one !== 'object');
        resources.set(type, read as FhirResource[]);
      }
      const context = { ...record(), patient: parts.patient, order: parts.order, resources } as ReferralContext;
      expect(unsupported(context, chosen, at)).toEqual([]);
      expect(() => identifyOrder(shipped.vocabulary, parts.order)).not.toThrow();
      expect(() => patientBanner(context.patient)).not.toThrow();
    }),
    { numRuns: 2000, seed: 20260601 },
  );
}, 60_000);

test('whatever stands in a Bundle, it is a record or an error with a place', () => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [PATIENT, order, ...people].map((resource, index) => ({
      fullUrl: `urn:uuid:00000000-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`,
      resource,
    })),
  };
  fc.assert(
    fc.property(mutations, now, fc.constantFrom(...orders), (changes, at, chosen) => {
      const read = contextFromBundle(changes.reduce<unknown>((value, change) => mutated(value, change), bundle));
      if ('error' in read) expect(read.pointer).toMatch(/^(\/entry.*)?$/);
      else expect(unsupported(read.context, chosen, at)).toEqual([]);
    }),
    { numRuns: 2000, seed: 20260602 },
  );
}, 60_000);

test('taking something out of the record never makes a red flag known', () => {
  fc.assert(
    fc.property(fc.subarray(people), (kept) => {
      const before = readFacts(shipped.vocabulary, ids, record(people, { order }), 'mr-lumbar-spine', NOW);
      const after = readFacts(shipped.vocabulary, ids, record(kept, { order }), 'mr-lumbar-spine', NOW);
      const gained = ids.filter((id) => after.get(id)?.known && !before.get(id)?.known);
      expect(gained.filter((id) => shipped.vocabulary.facts[id]?.none === 'unknown')).toEqual([]);
    }),
    { numRuns: 300, seed: 20260603 },
  );
}, 60_000);
