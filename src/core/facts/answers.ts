import type { FactDefinition } from '../schema/vocabulary.ts';
import { answeredFact, answeredUnknown, type Fact, type Facts, type FactValue, factOf, NOT_ASKED } from './fact.ts';

/** A clinician's answer: a value, or that it is not known. */
export type Answer = { readonly value: FactValue } | 'not-known';

/**
 * Lays the clinician's answers over what was read: an answer wins and the record's value is kept beside it. Then facts
 * that follow from another (e.g. onset before 45 from an age below 45) are derived where nothing else gives them.
 */
export function applyAnswers(
  definitions: Readonly<Record<string, FactDefinition>>,
  facts: Facts,
  answers: ReadonlyMap<string, Answer>,
): Facts {
  const result = new Map<string, Fact>(facts);
  for (const [id, answer] of answers) result.set(id, answerAsFact(answer, factOf(facts, id)));
  for (const [id, definition] of Object.entries(definitions)) {
    if (factOf(result, id).known || answers.has(id)) continue;
    const derived = derive(definition, result);
    if (derived) result.set(id, derived);
  }
  return result;
}

/** An answer as a fact; what the record said before is kept beside it. */
export function answerAsFact(answer: Answer, before: Fact = NOT_ASKED): Fact {
  return answer === 'not-known' ? answeredUnknown(before) : answeredFact(answer.value, before);
}

function derive({ read }: FactDefinition, facts: Facts): Fact | null {
  for (const reading of read) {
    if (reading.reader !== 'derived') continue;
    const source = factOf(facts, reading.fact);
    if (!source.known || typeof source.value !== 'number') continue;
    const { min = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY, gives } = reading;
    if (source.value < min || source.value >= below) continue;
    return { known: true, value: gives, provenance: { kind: 'derived', from: [reading.fact] } };
  }
  return null;
}

/** What is wrong with a value for a fact, in words; null when it is one of the fact's values. */
export function wrongValue(definition: FactDefinition, value: unknown): string | null {
  if (definition.type === 'boolean') return typeof value === 'boolean' ? null : 'should be true or false';
  if (definition.type === 'number') {
    const { min, max, unit } = definition;
    const fits = typeof value === 'number' && value >= min && value <= max;
    return fits ? null : `should be a number from ${min} to ${max} (${unit})`;
  }
  const choices = definition.choices.map(({ id }) => id);
  const isChoice = (member: unknown): boolean => typeof member === 'string' && choices.includes(member);
  if (!definition.multiple) return isChoice(value) ? null : `should be one of ${choices.join(', ')}`;
  return Array.isArray(value) && value.every(isChoice) ? null : `should be a list of ${choices.join(', ')}`;
}

/** Whether a value from outside has the form of a fact's value; whether it is one of this fact's says `wrongValue`. */
export function isFactValue(value: unknown): value is FactValue {
  if (Array.isArray(value)) return value.every((member) => typeof member === 'string');
  return typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string';
}
