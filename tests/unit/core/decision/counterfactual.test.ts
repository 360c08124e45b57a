import { describe, expect, test } from 'vitest';
import type { Way } from '../../../../src/core/decision/change.ts';
import { counterfactuals } from '../../../../src/core/decision/counterfactual.ts';
import type { FactValue } from '../../../../src/core/facts/fact.ts';
import { shippedLibrary } from '../../widget/fake-session.ts';

/** What would change the answer on an MR of the lumbar spine, for somebody in whom nothing was found but what is given. */
async function told(reached: string, given: Readonly<Record<string, FactValue>>) {
  const guideline = (await shippedLibrary()).guidelines.find(({ document }) => document.id === 'low-back-pain-imaging');
  if (!guideline) throw new Error('there is no guideline for low back pain');
  const nothingFound = Object.entries(guideline.facts).flatMap(([id, { negative }]): [string, FactValue][] =>
    negative === undefined ? [] : [[id, negative]],
  );
  const values = new Map([...nothingFound, ['reason', ['low-back-pain']] as const, ...Object.entries(given)]);
  const found = counterfactuals(guideline, values, 'mr-lumbar-spine', reached, (fact) => fact !== 'age');
  return new Map(
    found.map(({ recommendation, verdict, ways }) => [recommendation, { verdict, ways: ways.map(words) }]),
  );
}

function words(way: Way): string {
  return way.map(({ fact, value }) => `${fact}: ${value}`).join(' and ');
}

describe('plain low back pain', () => {
  test('one sign alone would make an MR something to consider, and that is told first', async () => {
    const [first] = await told('no-red-flags', { age: 45 });
    expect(first).toEqual([
      'single-warning-sign',
      { verdict: 'may-be-appropriate', ways: ['night-or-rest-pain: true', 'unexplained-weight-loss: true'] },
    ]);
  });

  test('it takes two changes for the surgical question, and the weeks go no further than they must', async () => {
    const found = await told('no-red-flags', { age: 45, 'weeks-of-treatment': 2 });
    expect(found.get('persistent-with-surgical-question')).toEqual({
      verdict: 'appropriate',
      ways: ['surgery-considered: true and weeks-of-treatment: 6'],
    });
  });

  test('a fracture would not be suspected because the patient were older: the age is what it is', async () => {
    const { ways } = (await told('no-red-flags', { age: 69 })).get('suspected-fragility-fracture') ?? { ways: [] };
    expect(ways.length).toBeGreaterThan(0);
    expect(ways.join()).not.toContain('age');
  });
});

test('where the surgical question supports the MR, it falls with the question or with too few weeks', async () => {
  const found = await told('persistent-with-surgical-question', {
    age: 45,
    'surgery-considered': true,
    'weeks-of-treatment': 8,
  });
  expect(found.get('no-red-flags')).toEqual({
    verdict: 'not-appropriate',
    ways: ['weeks-of-treatment: 5', 'surgery-considered: false'],
  });
});
