import { describe, expect, test } from 'vitest';
import { mutate } from '../../src/core/analysis/mutation.ts';
import { shippedGuidelines } from './shipped.ts';

const { library, guidelines } = await shippedGuidelines();

describe.each(guidelines)('$id', ({ guideline, vignettes }) => {
  const { killed, equivalent, survivors, undecided } = mutate(library, guideline, vignettes);

  test('every small mistake fails a vignette, or is proved to change nothing', () => {
    expect(survivors.map(({ mutant }) => mutant.change.en)).toEqual([]);
    expect(undecided.map(({ change }) => change.en)).toEqual([]);
    expect(killed.length).toBeGreaterThan(10 * guideline.rungs.length);
  });

  test('no rating, no urgency and no threshold is written in vain', () => {
    const idle = equivalent.filter(({ kind }) => kind === 'rating' || kind === 'urgency' || kind === 'threshold');
    expect(idle.map(({ change }) => change.en)).toEqual([]);
  });

  test('a threshold of a parameter moved by a step fails a vignette, in both directions', () => {
    const moved = killed.filter(({ mutant }) => mutant.kind === 'threshold' && mutant.path[0] === 'parameters');
    expect(moved.length).toBe(2 * Object.keys(guideline.document.parameters).length);
  });
});
