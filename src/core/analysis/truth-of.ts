import { holds } from '../decision/operator.ts';
import type { FactValue } from '../facts/fact.ts';
import { allOf, anyOf, negate, type Truth } from '../facts/truth.ts';
import type { CompiledGuideline, ResolvedCondition } from '../guideline/compile.ts';
import { DOES_NOT_APPLY } from './space.ts';

/** Known values by fact; a fact without one is unknown. */
export type Values = ReadonlyMap<string, FactValue>;

/** The truth of a condition by Kleene's logic, as the folded engine finds it, but synchronously and fast. */
export function truthOf(condition: ResolvedCondition, values: Values): Truth {
  if ('all' in condition) return allOf(condition.all.map((kid) => truthOf(kid, values)));
  if ('any' in condition) return anyOf(condition.any.map((kid) => truthOf(kid, values)));
  if ('not' in condition) return negate(truthOf(condition.not, values));
  const value = values.get(condition.fact);
  if (value === undefined) return 'unknown';
  return holds(condition, value) ? 'true' : 'false';
}

/**
 * The rung that is certainly the answer, or that the guideline certainly does not apply; null while Kleene's logic
 * leaves it open (the exact answer is then `rule`'s).
 */
export function outcomeOf(guideline: CompiledGuideline, values: Values): string | null {
  const applies = truthOf(guideline.appliesWhen, values);
  if (applies === 'false') return DOES_NOT_APPLY;
  if (applies === 'unknown') return null;
  for (const { id, when } of guideline.rungs) {
    const truth = truthOf(when, values);
    if (truth === 'unknown') return null;
    if (truth === 'true') return id;
  }
  return guideline.document.otherwise.id;
}
