import type { FactValue } from '../facts/fact.ts';
import type { ResolvedLeaf } from '../guideline/compile.ts';

/**
 * json-rules-engine's operators on values whose types the vocabulary guarantees; the synchronous twin of the engine for
 * finding what is decided and what to ask. A property test keeps the two in agreement.
 */
export function holds(leaf: ResolvedLeaf, value: FactValue): boolean {
  const { operator, value: comparand } = leaf;
  switch (operator) {
    case 'equal':
      return value === comparand;
    case 'notEqual':
      return value !== comparand;
    case 'in':
      return isList(comparand) && comparand.some((member) => member === value);
    case 'notIn':
      return isList(comparand) && !comparand.some((member) => member === value);
    case 'contains':
      return isList(value) && value.some((member) => member === comparand);
    case 'doesNotContain':
      return isList(value) && !value.some((member) => member === comparand);
    default:
      return typeof value === 'number' && typeof comparand === 'number' && compares(operator, value, comparand);
  }
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

function compares(
  operator: 'lessThan' | 'lessThanInclusive' | 'greaterThan' | 'greaterThanInclusive',
  left: number,
  right: number,
): boolean {
  if (operator === 'lessThan') return left < right;
  if (operator === 'lessThanInclusive') return left <= right;
  return operator === 'greaterThan' ? left > right : left >= right;
}
