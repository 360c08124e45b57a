import type { Text } from '../../schema/text.ts';
import type { FactDefinition, OrderDefinition, Reading } from '../../schema/vocabulary.ts';
import { NONE, noChoiceOf, type Path, type Remark, unknownId, unknownValueSet } from '../remark.ts';
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
    const { min, max } = definition;
    const message = {
      da: `Den mindste værdi, ${min}, er over den største, ${max}.`,
      en: `The smallest value, ${min}, is above the largest, ${max}.`,
    };
    const remedy = { da: 'Byt om på "min" og "max".', en: 'Exchange "min" and "max".' };
    return [{ code: 'value-out-of-range', path: [...path, 'min'], message, remedy }];
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
    if (!valueSets.includes(name)) remarks.push(unknownValueSet(name, valueSets, at));
  };
  if ('valueSet' in reading) valueSet(reading.valueSet, [...path, 'valueSet']);
  if ('unlessLater' in reading && reading.unlessLater !== undefined)
    valueSet(reading.unlessLater, [...path, 'unlessLater']);
  if (definition && readsNumber(reading) && definition.type !== 'number')
    remarks.push(
      notANumber(id, definition, [...path, 'reader'], {
        da: 'Læs den med "observation", eller gør oplysningen til et tal.',
        en: 'Read it with "observation", or make the fact a number.',
      }),
    );
  if (definition && 'gives' in reading && as === 'answer')
    remarks.push(...lintValue(definition, id, reading.gives, [...path, 'gives'], 'member'));
  if (reading.reader === 'order-reason') {
    const ids = definition?.type === 'choice' ? definition.choices.map((choice) => choice.id) : [];
    for (const [choice, name] of Object.entries(reading.choices)) {
      if (!ids.includes(choice))
        remarks.push(unknownId('unknown-choice', noChoiceOf(id), choice, ids, [...path, 'choices', choice]));
      valueSet(name, [...path, 'choices', choice]);
    }
  }
  if (reading.reader === 'imaging') {
    const regions = [...new Set(Object.values(orders).flatMap((order) => order.regions))];
    if (!regions.includes(reading.region))
      remarks.push(unknownId('unknown-region', NONE.region, reading.region, regions, [...path, 'region']));
  }
  for (const [key, named] of Object.entries(factsNamedBy(reading))) {
    if (named === undefined) continue;
    const source = entryOf(facts, named);
    if (!source) remarks.push(unknownId('unknown-fact', NONE.fact, named, Object.keys(facts), [...path, key]));
    else if (source.type !== 'number') remarks.push(notANumber(named, source, [...path, key], NAME_A_NUMBER));
  }
  return remarks;
}

/** The facts that a reading starts from, by the key that names them: each is a number. */
function factsNamedBy(reading: Reading): Readonly<Record<string, string | undefined>> {
  switch (reading.reader) {
    case 'derived':
      return { fact: reading.fact };
    case 'observation':
      return { since: reading.since };
    case 'observation-time':
      return { after: reading.after };
    default:
      return {};
  }
}

function readsNumber({ reader }: Reading): boolean {
  return reader === 'observation-value' || reader === 'observation-time';
}

const NAME_A_NUMBER: Text = { da: 'Nævn en oplysning, der er et tal.', en: 'Name a fact that is a number.' };

function notANumber(id: string, definition: FactDefinition, path: Path, remedy: Text): Remark {
  const described = describeKind(kindOf(definition));
  const message = {
    da: `Her læses et tal, men "${id}" er ${described.da}.`,
    en: `A number is read here, but "${id}" is ${described.en}.`,
  };
  return { code: 'type-mismatch', path, message, remedy };
}
