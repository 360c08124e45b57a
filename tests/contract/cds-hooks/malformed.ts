import fc from 'fast-check';
import type { HooksRequest } from '../../../src/cds-hooks/http.ts';
import { answeredPerson, hookCall, personRecord } from './exchange.ts';

const CALLS: readonly unknown[] = [
  hookCall('order-sign', await answeredPerson('two-drafts')),
  hookCall('order-select', personRecord('known-breast-cancer')),
  {
    feedback: [
      {
        card: '4e0a3a1e-3283-4575-ab82-028d55fe2719',
        outcome: 'accepted',
        acceptedSuggestions: [{ id: 'e56e1945-20b3-4393-8503-a1a20fd73152' }],
        outcomeTimestamp: '2026-11-01T09:00:00Z',
      },
    ],
  },
];
const PATHS = [
  '/cds-services/imaging-order-sign',
  '/cds-services/imaging-order-select',
  '/cds-services/imaging-order-sign/feedback',
];

/** Values where something else belongs: wrong types, hostile names, long texts, deep nests. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, '', [], {}, [[]], [null], '__proto__', 'x'.repeat(50_000)),
  fc.constantFrom<unknown>({ resourceType: 'Bundle' }, { resourceType: 'Patient' }, { reference: 'Patient/../../x' }),
  fc.constantFrom<unknown>({ coding: 'x' }, { coding: [null] }, [{ coding: [{ system: 1, code: {} }] }], 'Patient/2'),
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

/** A valid call in which some places, however deep, hold something else, or nothing. */
const mutated: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...CALLS),
    fc.array(fc.tuple(fc.array(fc.nat(1_000), { minLength: 2, maxLength: 9 }), fc.option(strange)), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([call, changes]) => {
    const copy: unknown = structuredClone(call);
    for (const [path, value] of changes) changeAt(copy, path, value);
    return JSON.stringify(copy);
  });

const bodies: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: mutated },
  { weight: 1, arbitrary: fc.tuple(mutated, fc.nat(2_000)).map(([text, at]) => text.slice(0, at)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 500 }) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.constantFrom('', 'null', '[]', '{}', '"x"', '['.repeat(100_000), '{"a":'.repeat(50_000)) },
);

const requests: fc.Arbitrary<HooksRequest> = fc.record({
  method: fc.oneof(
    { weight: 12, arbitrary: fc.constant('POST') },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'DELETE', 'OPTIONS') },
  ),
  path: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...PATHS) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '/',
        '/cds-services',
        '/cds-services/',
        '/cds-services/__proto__',
        '/%00',
        '/metrics',
        '//x',
      ),
    },
  ),
  headers: fc.oneof(
    { weight: 12, arbitrary: fc.constant({ 'content-type': 'application/json' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Readonly<Record<string, string>>>(
        { 'content-type': 'text/html' },
        { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        { 'content-type': 'application/json', authorization: 'Bearer x.y.z', origin: 'null' },
        {},
      ),
    },
  ),
  body: bodies,
});

/** Requests that are wrong in every way a client can be wrong; the same ones for the same seed. */
export function malformedRequests(count: number, seed: number): readonly HooksRequest[] {
  return fc.sample(requests, { numRuns: count, seed });
}

/** The statuses that such requests may be answered with: none is a failure of the service. */
export const EXPECTED_STATUSES: readonly number[] = [200, 204, 400, 404, 405, 412, 413, 415];

/** Goes down by the numbers, whatever is there, and changes what it finds at the end. */
function changeAt(root: unknown, path: readonly number[], value: unknown): void {
  let here: unknown = root;
  for (const [depth, number] of path.entries()) {
    if (typeof here !== 'object' || here === null) return;
    const members: Record<string, unknown> = here as Record<string, unknown>;
    const names = Object.keys(members);
    const name = names[number % Math.max(1, names.length)];
    if (name === undefined) return;
    const next: unknown = members[name];
    const isLast = depth === path.length - 1 || typeof next !== 'object' || next === null;
    if (!isLast) {
      here = next;
      continue;
    }
    if (value === null) delete members[name];
    else members[name] = structuredClone(value);
    return;
  }
}
