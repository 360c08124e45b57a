import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBehaviour } from '../../../../src/core/analysis/behaviour.ts';
import type { Patient } from '../../../../src/core/analysis/product.ts';
import { DOES_NOT_APPLY } from '../../../../src/core/analysis/space.ts';
import { demandedStep, isRaised } from '../../../../src/core/analysis/version-step.ts';
import { ratingIn, recommendationOf } from '../../../../src/core/decision/ruling.ts';
import type { CompiledGuideline } from '../../../../src/core/guideline/compile.ts';
import { completions, FACTS, guideline, VALUES } from '../decision/random-guideline.ts';
import { kleene, rungOf } from '../decision/reference-logic.ts';
import { is, type Rung, smallGuideline } from './small-guideline.ts';

const both = { mr: 'appropriate', xr: 'appropriate' } as const;
const feverish: Rung = { id: 'feverish', when: is('fever'), ...both, urgency: 'same-day' };
const from = (age: number): Rung => ({
  id: 'old',
  when: { fact: 'age', operator: 'greaterThanInclusive', value: age },
  mr: 'may-be-appropriate',
  xr: 'not-appropriate',
});

function compare(before: CompiledGuideline, after: CompiledGuideline) {
  const diff = compareBehaviour(before, after);
  if (diff === null) throw new Error('too large');
  return { ...diff, step: demandedStep(before.document, after.document, diff) };
}

describe('two versions of a guideline', () => {
  test('the same one demands nothing, whatever its version, status and approval say', () => {
    const again = smallGuideline([feverish], { document: { version: '2.0.0', status: 'draft' } });
    expect(compare(smallGuideline([feverish]), again)).toEqual({ answers: [], questions: [], shown: [], step: null });
  });

  test('a threshold moved by one changes the answer of those between, and nobody else', () => {
    const { answers, step } = compare(smallGuideline([from(65)]), smallGuideline([from(66)]));
    expect(answers).toEqual([
      {
        from: 'old',
        to: 'nothing',
        verdicts: [{ order: 'mr', before: 'may-be-appropriate', after: 'not-appropriate' }],
        patient: new Map([['age', 65]]),
      },
    ]);
    expect(step).toBe('major');
  });

  test('another urgency alone demands a major step', () => {
    const { answers, step } = compare(
      smallGuideline([feverish]),
      smallGuideline([{ ...feverish, urgency: 'emergency' }]),
    );
    expect(answers).toMatchObject([{ verdicts: [], urgency: { before: 'same-day', after: 'emergency' } }]);
    expect(step).toBe('major');
  });

  test('to speak to more patients demands a minor step, to fewer a major one', () => {
    const few = smallGuideline([feverish], { appliesWhen: is('trauma') });
    const more = smallGuideline([feverish], { appliesWhen: { any: [is('trauma'), is('cancer')] } });
    expect(compare(few, more)).toMatchObject({ step: 'minor', answers: [{ from: null }, { from: null }] });
    expect(compare(more, few)).toMatchObject({ step: 'major', answers: [{ to: null }, { to: null }] });
  });

  test('to speak about one more examination demands a minor step', () => {
    const more = smallGuideline([feverish], { document: { appliesTo: { orders: ['mr', 'xr', 'ct'], when: ANYBODY } } });
    const { answers, step } = compare(smallGuideline([feverish]), more);
    expect(answers[0]?.verdicts).toEqual([{ order: 'ct', before: null, after: 'no-criteria-apply' }]);
    expect(step).toBe('minor');
  });

  test('a retired guideline has nothing more to say: a major step', () => {
    const retired = smallGuideline([feverish], { document: { status: 'retired' } });
    expect(compare(smallGuideline([feverish]), retired)).toMatchObject({
      step: 'major',
      answers: [{ to: null }, { to: null }],
    });
  });

  test('a rung split in two with the same ratings asks more, and demands a minor step', () => {
    const split: Rung = { ...feverish, id: 'feverish-and-hurt', when: { all: [is('fever'), is('trauma')] } };
    const { answers, questions, step } = compare(smallGuideline([feverish]), smallGuideline([split, feverish]));
    expect(answers).toMatchObject([{ from: 'feverish', to: 'feverish-and-hurt', verdicts: [] }]);
    expect(questions).toEqual([{ fact: 'trauma', now: 'asked', patient: new Map([['fever', true]]) }]);
    expect(step).toBe('minor');
  });

  test('a rung that also holds below another shows its urgency at another time: a minor step', () => {
    const above: Rung = { id: 'hurt', when: is('trauma'), ...both, urgency: 'emergency' };
    const wider: Rung = { ...feverish, when: { any: [is('fever'), is('trauma')] } };
    const { answers, shown, step } = compare(smallGuideline([above, feverish]), smallGuideline([above, wider]));
    expect(answers).toEqual([]);
    expect(shown).toEqual([
      {
        rung: 'feverish',
        patient: new Map<string, boolean>([
          ['trauma', true],
          ['fever', false],
        ]),
      },
    ]);
    expect(step).toBe('minor');
  });

  test('questions grouped otherwise demand a minor step, other words a patch', () => {
    const text = { da: 'andet', en: 'other' };
    const screen = { id: 'signs', title: text, facts: ['fever'], noneOfThese: true };
    const grouped = smallGuideline([feverish], { screens: [screen] });
    expect(compare(smallGuideline([feverish]), grouped).step).toBe('minor');
    expect(compare(smallGuideline([feverish]), smallGuideline([feverish], { document: { title: text } })).step).toBe(
      'patch',
    );
  });

  test('too large to compare is said, not guessed', () => {
    expect(compareBehaviour(smallGuideline([feverish]), smallGuideline([from(65)]), 0)).toBeNull();
  });

  test('a fact that has become one of another type is not compared', () => {
    const { fever, age, ...rest } = FACTS;
    const retyped = {
      ...rest,
      fever: { ...age, ...(fever ? { label: fever.label } : {}) } as (typeof FACTS)[string],
    };
    const hot: Rung = { ...feverish, when: { fact: 'fever', operator: 'greaterThan', value: 38 } };
    const cancer = { appliesWhen: { any: [is('cancer'), is('cancer', false)] } };
    const after = smallGuideline([hot], { facts: retyped, ...cancer });
    expect(compareBehaviour(smallGuideline([feverish], cancer), after)).toBeNull();
  });
});

