import type { FactValue } from '../../../../src/core/facts/fact.ts';
import type { Truth } from '../../../../src/core/facts/truth.ts';
import type { CompiledGuideline, ResolvedCondition } from '../../../../src/core/guideline/compile.ts';

/** Kleene's logic written down a second time, by numbers 0, ½ and 1, to hold the engine against. */
export function kleene(condition: ResolvedCondition, values: ReadonlyMap<string, FactValue>): number {
  if ('all' in condition) return Math.min(...condition.all.map((kid) => kleene(kid, values)));
  if ('any' in condition) return Math.max(...condition.any.map((kid) => kleene(kid, values)));
  if ('not' in condition) return 1 - kleene(condition.not, values);
  const value = values.get(condition.fact);
  if (value === undefined) return 0.5;
  return compare(condition.operator, value, condition.value) ? 1 : 0;
}

export function truthOf(number: number): Truth {
  if (number === 0.5) return 'unknown';
  return number === 1 ? 'true' : 'false';
}

function compare(operator: string, left: FactValue, right: FactValue): boolean {
  const members = (list: FactValue): readonly unknown[] => (Array.isArray(list) ? list : []);
  const table: Record<string, () => boolean> = {
    equal: () => left === right,
    notEqual: () => left !== right,
    in: () => members(right).includes(left),
    notIn: () => !members(right).includes(left),
    contains: () => members(left).includes(right),
    doesNotContain: () => !members(left).includes(right),
    lessThan: () => left < right,
    lessThanInclusive: () => left <= right,
    greaterThan: () => left > right,
    greaterThanInclusive: () => left >= right,
  };
  return table[operator]?.() ?? false;
}

/** The rung of a completely known patient: the first that holds. */
export function rungOf({ rungs }: CompiledGuideline, values: ReadonlyMap<string, FactValue>): string {
  return rungs.find(({ when }) => kleene(when, values) === 1)?.id ?? 'otherwise';
}
