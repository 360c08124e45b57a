import type { FactDefinition } from '../schema/vocabulary.ts';
import type { Fact } from './fact.ts';
import { isPlainNo } from './negative.ts';

/**
 * Whether it is answered here that a fact does not hold, of which the record has something beside the question. An examination says nothing
 * about the fact it stands beside (an earlier MR, beside a change since): no answer speaks against it.
 */
export function isAnsweredAgainstHints(definition: FactDefinition | undefined, fact: Fact): boolean {
  const { hints, overruled } = fact;
  return (
    hints !== undefined &&
    definition?.hints[0]?.reader !== 'imaging' &&
    !overruled &&
    isRuledOut(definition, fact) &&
    isAnswer(fact)
  );
}

function isAnswer(fact: Fact): boolean {
  return fact.known && fact.provenance.kind === 'clinician';
}

/** Whether it is known that the fact does not hold. */
export function isRuledOut(definition: FactDefinition | undefined, fact: Fact): boolean {
  return definition !== undefined && fact.known && isPlainNo(definition, fact.value);
}
