import type { Patient } from '../../core/analysis/product.ts';
import type { RedFlag } from '../../core/analysis/red-flags.ts';
import type { FactValue } from '../../core/facts/fact.ts';
import type { FactDefinition } from '../../core/schema/vocabulary.ts';
import type { CliWords } from '../words/da.ts';

type PatientWords = CliWords['patient'];

/** A patient in ids and values, as an author would write a vignette: what was found and numbers; all else negative. */
export function patientWords(
  patient: Patient,
  definitions: Readonly<Record<string, FactDefinition>>,
  words: PatientWords,
): string {
  const found = [...patient].filter(([fact, value]) => definitions[fact]?.negative !== value);
  return found.length === 0
    ? words.nothingFound
    : found.map(([fact, value]) => valueWords(fact, value, words)).join(', ');
}

export function flagWords({ fact, value }: RedFlag, words: PatientWords): string {
  return valueWords(fact, value, words);
}

function valueWords(fact: string, value: FactValue, words: PatientWords): string {
  if (value === true) return fact;
  if (value === false) return words.not(fact);
  return `${fact} ${typeof value === 'object' ? value.join(` ${words.and} `) : value}`;
}
