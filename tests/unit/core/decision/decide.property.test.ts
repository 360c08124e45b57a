import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDecider, decide } from '../../../../src/core/decision/decide.ts';
import { answeredFact, type Facts, type FactValue } from '../../../../src/core/facts/fact.ts';
import { isMoreUrgent } from '../../../../src/core/schema/rating.ts';
import { completions, guideline, partialValues, VALUES } from './random-guideline.ts';
import { rungOf } from './reference-logic.ts';

const factsOf = (values: ReadonlyMap<string, FactValue>): Facts =>
  new Map([...values].map(([id, value]) => [id, answeredFact(value)]));

describe('laws of a decision', () => {
  test('learning more never flips a decided recommendation', async () => {
    await fc.assert(
      fc.asyncProperty(guideline, partialValues, fc.nat(), async (compiled, values, choice) => {
        const decider = createDecider(compiled);
        const before = await decide(decider, factsOf(values), 'mr-lumbar-spine');
        const fillings = completions(values);
        const filled = fillings[choice % fillings.length] ?? values;
        const after = await decide(decider, factsOf(filled), 'mr-lumbar-spine');
        if (before?.recommendation != null) expect(after?.recommendation).toBe(before.recommendation);
        if (before === null) expect(after).toBeNull();
        if (after !== null) expect(after.recommendation).toBe(rungOf(compiled, filled));
      }),
      { seed: 2028, numRuns: 2000 },
    );
  }, 60_000);

  test('answering all that is asked, as often as it is asked, always settles it', async () => {
    await fc.assert(
      fc.asyncProperty(
        guideline,
        partialValues,
        fc.array(fc.nat(), { minLength: 6 }),
        async (compiled, values, choices) => {
          const decider = createDecider(compiled);
          const answers = new Map(values);
          let guidance = await decide(decider, factsOf(answers), 'mr-lumbar-spine');
          for (let round = 0; guidance !== null && guidance.recommendation === null; round += 1) {
            expect(guidance.asks.length).toBeGreaterThan(0);
            expect(round).toBeLessThan(12);
            const answered = guidance.applies === 'yes' ? guidance.asks : guidance.asks.slice(0, 1);
            for (const [index, fact] of answered.entries()) {
              const offered = VALUES[fact] ?? [];
              answers.set(fact, offered[(choices[index] ?? 0) % offered.length] ?? false);
            }
            const next = await decide(decider, factsOf(answers), 'mr-lumbar-spine');
            if (guidance.applies === 'yes') expect(next?.recommendation).not.toBeNull();
            guidance = next;
          }
        },
      ),
      { seed: 2029, numRuns: 2000 },
    );
  }, 60_000);

  test('an open verdict against imaging never hides a more urgent answer that is still possible', async () => {
    let open = 0;
    await fc.assert(
      fc.asyncProperty(guideline, partialValues, async (compiled, values) => {
        const guidance = await decide(createDecider(compiled), factsOf(values), 'mr-lumbar-spine');
        if (guidance === null || guidance.recommendation !== null || guidance.verdict === 'undetermined') return;
        open += 1;
        const possible = completions(values).map((filled) => rungOf(compiled, filled));
        const reached = [...compiled.document.recommendations, compiled.document.otherwise].filter(({ id }) =>
          possible.includes(id),
        );
        expect(new Set(reached.map(({ ratings }) => ratings['mr-lumbar-spine']))).toEqual(new Set([guidance.verdict]));
        if (guidance.verdict === 'appropriate' || guidance.verdict === 'may-be-appropriate') return;
        for (const { urgency } of reached) expect(isMoreUrgent(urgency, guidance.urgency)).toBe(false);
      }),
      { seed: 2030, numRuns: 3000 },
    );
    expect(open).toBeGreaterThan(20);
  }, 60_000);
});
