import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDecider } from '../../../../src/core/decision/decide.ts';
import { createReacher } from '../../../../src/core/decision/reach.ts';
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

  test('the outcomes turn on exactly the known facts of which another value gives others', () => {
    let turning = 0;
    fc.assert(
      fc.property(guideline, partialValues, (compiled, values) => {
        const { reacher, ladder } = createDecider(compiled);
        const { outcomes } = reacher.reach(ladder, values);
        const known = [...values.keys()];
        const turned = known.filter((fact) =>
          VALUES[fact]?.some((value) => {
            const then = reacher.reach(ladder, new Map([...values, [fact, value]]));
            return then.outcomes.join() !== outcomes.join();
          }),
        );
        turning += turned.length;
        expect([...reacher.turnedBy(ladder, values, outcomes, known, () => true)].sort()).toEqual(turned.sort());
      }),
      { seed: 2034, numRuns: 400 },
    );
    expect(turning).toBeGreaterThan(200);
  }, 60_000);

  test('what was remembered of earlier patients changes nothing', () => {
    fc.assert(
      fc.property(guideline, fc.array(partialValues, { minLength: 2, maxLength: 5 }), (compiled, patients) => {
        const { ladder } = createDecider(compiled);
        const remembering = createReacher(compiled);
        const forgetting = createReacher(compiled, 0);
        for (const values of patients) {
          const reach = remembering.reach(ladder, values);
          expect(forgetting.reach(ladder, values)).toEqual(reach);
          const known = [...values.keys()];
          expect(forgetting.turnedBy(ladder, values, reach.outcomes, known, () => true)).toEqual(
            remembering.turnedBy(ladder, values, reach.outcomes, known, () => true),
          );
        }
      }),
      { seed: 2035, numRuns: 200 },
    );
  }, 60_000);
});

function key(values: ReadonlyMap<string, unknown>): string {
  return Object.keys(FACTS)
    .map((fact) => String(values.get(fact)))
    .join('|');
}
