import type { FactDefinition } from '../schema/vocabulary.ts';
import type { Fact, FactValue } from './fact.ts';

/** Whether a value is a fact's negative and reads as a plain no: no, none or 0. "Non-specific pain" is a finding of its own. */
export function isPlainNo({ negative }: FactDefinition, value: FactValue | undefined): boolean {
  return value === negative && (value === false || value === 'none' || value === 0);
}

/**
 * What "none of these" answers for a fact: its negative value. Nothing where it has none, and nothing where the record has something beside
 * the question: to that the clinician answers by itself.
 */
export function noneAnswer(definition: FactDefinition | undefined, fact: Fact | undefined): FactValue | undefined {
  return fact?.hints ? undefined : definition?.negative;
}
