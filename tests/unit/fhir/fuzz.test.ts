import { expect, test } from 'vitest';
import { contextFromBundle } from '../../../src/fhir/bundle.ts';
import { fuzz } from '../../fuzz/fuzz-run.ts';
import { PATIENT, shipped } from './record.ts';

test('2,000 random resources: nothing is thrown, and no fact is known without a resource that supports it', () => {
  const { resources, known, broken } = fuzz(shipped, 2_000, 20261128);
  expect(broken).toEqual([]);
  expect(resources).toBe(2_000);
  // Not a test of nothing: much of it can be read.
  expect(known).toBeGreaterThan(250);
}, 60_000);

test('nesting that would exhaust the stack does not', () => {
  const depth = 100_000;
  const nested: unknown = JSON.parse(`${'{"contained":['.repeat(depth)}{}${']}'.repeat(depth)}`);
  const entry = [
    { resource: PATIENT },
    {
      fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000000000',
      resource: { resourceType: 'Basic', contained: [nested] },
    },
  ];
  expect(contextFromBundle({ resourceType: 'Bundle', entry })).toMatchObject({ drafts: [] });
});
