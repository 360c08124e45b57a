import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../../src/core/decision/change.ts';
import { counterfactuals } from '../../../../src/core/decision/counterfactual.ts';
import { createDecider, decide } from '../../../../src/core/decision/decide.ts';
import { createLadders, type Ladders, rule } from '../../../../src/core/decision/ruling.ts';
import { answeredFact, type FactValue } from '../../../../src/core/facts/fact.ts';
import { type CompiledGuideline, leavesOf } from '../../../../src/core/guideline/compile.ts';
import { guideline, partialValues, VALUES } from './random-guideline.ts';

const ORDER = 'mr-lumbar-spine';
/** No finding and no answer makes a patient older. */
const mayChange = (fact: string) => fact !== 'age';

type Values = ReadonlyMap<string, FactValue>;

function changed(values: Values, changes: readonly Change[]): Values {
  return new Map([...values, ...changes.map(({ fact, value }): [string, FactValue] => [fact, value])]);
}

/** The facts that may change: none of those that decide whether the guideline applies. */
function freeFacts({ appliesWhen }: CompiledGuideline): readonly string[] {
  const fixed = leavesOf(appliesWhen).map(({ fact }) => fact);
  return Object.keys(VALUES).filter((fact) => mayChange(fact) && !fixed.includes(fact));
}

/** Every set of so many changes that could be named. */
function changesOf(values: Values, count: number, from: readonly string[]): readonly Change[][] {
  if (count === 0) return [[]];
  return from.flatMap((fact, at) => {
    const others = (VALUES[fact] ?? []).filter((value) => value !== values.get(fact));
    const rest = changesOf(values, count - 1, from.slice(at + 1));
    return others.flatMap((value) => rest.map((more) => [{ fact, value }, ...more]));
  });
}

/** The rung a patient reaches for certain, with the rating of the draft; null while open or where it does not apply. */
function settled(
  ladders: Ladders,
  values: Values,
): { readonly recommendation: string; readonly verdict: string } | null {
  const ruling = rule(ladders, values, ORDER);
  return ruling?.recommendation ? { recommendation: ruling.recommendation, verdict: ruling.verdict } : null;
}

const patient = fc.record({ compiled: guideline, values: partialValues });

describe('what would change the answer', () => {
  test('really gives that recommendation and another verdict, and no smaller change gives it', () => {
    let told = 0;
    fc.assert(
      fc.property(patient, ({ compiled, values }) => {
        const ladders = createLadders(compiled);
        const now = settled(ladders, values);
        if (!now) return;
        for (const { recommendation, verdict, ways } of counterfactuals(
          compiled,
          values,
          ORDER,
          now.recommendation,
          mayChange,
        )) {
          expect(verdict).not.toBe(now.verdict);
          for (const way of ways) {
            told += 1;
            expect(freeFacts(compiled)).toEqual(expect.arrayContaining(way.map(({ fact }) => fact)));
            const then = rule(ladders, changed(values, way), ORDER);
            expect(then).toMatchObject({ recommendation, verdict });
            for (let fewer = 1; fewer < way.length; fewer += 1)
              for (const smaller of changesOf(values, fewer, freeFacts(compiled)))
                expect(settled(ladders, changed(values, smaller))?.recommendation).not.toBe(recommendation);
          }
        }
      }),
      { seed: 5, numRuns: 1000 },
    );
    expect(told).toBeGreaterThan(200);
  }, 60_000);

  test('is told of every recommendation with another verdict that one or two changed facts reach', () => {
    let reached = 0;
    fc.assert(
      fc.property(patient, ({ compiled, values }) => {
        const ladders = createLadders(compiled);
        const now = settled(ladders, values);
        const free = freeFacts(compiled);
        if (!now) return;
        const told = counterfactuals(compiled, values, ORDER, now.recommendation, mayChange).map(
          (one) => one.recommendation,
        );
        for (const changes of [...changesOf(values, 1, free), ...changesOf(values, 2, free)]) {
          reached += 1;
          const then = settled(ladders, changed(values, changes));
          if (then && then.verdict !== now.verdict) expect(told).toContain(then.recommendation);
        }
      }),
      { seed: 6, numRuns: 800 },
    );
    expect(reached).toBeGreaterThan(1000);
  }, 60_000);

  test('stands when the rules engine decides the changed patient', async () => {
    await fc.assert(
      fc.asyncProperty(patient, async ({ compiled, values }) => {
        const decider = createDecider(compiled);
        const now = settled(decider, values);
        if (!now) return;
        const [first] = counterfactuals(compiled, values, ORDER, now.recommendation, mayChange);
        const [way] = first?.ways ?? [];
        if (!first || !way) return;
        const facts = [...changed(values, way)].map(([id, value]) => [id, answeredFact(value)] as const);
        const guidance = await decide(decider, new Map(facts), ORDER);
        expect(guidance?.recommendation).toBe(first.recommendation);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
