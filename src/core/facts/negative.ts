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

/** Whether it is answered here that a fact does not hold, of which the record has something beside the question. */
export function isAnsweredAgainstHints(definition: FactDefinition | undefined, fact: Fact): boolean {
  const { hints, overruled } = fact;
  return hints !== undefined && !overruled && isRuledOut(definition, fact) && isAnswer(fact);
}

function isAnswer(fact: Fact): boolean {
  return fact.known && fact.provenance.kind === 'clinician';
}

/** Whether it is known that the fact does not hold. */
export function isRuledOut(definition: FactDefinition | undefined, fact: Fact): boolean {
  return definition !== undefined && fact.known && isPlainNo(definition, fact.value);
}
