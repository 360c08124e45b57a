import type { Patient } from '../../core/analysis/product.ts';
import type { RedFlag } from '../../core/analysis/red-flags.ts';
import type { FactValue } from '../../core/facts/fact.ts';
import type { FactDefinition } from '../../core/schema/vocabulary.ts';

/** A patient in ids and values, as an author would write a vignette: what was found and numbers; all else negative. */
export function patientWords(patient: Patient, definitions: Readonly<Record<string, FactDefinition>>): string {
  const found = [...patient].filter(([fact, value]) => definitions[fact]?.negative !== value);
  return found.length === 0 ? 'nothing found' : found.map(([fact, value]) => valueWords(fact, value)).join(', ');
}

export function flagWords({ fact, value }: RedFlag): string {
  return valueWords(fact, value);
}

function valueWords(fact: string, value: FactValue): string {
  if (value === true) return fact;
  if (value === false) return `no ${fact}`;
  return `${fact} ${typeof value === 'object' ? value.join(' and ') : value}`;
}
