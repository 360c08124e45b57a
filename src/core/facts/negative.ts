import type { FactDefinition } from '../schema/vocabulary.ts';
import type { Fact, FactValue } from './fact.ts';

/** Whether a value is a fact's negative and reads as a plain no: no, none or 0. "Non-specific pain" is a finding of its own. */
export function isPlainNo({ negative }: FactDefinition, value: FactValue | undefined): boolean {
  return value === negative && (value === false || value === 'none' || value === 0);
}

/** Whether it is known that the fact does not hold. */
export function isRuledOut(definition: FactDefinition | undefined, fact: Fact): boolean {
  return definition !== undefined && fact.known && isPlainNo(definition, fact.value);
}
