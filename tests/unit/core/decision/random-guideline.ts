import fc from 'fast-check';
import type { FactValue } from '../../../../src/core/facts/fact.ts';
import type { CompiledGuideline, ResolvedCondition, ResolvedLeaf } from '../../../../src/core/guideline/compile.ts';
import type { Recommendation } from '../../../../src/core/schema/guideline.ts';
import { RATINGS, URGENCIES } from '../../../../src/core/schema/rating.ts';
import type { FactDefinition } from '../../../../src/core/schema/vocabulary.ts';

const text = { da: 'tekst', en: 'text' };
const base = { label: text, question: text, read: [], hints: [], none: 'unknown' as const };

/** Six facts, one or more of each type. */
export const FACTS: Readonly<Record<string, FactDefinition>> = {
  fever: { ...base, type: 'boolean', negative: false },
  trauma: { ...base, type: 'boolean', negative: false },
  cancer: { ...base, type: 'boolean', negative: false },
  age: { ...base, type: 'number', unit: 'year', min: 0, max: 120, step: 1, suggestions: [] },
  pattern: {
    ...base,
    type: 'choice',
    multiple: false,
    choices: [
      { id: 'none', label: text },
      { id: 'mild', label: text },
      { id: 'severe', label: text },
    ],
    negative: 'none',
  },
  reason: {
    ...base,
    type: 'choice',
    multiple: true,
    choices: [
      { id: 'back', label: text },
      { id: 'head', label: text },
      { id: 'other', label: text },
    ],
  },
};

/** Every value a person could give, wide enough to stand on both sides of every threshold below. */
export const VALUES: Readonly<Record<string, readonly FactValue[]>> = {
  fever: [true, false],
  trauma: [true, false],
  cancer: [true, false],
  age: [0, 17, 18, 19, 64, 65, 66, 120],
  pattern: ['none', 'mild', 'severe'],
  reason: [['back'], ['head'], ['back', 'head'], ['other']],
};

const leaf = fc.oneof(
  fc.record({
    fact: fc.constantFrom('fever', 'trauma', 'cancer'),
    operator: fc.constantFrom('equal' as const, 'notEqual' as const),
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant('age'),
    operator: fc.constantFrom(
      'equal' as const,
      'notEqual' as const,
      'lessThan' as const,
      'lessThanInclusive' as const,
      'greaterThan' as const,
      'greaterThanInclusive' as const,
    ),
    value: fc.constantFrom(18, 65),
  }),
  fc.record({
    fact: fc.constant('pattern'),
    operator: fc.constantFrom('equal' as const, 'notEqual' as const),
    value: fc.constantFrom('none', 'mild', 'severe'),
  }),
  fc.record({
    fact: fc.constant('pattern'),
    operator: fc.constantFrom('in' as const, 'notIn' as const),
    value: fc.constantFrom(['none'], ['mild', 'severe']),
  }),
  fc.record({
    fact: fc.constant('reason'),
    operator: fc.constantFrom('contains' as const, 'doesNotContain' as const),
    value: fc.constantFrom('back', 'head'),
  }),
) satisfies fc.Arbitrary<ResolvedLeaf>;

/** A condition in the engine's grammar, up to three groups deep. */
export const condition: fc.Arbitrary<ResolvedCondition> = fc.letrec<{ node: ResolvedCondition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node;

const ratings = fc.record({
  'mr-lumbar-spine': fc.constantFrom(...RATINGS),
  'xr-lumbar-spine': fc.constantFrom(...RATINGS),
});
const urgency = fc.constantFrom(...URGENCIES, null);

/** A guideline of one to five rungs over the six facts. */
export const guideline: fc.Arbitrary<CompiledGuideline> = fc
  .record({
    appliesWhen: fc.oneof({ weight: 3, arbitrary: fc.constant(always()) }, { weight: 1, arbitrary: condition }),
    whens: fc.array(condition, { minLength: 1, maxLength: 5 }),
    grades: fc.array(fc.record({ ratings, urgency }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ appliesWhen, whens, grades }) => build(appliesWhen, whens, grades));

function always(): ResolvedCondition {
  return {
    any: [
      { fact: 'fever', operator: 'equal', value: true },
      { fact: 'fever', operator: 'notEqual', value: true },
    ],
  };
}

function build(
  appliesWhen: ResolvedCondition,
  whens: readonly ResolvedCondition[],
  grades: readonly Pick<Recommendation, 'ratings' | 'urgency'>[],
): CompiledGuideline {
  const recommendation = (id: string, index: number): Recommendation => ({
    id,
    title: text,
    ratings: grades[index]?.ratings ?? {},
    urgency: grades[index]?.urgency ?? null,
    say: text,
    do: [],
    evidence: [],
    disagrees: [],
  });
  const rungs = whens.map((when, index) => ({ id: `rung-${index}`, when }));
  const dummy = { fact: 'fever', operator: 'equal' as const, value: true };
  return {
    document: {
      id: 'random',
      version: '1.0.0',
      status: 'draft',
      title: text,
      publisher: text,
      approval: null,
      notFor: [],
      appliesTo: { orders: ['mr-lumbar-spine', 'xr-lumbar-spine'], when: dummy },
      parameters: {},
      criteria: {},
      screens: [],
      recommendations: rungs.map(({ id }, index) => ({ ...recommendation(id, index), when: dummy })),
      otherwise: recommendation('otherwise', whens.length),
      evidence: {},
    },
    facts: FACTS,
    appliesWhen,
    criteria: {},
    rungs,
  };
}

/** Values for some of the facts; the others are unknown. */
export const partialValues: fc.Arbitrary<ReadonlyMap<string, FactValue>> = fc
  .record(
    Object.fromEntries(
      Object.entries(VALUES).map(([fact, values]) => [fact, fc.option(fc.constantFrom(...values), { freq: 2 })]),
    ),
  )
  .map((chosen) => new Map(Object.entries(chosen).filter((entry): entry is [string, FactValue] => entry[1] !== null)));

/** All ways to fill in the unknown facts. */
export function completions(values: ReadonlyMap<string, FactValue>): readonly ReadonlyMap<string, FactValue>[] {
  return Object.entries(VALUES).reduce<readonly ReadonlyMap<string, FactValue>[]>(
    (sofar, [fact, choices]) =>
      values.has(fact) ? sofar : sofar.flatMap((filled) => choices.map((value) => new Map([...filled, [fact, value]]))),
    [values],
  );
}
