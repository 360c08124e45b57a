import type { Answer } from '../core/facts/answers.ts';
import type { FactValue } from '../core/facts/fact.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';

/** Whether the answer is this value; `reason` is answered with a list of one. */
export function isAnswer(answer: Answer | undefined, value: FactValue): boolean {
  if (answer === undefined || answer === 'not-known') return false;
  const given = answer.value;
  return typeof given === 'object' ? given.length === 1 && given[0] === value : given === value;
}

/**
 * The number a person typed, with comma or point; null when it is no number, out of the vocabulary's range or, where
 * whole numbers are asked for, not whole.
 */
export function parseNumber(typed: string, definition: Extract<FactDefinition, { type: 'number' }>): number | null {
  const text = typed.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  if (value < definition.min || value > definition.max) return null;
  return definition.step === 1 && !Number.isInteger(value) ? null : value;
}
