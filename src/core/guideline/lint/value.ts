import type { FactDefinition } from '../../schema/vocabulary.ts';
import { type Path, type Remark, unknownId } from '../remark.ts';

/** The kinds of value a fact can have; several choices at once are a kind of their own. */
export function kindOf(definition: FactDefinition): 'boolean' | 'number' | 'choice' | 'multiple' {
  return definition.type === 'choice' && definition.multiple ? 'multiple' : definition.type;
}

/** A kind in words for an author. */
export function describeKind(kind: ReturnType<typeof kindOf>): string {
  const words = {
    boolean: 'yes or no (true or false)',
    number: 'a number',
    choice: 'one of its choices',
    multiple: 'several of its choices, in [ ]',
  };
  return words[kind];
}

/** What is wrong with a value of a fact; of several choices, `member` says that the value is one of them. */
export function lintValue(
  definition: FactDefinition,
  fact: string,
  value: unknown,
  path: Path,
  as: 'whole' | 'member',
): readonly Remark[] {
  const kind = kindOf(definition);
  if (definition.type === 'boolean') return typeof value === 'boolean' ? [] : [mismatch(fact, kind, value, path)];
  if (definition.type === 'number') {
    if (typeof value !== 'number') return [mismatch(fact, kind, value, path)];
    const { min, max, unit } = definition;
    if (value >= min && value <= max) return [];
    const message = `"${fact}" lies between ${min} and ${max} (${unit}); ${value} can never be reached.`;
    const remedy = `Check the unit: "${fact}" is measured in ${unit}.`;
    return [{ code: 'value-out-of-range', path, message, remedy }];
  }
  const ids = definition.choices.map(({ id }) => id);
  if (kind === 'multiple' && as === 'whole') {
    if (!Array.isArray(value)) return [mismatch(fact, kind, value, path)];
    return value.flatMap((member, index) => lintValue(definition, fact, member, [...path, index], 'member'));
  }
  if (typeof value !== 'string') return [mismatch(fact, kind, value, path)];
  return ids.includes(value)
    ? []
    : [
        unknownId(
          'unknown-choice',
          `choice of "${fact}"`,
          value,
          ids,
          path,
          `Use one of: ${ids.map((id) => `"${id}"`).join(', ')}.`,
        ),
      ];
}

function mismatch(fact: string, kind: ReturnType<typeof kindOf>, value: unknown, path: Path): Remark {
  const message = `"${fact}" is ${describeKind(kind)}, not ${JSON.stringify(value)}.`;
  return { code: 'type-mismatch', path, message, remedy: 'Write a value of its own kind.' };
}
