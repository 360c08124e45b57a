import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Condition, Guideline } from '../schema/guideline.ts';
import type { Operator } from '../schema/rating.ts';
import type { Text } from '../schema/text.ts';
import type { FactDefinition } from '../schema/vocabulary.ts';
import { conditionSites, type Path, withCondition } from './condition-site.ts';
import type { Mutant } from './mutants.ts';

type Comparison = Extract<Condition, { fact: string }>;

/** One small change of a condition: the condition in its place, or null where it is taken out. */
interface Change {
  readonly kind: Mutant['kind'];
  readonly path: Path;
  readonly replacement: Condition | null;
  readonly change: Text;
}

const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
};

/** Operators that differ only at the threshold itself, or take in a side of it. */
const NEIGHBOURS: Partial<Readonly<Record<Operator, readonly Operator[]>>> = {
  lessThan: ['lessThanInclusive'],
  lessThanInclusive: ['lessThan'],
  greaterThan: ['greaterThanInclusive'],
  greaterThanInclusive: ['greaterThan'],
  equal: ['lessThanInclusive', 'greaterThanInclusive'],
};

/** Every small change of every condition, at one place each. Changes that the checker would refuse are left out. */
export function conditionMutants(guideline: CompiledGuideline): readonly Mutant[] {
  const { document } = guideline;
  return conditionSites(document)
    .flatMap(({ path, condition }) => changesOf(guideline, path, condition))
    .map(({ kind, path, replacement, change }) => ({
      kind,
      path,
      change,
      document: withCondition(document, path, replacement),
    }));
}

function changesOf(guideline: CompiledGuideline, path: Path, condition: Condition): readonly Change[] {
  if ('all' in condition) return groupChanges(path, 'all', condition.all, { any: condition.all });
  if ('any' in condition) return groupChanges(path, 'any', condition.any, { all: condition.any });
  if ('not' in condition) {
    const { not } = condition;
    return 'fact' in not
      ? []
      : [{ kind: 'negation', path, replacement: not, change: { da: '"not" fjernet', en: '"not" taken away' } }];
  }
  if ('condition' in condition)
    return [
      {
        kind: 'negation',
        path,
        replacement: { not: condition },
        change: { da: `"${condition.condition}" vendt om`, en: `"${condition.condition}" negated` },
      },
    ];
  return comparisonChanges(guideline, path, condition);
}

function groupChanges(
  path: Path,
  key: 'all' | 'any',
  kids: readonly Condition[],
  swapped: Condition,
): readonly Change[] {
  if (kids.length < 2) return [];
  const other = key === 'all' ? 'any' : 'all';
  const change = { da: `"${key}" gjort til "${other}"`, en: `"${key}" made "${other}"` };
  return [
    { kind: 'group', path, replacement: swapped, change },
    ...kids.map((kid, index): Change => {
      const dropped = { da: `${named(kid)} fjernet`, en: `${named(kid)} dropped` };
      return { kind: 'drop', path: [...path, key, index], replacement: null, change: dropped };
    }),
  ];
}

function comparisonChanges(guideline: CompiledGuideline, path: Path, comparison: Comparison): readonly Change[] {
  const { document, facts } = guideline;
  const definition = facts[comparison.fact];
  const changed = (kind: Change['kind'], part: Partial<Comparison>): Change => {
    const replacement = { ...comparison, ...part };
    const [before, after] = [named(comparison), named(replacement)];
    return { kind, path, replacement, change: { da: `${before} gjort til ${after}`, en: `${before} made ${after}` } };
  };
  const changes = [changed('negation', { operator: OPPOSITE[comparison.operator] })];
  if (definition?.type === 'number') {
    for (const operator of NEIGHBOURS[comparison.operator] ?? []) changes.push(changed('strictness', { operator }));
    for (const value of movedThresholds(document, definition, comparison))
      changes.push(changed('threshold', { value }));
  }
  if (definition?.type === 'choice')
    for (const value of otherChoices(definition, comparison.value)) changes.push(changed('choice', { value }));
  return changes;
}

/** One step down and up. A parameter used at one place only is moved where it stands (`parameterMutants`). */
function movedThresholds(
  document: Guideline,
  { min, max, step }: Extract<FactDefinition, { type: 'number' }>,
  { value }: Comparison,
): readonly number[] {
  const isShared = typeof value === 'object' && 'fact' in value && usesOf(document, value.fact).length > 1;
  const threshold = isShared ? document.parameters[value.fact]?.value : value;
  if (typeof threshold !== 'number') return [];
  return [threshold - step, threshold + step].filter((moved) => moved >= min && moved <= max);
}

/** The comparisons that take their number from a parameter. */
export function usesOf(document: Guideline, parameter: string): readonly Comparison[] {
  return conditionSites(document).flatMap(({ condition }) =>
    'fact' in condition &&
    typeof condition.value === 'object' &&
    'fact' in condition.value &&
    condition.value.fact === parameter
      ? [condition]
      : [],
  );
}

/** Another choice; for several, one less or one more. */
function otherChoices(
  { choices }: Extract<FactDefinition, { type: 'choice' }>,
  value: Comparison['value'],
): readonly (string | string[])[] {
  const ids = choices.map(({ id }) => id);
  if (typeof value === 'string') return ids.filter((id) => id !== value);
  if (!Array.isArray(value)) return [];
  const fewer = value.length > 1 ? value.map((member) => value.filter((other) => other !== member)) : [];
  return [...fewer, ...ids.filter((id) => !value.includes(id)).map((id) => [...value, id])];
}

function named(condition: Condition): string {
  if ('fact' in condition) return `"${condition.fact} ${condition.operator} ${JSON.stringify(condition.value)}"`;
  if ('condition' in condition) return `"${condition.condition}"`;
  return 'a group';
}
