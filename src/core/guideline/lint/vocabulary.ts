import type { FactDefinition, OrderDefinition, Reading } from '../../schema/vocabulary.ts';
import { type Path, type Remark, unknownId } from '../remark.ts';
import { entryOf } from '../walk.ts';
import { describeKind, kindOf, lintValue } from './value.ts';

/** Facts, orders and the names of the value sets that have a file. */
interface VocabularyParts {
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly orders: Readonly<Record<string, OrderDefinition>>;
  readonly valueSets: readonly string[];
}

/** Checks the fact definitions: what they name exists, and what they say a fact can be, it can be. */
export function lintFacts(parts: VocabularyParts): readonly Remark[] {
  return Object.entries(parts.facts).flatMap(([id, definition]) => {
    const path = ['facts', id];
    return [
      ...lintOwnValues(id, definition, path),
      ...definition.read.flatMap((one, index) => lintReading(parts, id, one, [...path, 'read', index])),
      ...definition.hints.flatMap((one, index) => lintReading(parts, id, one, [...path, 'hints', index], 'hint')),
    ];
  });
}

function lintOwnValues(id: string, definition: FactDefinition, path: Path): readonly Remark[] {
  const { none, negative } = definition;
  const remarks = [
    ...(negative === undefined ? [] : lintValue(definition, id, negative, [...path, 'negative'], 'member')),
    ...(none === 'unknown' ? [] : lintValue(definition, id, none.is, [...path, 'none', 'is'], 'member')),
  ];
  if (definition.type !== 'number') return remarks;
  if (definition.min > definition.max) {
    const message = `The smallest value, ${definition.min}, is above the largest, ${definition.max}.`;
    return [{ code: 'value-out-of-range', path: [...path, 'min'], message, remedy: 'Exchange "min" and "max".' }];
  }
  const suggestions = definition.suggestions.flatMap((value, index) =>
    lintValue(definition, id, value, [...path, 'suggestions', index], 'whole'),
  );
  return [...remarks, ...suggestions];
}

function lintReading(
  { facts, orders, valueSets }: VocabularyParts,
  id: string,
  reading: Reading,
  path: Path,
  as: 'answer' | 'hint' = 'answer',
): readonly Remark[] {
  const definition = facts[id];
  const remarks: Remark[] = [];
  const valueSet = (name: string, at: Path): void => {
    const otherwise = `Write rules/vocabulary/value-sets/${name}.json, or use one that exists.`;
    if (!valueSets.includes(name))
      remarks.push(unknownId('unknown-value-set', 'value set', name, valueSets, at, otherwise));
  };
  if ('valueSet' in reading) valueSet(reading.valueSet, [...path, 'valueSet']);
  if (definition && 'gives' in reading && as === 'answer')
    remarks.push(...lintValue(definition, id, reading.gives, [...path, 'gives'], 'member'));
  if (reading.reader === 'order-reason') {
    const ids = definition?.type === 'choice' ? definition.choices.map((choice) => choice.id) : [];
    for (const [choice, name] of Object.entries(reading.choices)) {
      if (!ids.includes(choice))
        remarks.push(unknownId('unknown-choice', `choice of "${id}"`, choice, ids, [...path, 'choices', choice]));
      valueSet(name, [...path, 'choices', choice]);
    }
  }
  if (reading.reader === 'imaging') {
    const regions = [...new Set(Object.values(orders).flatMap((order) => order.regions))];
    if (!regions.includes(reading.region))
      remarks.push(unknownId('unknown-region', 'region', reading.region, regions, [...path, 'region']));
  }
  if (reading.reader === 'derived') {
    const source = entryOf(facts, reading.fact);
    if (!source) remarks.push(unknownId('unknown-fact', 'fact', reading.fact, Object.keys(facts), [...path, 'fact']));
    else if (source.type !== 'number') {
      const message = `"${id}" is derived from a number, but "${reading.fact}" is ${describeKind(kindOf(source))}.`;
      remarks.push({ code: 'type-mismatch', path: [...path, 'fact'], message, remedy: 'Derive it from a number.' });
    }
  }
  return remarks;
}
