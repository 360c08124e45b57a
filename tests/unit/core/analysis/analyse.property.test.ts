import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseGuideline } from '../../../../src/core/analysis/analyse.ts';
import type { Patient } from '../../../../src/core/analysis/product.ts';
import { loweredBetween } from '../../../../src/core/analysis/red-flags.ts';
import { createInterview } from '../../../../src/core/analysis/screens.ts';
import { createSpace, DOES_NOT_APPLY } from '../../../../src/core/analysis/space.ts';
import { nextQuestions } from '../../../../src/core/decision/questions.ts';
import { createLadders, recommendationOf, rule } from '../../../../src/core/decision/ruling.ts';
import type { FactValue } from '../../../../src/core/facts/fact.ts';
import type { CompiledGuideline, ResolvedCondition } from '../../../../src/core/guideline/compile.ts';
import { isMoreUrgent } from '../../../../src/core/schema/rating.ts';
import { completions, FACTS, guideline, VALUES } from '../decision/random-guideline.ts';
import { kleene, rungOf } from '../decision/reference-logic.ts';
import { libraryOf } from './small-guideline.ts';

const EVERYBODY = completions(new Map());

function outcomeOf(compiled: CompiledGuideline, values: Patient): string {
  return kleene(compiled.appliesWhen, values) === 1 ? rungOf(compiled, values) : DOES_NOT_APPLY;
}

const holds = (compiled: CompiledGuideline, when: ResolvedCondition, values: Patient): boolean =>
  kleene(compiled.appliesWhen, values) === 1 && kleene(when, values) === 1;

/** The same patient with the negative value of a fact, and with each other value. */
function turned(fact: string, values: Patient): readonly { value: FactValue; without: Patient; withIt: Patient }[] {
  const negative = FACTS[fact]?.negative;
  if (negative === undefined || values.get(fact) !== negative) return [];
  return (VALUES[fact] ?? [])
    .filter((value) => value !== negative)
    .map((value) => ({ value, without: values, withIt: new Map([...values, [fact, value]]) }));
}

const flipsOf = (values: Patient) =>
  Object.keys(FACTS).flatMap((fact) => turned(fact, values).map((flip) => ({ fact, ...flip })));

describe('the analysis agrees with trying every patient', () => {
  test('on who reaches which rung, and every smallest patient does', () => {
    fc.assert(
      fc.property(guideline, (compiled) => {
        const { rungs } = analyseGuideline(libraryOf(compiled), compiled);
        const outcomes = new Set(EVERYBODY.map((values) => outcomeOf(compiled, values)));
        for (const rung of rungs) {
          expect(rung.kind === 'reached').toBe(outcomes.has(rung.id));
          const when = compiled.rungs.find(({ id }) => id === rung.id)?.when;
          if (when) expect(rung.kind === 'dead').toBe(!EVERYBODY.some((values) => holds(compiled, when, values)));
          if (rung.kind !== 'reached') continue;
          const like = completions(rung.patient);
          expect([...new Set(like.map((values) => outcomeOf(compiled, values)))]).toEqual([rung.id]);
        }
      }),
      { seed: 3001, numRuns: 60 },
    );
  }, 60_000);

  test('on red flags and what they lower', () => {
    let lowered = 0;
    fc.assert(
      fc.property(guideline, (compiled) => {
        const { redFlags, lowerings } = analyseGuideline(libraryOf(compiled), compiled);
        const urgent = compiled.rungs.filter(({ id }) =>
          isMoreUrgent(recommendationOf(compiled, id).urgency, 'elective'),
        );
        const flags = new Set<string>();
        for (const values of EVERYBODY)
          for (const { fact, value, without, withIt } of flipsOf(values))
            if (urgent.some(({ when }) => !holds(compiled, when, without) && holds(compiled, when, withIt)))
              flags.add(`${fact}=${String(value)}`);
        expect(new Set(redFlags?.map(({ fact, value }) => `${fact}=${String(value)}`))).toEqual(flags);
        const found = new Set<string>();
        for (const values of EVERYBODY)
          for (const { fact, value, without, withIt } of flipsOf(values)) {
            const [from, to] = [outcomeOf(compiled, without), outcomeOf(compiled, withIt)];
            if (!flags.has(`${fact}=${String(value)}`) || from === to) continue;
            if (from === DOES_NOT_APPLY || to === DOES_NOT_APPLY) continue;
            for (const { lowers } of loweredBetween(compiled, from, to))
              found.add(`${lowers} ${fact}=${String(value)} ${from} ${to}`);
          }
        const said = lowerings?.map(
          ({ lowers, flag, from, to }) => `${lowers} ${flag.fact}=${String(flag.value)} ${from} ${to}`,
        );
        expect(new Set(said)).toEqual(found);
        lowered += found.size;
      }),
      { seed: 3002, numRuns: 30 },
    );
    expect(lowered).toBeGreaterThan(20);
  }, 60_000);

  test('on urgencies that could fall', () => {
    fc.assert(
      fc.property(guideline, (compiled) => {
        const { urgencyFalls } = analyseGuideline(libraryOf(compiled), compiled);
        const found = new Set<string>();
        for (const values of EVERYBODY) {
          const reached = outcomeOf(compiled, values);
          if (reached === DOES_NOT_APPLY) continue;
          const { urgency } = recommendationOf(compiled, reached);
          for (const { id, when } of compiled.rungs)
            if (kleene(when, values) === 1 && isMoreUrgent(recommendationOf(compiled, id).urgency, urgency))
              found.add(`${id} ${reached}`);
        }
        expect(new Set(urgencyFalls?.map(({ shown, reached }) => `${shown} ${reached}`))).toEqual(found);
      }),
      { seed: 3003, numRuns: 60 },
    );
  }, 60_000);

  test('on the longest way through the screens, one patient after the other', () => {
    const screens = [
      { id: 'first', title: { da: 'Først', en: 'First' }, facts: ['cancer', 'age'], noneOfThese: false },
      { id: 'second', title: { da: 'Så', en: 'Then' }, facts: ['pattern', 'fever'], noneOfThese: true },
    ];
    fc.assert(
      fc.property(guideline, (compiled) => {
        const asked = { ...compiled, document: { ...compiled.document, screens } };
        const library = libraryOf(asked);
        const interview = createInterview(createSpace([asked]), library, [asked]);
        const ladders = createLadders(asked);
        const taken = EVERYBODY.map((patient) => {
          const values = new Map<string, FactValue>();
          for (let count = 0; ; count += 1) {
            const ruling = rule(ladders, values, 'mr-lumbar-spine');
            const guidance = ruling ? [{ ...ruling, justification: { criteria: [], facts: [] } }] : [];
            const rest = { verdict: 'undetermined' as const, urgency: null, alternatives: [], outOfService: [] };
            const [screen] = nextQuestions(library, { order: 'mr-lumbar-spine', guidance, ...rest });
            if (!screen) return count;
            for (const fact of screen.facts) values.set(fact, patient.get(fact) ?? false);
          }
        });
        expect(interview?.count(new Map(), [])?.longest).toBe(Math.max(...taken));
      }),
      { seed: 3004, numRuns: 12 },
    );
  }, 60_000);
});
