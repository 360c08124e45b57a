import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEvaluator } from '../../../../src/core/decision/engine.ts';
import type { CompiledGuideline, ResolvedCondition } from '../../../../src/core/guideline/compile.ts';
import { condition, guideline, partialValues } from './random-guideline.ts';
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

/** Criteria that stand in rungs, in each other and under a "not". */
const withCriteria = fc
  .record({ guideline, first: condition, beside: condition, other: condition })
  .map(({ guideline: compiled, first, beside, other }): CompiledGuideline => {
    const named = (when: ResolvedCondition, name: string): ResolvedCondition => ({ ...when, name });
    const second: ResolvedCondition = { all: [named(first, 'first'), beside] };
    const rungs = [
      { id: 'one', when: named(first, 'first') },
      { id: 'within', when: { any: [named(second, 'second'), other] } },
      { id: 'turned', when: { not: { all: [named(first, 'first'), named(second, 'second')] } } },
    ];
    return { ...compiled, criteria: { first, second }, rungs: [...compiled.rungs, ...rungs] };
  });

test('a criterion means the same wherever it stands', async () => {
  await fc.assert(
    fc.asyncProperty(withCriteria, partialValues, async (compiled, values) => {
      const { criteria, rungs } = await createEvaluator(compiled)(values);
      for (const [id, when] of Object.entries(compiled.criteria))
        expect(criteria.get(id)?.truth).toBe(truthOf(kleene(when, values)));
      for (const { id, when } of compiled.rungs) expect(rungs.get(id)?.truth).toBe(truthOf(kleene(when, values)));
    }),
    { seed: 2031, numRuns: 1000 },
  );
}, 60_000);

test('evaluations that begin while others end give the same as one after the other', async () => {
  const [compiled] = fc.sample(withCriteria, { seed: 2032, numRuns: 1 });
  const patients = fc.sample(partialValues, { seed: 2033, numRuns: 60 });
  if (compiled === undefined) throw new Error('no guideline was made');
  const evaluate = createEvaluator(compiled);
  const overlapping = patients.map(async (values, at) => {
    for (let turns = 0; turns < at; turns += 1) await Promise.resolve();
    return evaluate(values);
  });
  const together = await Promise.all(overlapping);
  for (const [at, values] of patients.entries()) expect(together[at]).toEqual(await createEvaluator(compiled)(values));
});
