import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recompile } from '../../../../src/core/analysis/condition-site.ts';
import { createJudge, rulingOn } from '../../../../src/core/analysis/judge.ts';
import { mutate } from '../../../../src/core/analysis/mutation.ts';
import { DOES_NOT_APPLY } from '../../../../src/core/analysis/space.ts';
import { createLadders, rule } from '../../../../src/core/decision/ruling.ts';
import type { FactValue } from '../../../../src/core/facts/fact.ts';
import type { CompiledGuideline } from '../../../../src/core/guideline/compile.ts';
import type { Condition } from '../../../../src/core/schema/guideline.ts';
import type { Vignette, VignettesDocument } from '../../../../src/core/schema/vignette.ts';
import { completions, condition, guideline, partialValues } from '../decision/random-guideline.ts';
import { kleene, rungOf } from '../decision/reference-logic.ts';
import { libraryOf, smallGuideline } from './small-guideline.ts';

const EVERYBODY = completions(new Map());

/** A guideline as written in a file: two rungs, the second partly a criterion. */
const written = fc.tuple(condition, condition, condition).map((conditions) => {
  const [first, second, third] = conditions.map((one) => one as Condition) as [Condition, Condition, Condition];
  return smallGuideline(
    [
      { id: 'rung-0', when: first, mr: 'appropriate', urgency: 'emergency' },
      { id: 'rung-1', when: { any: [{ condition: 'sign' }, second] }, mr: 'may-be-appropriate' },
    ],
    {
      otherwise: { id: 'otherwise' },
      document: { criteria: { sign: { label: { da: 'tegn', en: 'sign' }, when: third } } },
    },
  );
});

function vignettes(...patients: readonly Vignette[]): VignettesDocument {
  return { now: '2026-09-01T09:00:00+02:00', order: 'mr', given: {}, vignettes: [...patients] };
}

/** What a completely known patient gets, by the reference logic: rung, ratings, urgency and the criterion. */
function seenBy(compiled: CompiledGuideline, values: ReadonlyMap<string, FactValue>): string {
  if (kleene(compiled.appliesWhen, values) !== 1) return DOES_NOT_APPLY;
  const id = rungOf(compiled, values);
  const { recommendations, otherwise } = compiled.document;
  const { ratings, urgency } = recommendations.find((rung) => rung.id === id) ?? otherwise;
  const sign = compiled.criteria.sign;
  return JSON.stringify([id, ratings, urgency, sign && kleene(sign, values), compiled.document.appliesTo.orders]);
}

describe('the mutation check', () => {
  test('reads off the ladder what the residual finds, whatever is unknown', () => {
    fc.assert(
      fc.property(guideline, partialValues, (compiled, values) => {
        expect(rulingOn(compiled, values, 'mr-lumbar-spine')).toEqual(
          rule(createLadders(compiled), values, 'mr-lumbar-spine'),
        );
      }),
      { seed: 2031, numRuns: 600 },
    );
  });

  test('calls a mutant equivalent only where trying every patient shows no difference', () => {
    let equivalents = 0;
    fc.assert(
      fc.property(written, (compiled) => {
        const { equivalent, undecided } = mutate(libraryOf(compiled), compiled, vignettes());
        expect(undecided).toEqual([]);
        for (const { document, change } of equivalent) {
          equivalents += 1;
          const mutated = recompile(compiled, document);
          const different = EVERYBODY.find((values) => seenBy(compiled, values) !== seenBy(mutated, values));
          expect([change, different]).toEqual([change, undefined]);
        }
      }),
      { seed: 2032, numRuns: 15 },
    );
    expect(equivalents).toBeGreaterThan(30);
  }, 60_000);

  test('gives with every survivor a vignette that the guideline passes and the mutant fails', () => {
    let survivors = 0;
    fc.assert(
      fc.property(written, (compiled) => {
        const library = libraryOf(compiled);
        for (const { mutant, draft } of mutate(library, compiled, vignettes()).survivors) {
          survivors += 1;
          const judge = createJudge(library, compiled, vignettes({ name: 'Foreslået vignet', ...draft }));
          expect([mutant.change, judge(compiled)]).toEqual([mutant.change, null]);
          expect([mutant.change, judge(recompile(compiled, mutant.document))]).toEqual([mutant.change, 0]);
        }
      }),
      { seed: 2033, numRuns: 40 },
    );
    expect(survivors).toBeGreaterThan(1000);
  }, 60_000);
});
