import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assess } from '../../src/core/decision/assess.ts';
import type { FactValue } from '../../src/core/facts/fact.ts';
import { givenFacts } from '../../src/core/vignette/case.ts';
import { loadLibrary } from '../../src/library/disk.ts';

const { library } = await loadLibrary(join(import.meta.dirname, '../../rules'));

/** Facts that decide, for a patient in whom everything else that can be denied is denied. */
async function decisive(order: string, given: Readonly<Record<string, FactValue>>): Promise<readonly string[]> {
  const denied = Object.entries(library.vocabulary.facts).flatMap(([id, { negative }]) =>
    negative === undefined ? [] : [[id, negative] as const],
  );
  const { guidance } = await assess(library, givenFacts({ ...Object.fromEntries(denied), ...given }), order);
  return guidance
    .flatMap(({ justification }) => justification.facts)
    .flatMap(({ id, decisive: is }) => (is ? [id] : []));
}

test.each([
  ['a simple syncope', 'ct-head', { reason: ['syncope'], age: 48 }],
  ['plain low back pain', 'mr-lumbar-spine', { reason: ['low-back-pain'], age: 45 }],
  ['an unspecific cough', 'xr-chest', { reason: ['respiratory-symptoms'], age: 55 }],
  ['a minimal head injury', 'ct-head', { reason: ['head-trauma'], age: 34, gcs: 15, 'hours-since-injury': 3 }],
])(
  'the age of an adult decides nothing in %s: it only says that the guideline covers the patient',
  async (_, order, given) => {
    const found = await decisive(order, given);
    expect(found).not.toContain('age');
    expect(found.length).toBeGreaterThan(1);
  },
);

test('the age decides where it is counted: a fall at 70, and being a child', async () => {
  const fall = { reason: ['low-back-pain'], 'low-energy-trauma-or-sudden-pain': true };
  expect(await decisive('mr-lumbar-spine', { ...fall, age: 70 })).toContain('age');
  expect(await decisive('mr-lumbar-spine', { ...fall, age: 69, osteoporosis: true })).not.toContain('age');
  expect(await decisive('mr-lumbar-spine', { reason: ['low-back-pain'], age: 17 })).toContain('age');
});
