import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEvaluator } from '../../../../src/core/decision/engine.ts';
import { guideline, partialValues } from './random-guideline.ts';
import { kleene, truthOf } from './reference-logic.ts';

test('the folded engine agrees with Kleene logic on every rung, whatever is unknown', async () => {
  await fc.assert(
    fc.asyncProperty(guideline, partialValues, async (compiled, values) => {
      const { rungs } = await createEvaluator(compiled)(values);
      for (const { id, when } of compiled.rungs) expect(rungs.get(id)?.truth).toBe(truthOf(kleene(when, values)));
    }),
    { seed: 2026, numRuns: 3000 },
  );
}, 60_000);
