import type { Condition, Guideline } from '../schema/guideline.ts';
import type { Operator } from '../schema/rating.ts';
import type { FactDefinition } from '../schema/vocabulary.ts';
import { type Remark, unknownId } from './remark.ts';

type Comparison = Extract<Condition, { fact: string }>;

const SUITABLE: Readonly<Record<'boolean' | 'number' | 'choice' | 'multiple', readonly Operator[]>> = {
  boolean: ['equal', 'notEqual'],
  number: ['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'],
  choice: ['equal', 'notEqual', 'in', 'notIn'],
  multiple: ['contains', 'doesNotContain'],
};

/** The operators that suit a fact. */
export function suitableOperators(definition: FactDefinition): readonly Operator[] {
  return SUITABLE[kindOf(definition)];
}

function kindOf(definition: FactDefinition): keyof typeof SUITABLE {
  return definition.type === 'choice' && definition.multiple ? 'multiple' : definition.type;
}

/** Whether a comparison suits its fact: operator, type, range, choices. The engine would take "65 years" for 65. */
export function lintComparison(
  guideline: Guideline,
  definition: FactDefinition,
  { fact, operator, value }: Comparison,
  path: readonly (string | number)[],
): readonly Remark[] {
  const type = kindOf(definition);
  if (!SUITABLE[type].includes(operator)) {
    const message = `"${operator}" does not suit "${fact}", which is ${describe(type)}.`;
    return [
      { code: 'type-mismatch', path: [...path, 'operator'], message, remedy: `Use ${SUITABLE[type].join(', ')}.` },
    ];
  }
  const at = [...path, 'value'];
  if (typeof value === 'object' && 'fact' in value) {
    const parameter = guideline.parameters[value.fact];
    if (!parameter)
      return [unknownId('unknown-parameter', 'parameter', value.fact, Object.keys(guideline.parameters), at)];
    return definition.type === 'number'
      ? lintNumber(definition, fact, parameter.value, at)
      : [mismatch(fact, type, at)];
  }
  if (definition.type === 'boolean') return typeof value === 'boolean' ? [] : [mismatch(fact, type, at)];
  if (definition.type === 'number')
    return typeof value === 'number' ? lintNumber(definition, fact, value, at) : [mismatch(fact, type, at)];
  const isList = operator === 'in' || operator === 'notIn';
  const members = isList ? value : [value];
  if (!Array.isArray(members)) return [mismatch(fact, type, at)];
  const ids = definition.choices.map(({ id }) => id);
  return members.flatMap((member) => {
    if (typeof member !== 'string') return [mismatch(fact, type, at)];
    return ids.includes(member) ? [] : [unknownId('unknown-choice', `choice of "${fact}"`, member, ids, at)];
  });
}

function lintNumber(
  { min, max, unit }: Extract<FactDefinition, { type: 'number' }>,
  fact: string,
  value: number,
  path: readonly (string | number)[],
): readonly Remark[] {
  if (value >= min && value <= max) return [];
  const message = `"${fact}" lies between ${min} and ${max} (${unit}); ${value} can never be reached.`;
  return [{ code: 'value-out-of-range', path, message, remedy: `Check the unit: "${fact}" is measured in ${unit}.` }];
}

function mismatch(fact: string, type: keyof typeof SUITABLE, path: readonly (string | number)[]): Remark {
  const message = `"${fact}" is ${describe(type)}, but is compared with something else.`;
  return { code: 'type-mismatch', path, message, remedy: 'Compare it with a value of its own kind.' };
}

function describe(type: keyof typeof SUITABLE): string {
  const words = {
    boolean: 'yes or no (true/false)',
    number: 'a number',
    choice: 'one of its choices',
    multiple: 'several of its choices',
  };
  return words[type];
}