describe('the version step', () => {
  test.each([
    ['1.2.3', '2.0.0', 'major', true],
    ['1.2.3', '1.3.0', 'major', false],
    ['1.2.3', '1.3.0', 'minor', true],
    ['1.2.3', '1.2.4', 'minor', false],
    ['1.2.3', '1.2.4', 'patch', true],
    ['1.2.3', '1.2.3', 'patch', false],
    ['1.2.3', '1.2.3', null, true],
    ['1.2.3', '1.2.2', null, false],
    ['0.1.0', '0.2.0', 'major', true],
    ['0.1.0', '0.1.1', 'major', false],
  ] as const)('from %s to %s is enough for %s: %s', (before, after, step, enough) => {
    expect(isRaised(before, after, step)).toBe(enough);
  });
});

const ANYBODY = { any: [is('fever'), { not: is('fever') }] };
const EVERYBODY = completions(new Map());

function outcomeOf(compiled: CompiledGuideline, values: Patient): string {
  return kleene(compiled.appliesWhen, values) === 1 ? rungOf(compiled, values) : DOES_NOT_APPLY;
}

function answerOf(compiled: CompiledGuideline, outcome: string): string {
  if (outcome === DOES_NOT_APPLY) return outcome;
  const recommendation = recommendationOf(compiled, outcome);
  const ratings = compiled.document.appliesTo.orders.map((order) => ratingIn(recommendation, order));
  return [outcome, ...ratings, recommendation.urgency].join();
}

test('the comparison agrees with trying every patient on two random guidelines', () => {
  fc.assert(
    fc.property(guideline, guideline, (before, after) => {
      const { answers, questions } = compare(before, after);
      const changed = new Set<string>();
      for (const values of EVERYBODY) {
        const [old, now] = [outcomeOf(before, values), outcomeOf(after, values)];
        if (answerOf(before, old) !== answerOf(after, now)) changed.add(`${old} ${now}`);
      }
      const words = (rung: string | null): string => rung ?? DOES_NOT_APPLY;
      expect(new Set(answers.map((change) => `${words(change.from)} ${words(change.to)}`))).toEqual(changed);
      for (const { patient, ...change } of answers)
        for (const values of completions(patient))
          expect([outcomeOf(before, values), outcomeOf(after, values)]).toEqual([words(change.from), words(change.to)]);
      const asked = new Set<string>();
      for (const values of EVERYBODY)
        for (const fact of Object.keys(FACTS)) {
          const others = (VALUES[fact] ?? []).map((value) => new Map([...values, [fact, value]]));
          const sides = [before, after].map((compiled) => new Set(others.map((one) => outcomeOf(compiled, one))));
          const [old, now] = sides.map(({ size }) => size > 1);
          const silent = sides.some((side) => side.size === 1 && side.has(DOES_NOT_APPLY));
          if (!silent && old !== now) asked.add(`${fact} ${now ? 'asked' : 'not asked'}`);
        }
      expect(new Set(questions.map(({ fact, now }) => `${fact} ${now}`))).toEqual(asked);
    }),
    { seed: 3010, numRuns: 15 },
  );
}, 60_000);
