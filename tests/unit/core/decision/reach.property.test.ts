import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDecider } from '../../../../src/core/decision/decide.ts';
import { completions, FACTS, guideline, partialValues, VALUES } from './random-guideline.ts';
import { rungOf } from './reference-logic.ts';

describe('what is reachable and what is asked', () => {
  test('engine and residual agree: outcomes and questions are those of trying every completion', () => {
    fc.assert(
      fc.property(guideline, partialValues, (compiled, values) => {
        const { reacher, ladder } = createDecider(compiled);
        const reach = reacher.reach(ladder, values);
        const rungs = new Map(completions(values).map((filled) => [key(filled), rungOf(compiled, filled)]));
        expect(reach.exact).toBe(true);
        expect([...reach.outcomes].sort()).toEqual([...new Set(rungs.values())].sort());
        const matters = Object.keys(FACTS).filter(
          (fact) =>
            !values.has(fact) &&
            completions(values).some((filled) =>
              VALUES[fact]?.some(
                (value) => rungs.get(key(filled)) !== rungs.get(key(new Map([...filled, [fact, value]]))),
              ),
            ),
        );
        expect([...reach.asks].sort()).toEqual(matters.sort());
      }),
      { seed: 2027, numRuns: 2000 },
    );
  }, 120_000);
});

function key(values: ReadonlyMap<string, unknown>): string {
  return Object.keys(FACTS)
    .map((fact) => String(values.get(fact)))
    .join('|');
}
