import type { Text } from '../../schema/text.ts';
import type { FactDefinition } from '../../schema/vocabulary.ts';
import { noChoiceOf, type Path, quoted, type Remark, unknownId } from '../remark.ts';

/** The kinds of value a fact can have; several choices at once are a kind of their own. */
export function kindOf(definition: FactDefinition): 'boolean' | 'number' | 'choice' | 'multiple' {
  return definition.type === 'choice' && definition.multiple ? 'multiple' : definition.type;
}

/** A kind in words for an author. */
export function describeKind(kind: ReturnType<typeof kindOf>): Text {
  return KINDS[kind];
}

const KINDS: Readonly<Record<ReturnType<typeof kindOf>, Text>> = {
  boolean: { da: 'ja eller nej (true eller false)', en: 'yes or no (true or false)' },
  number: { da: 'et tal', en: 'a number' },
  choice: { da: 'en af sine valgmuligheder', en: 'one of its choices' },
  multiple: { da: 'flere af sine valgmuligheder, i [ ]', en: 'several of its choices, in [ ]' },
};

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
    const message = {
      da: `"${fact}" ligger mellem ${min} og ${max} (${unit}); ${value} kan aldrig nås.`,
      en: `"${fact}" lies between ${min} and ${max} (${unit}); ${value} can never be reached.`,
    };
    const remedy = {
      da: `Se efter enheden: "${fact}" måles i ${unit}.`,
      en: `Check the unit: "${fact}" is measured in ${unit}.`,
    };
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
        unknownId('unknown-choice', noChoiceOf(fact), value, ids, path, {
          da: `Brug en af: ${quoted(ids)}.`,
          en: `Use one of: ${quoted(ids)}.`,
        }),
      ];
}

function mismatch(fact: string, kind: ReturnType<typeof kindOf>, value: unknown, path: Path): Remark {
  const described = describeKind(kind);
  const written = JSON.stringify(value);
  const message = {
    da: `"${fact}" er ${described.da}, ikke ${written}.`,
    en: `"${fact}" is ${described.en}, not ${written}.`,
  };
  const remedy = { da: 'Skriv en værdi af dens egen slags.', en: 'Write a value of its own kind.' };
  return { code: 'type-mismatch', path, message, remedy };
}
