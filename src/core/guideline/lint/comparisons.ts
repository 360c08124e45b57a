import type { Guideline } from '../../schema/guideline.ts';
import type { Operator } from '../../schema/rating.ts';
import type { FactDefinition } from '../../schema/vocabulary.ts';
import type { Vocabulary } from '../library.ts';
import { didYouMean, NONE, type Path, type Remark, unknownId } from '../remark.ts';
import { type Comparison, entryOf, leavesOfGuideline, parameterOf } from '../walk.ts';
import { describeKind, kindOf, lintValue } from './value.ts';

const SUITABLE: Readonly<Record<ReturnType<typeof kindOf>, readonly Operator[]>> = {
  boolean: ['equal', 'notEqual'],
  number: ['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'],
  choice: ['equal', 'notEqual', 'in', 'notIn'],
  multiple: ['contains', 'doesNotContain'],
};

/**
 * Whether each comparison suits its fact: operator, type, unit, range, choices. The engine would take "65 years" for 65.
 * A parameter that suits none of its uses is named once.
 */
export function lintComparisons(guideline: Guideline, vocabulary: Vocabulary): readonly Remark[] {
  const remarks = leavesOfGuideline(guideline).flatMap(({ part, path }) => {
    const definition = 'fact' in part ? entryOf(vocabulary.facts, part.fact) : undefined;
    return definition && 'fact' in part ? lintComparison(guideline, definition, part, path) : [];
  });
  const seen = new Set<string>();
  return remarks.filter((remark) => {
    const key = JSON.stringify(remark);
    return !seen.has(key) && seen.add(key);
  });
}

function lintComparison(
  guideline: Guideline,
  definition: FactDefinition,
  comparison: Comparison,
  path: Path,
): readonly Remark[] {
  const { fact, operator, value } = comparison;
  const kind = kindOf(definition);
  if (!SUITABLE[kind].includes(operator)) {
    const described = describeKind(kind);
    const message = {
      da: `"${operator}" passer ikke til "${fact}", som er ${described.da}.`,
      en: `"${operator}" does not suit "${fact}", which is ${described.en}.`,
    };
    const suitable = SUITABLE[kind].join(', ');
    const remedy = { da: `Brug ${suitable}.`, en: `Use ${suitable}.` };
    return [{ code: 'type-mismatch', path: [...path, 'operator'], message, remedy }];
  }
  const at = [...path, 'value'];
  const parameter = parameterOf(comparison);
  if (parameter !== undefined) return lintParameter(guideline, definition, fact, parameter, at);
  if (operator !== 'in' && operator !== 'notIn')
    return lintValue(definition, fact, value, at, kind === 'multiple' ? 'member' : 'whole');
  if (!Array.isArray(value)) {
    const message = {
      da: `"${operator}" sammenligner "${fact}" med en liste af valgmuligheder.`,
      en: `"${operator}" compares "${fact}" with a list of choices.`,
    };
    const remedy = {
      da: 'Skriv valgmulighederne i [ ], eller brug "equal".',
      en: 'Write the choices in [ ], or use "equal".',
    };
    return [{ code: 'type-mismatch', path: at, message, remedy }];
  }
  if (value.length === 0) {
    const message = {
      da: 'Denne liste er tom: ingen patient kan være i den.',
      en: 'This list is empty: no patient can be in it.',
    };
    const remedy = { da: 'Skriv mindst én valgmulighed.', en: 'Write at least one choice.' };
    return [{ code: 'empty-group', path: at, message, remedy }];
  }
  return value.flatMap((member, index) => lintValue(definition, fact, member, [...at, index], 'member'));
}

function lintParameter(
  { parameters }: Guideline,
  definition: FactDefinition,
  fact: string,
  id: string,
  at: Path,
): readonly Remark[] {
  const parameter = entryOf(parameters, id);
  if (!parameter) return [unknownId('unknown-parameter', NONE.parameter, id, Object.keys(parameters), [...at, 'fact'])];
  if (definition.type !== 'number') return lintValue(definition, fact, parameter.value, at, 'whole');
  if (parameter.unit === definition.unit)
    return lintValue(definition, fact, parameter.value, ['parameters', id, 'value'], 'whole');
  const message = {
    da: `"${fact}" måles i ${definition.unit}, men grænsen "${id}" er i ${parameter.unit}.`,
    en: `"${fact}" is measured in ${definition.unit}, but the parameter "${id}" is in ${parameter.unit}.`,
  };
  const remedy = didYouMean(parameter.unit, [definition.unit]) ?? {
    da: `Skriv "unit": "${definition.unit}" og regn værdien om, eller sammenlign med en anden oplysning.`,
    en: `Write "unit": "${definition.unit}" and convert the value, or compare with another fact.`,
  };
  return [{ code: 'unit-mismatch', path: ['parameters', id, 'unit'], message, remedy }];
}

/** The operators that suit a fact. */
export function suitableOperators(definition: FactDefinition): readonly Operator[] {
  return SUITABLE[kindOf(definition)];
}
