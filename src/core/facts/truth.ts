/**
 * Three-valued truth (Kleene's strong logic): a missing fact is never false.
 * Strings, not booleans, so that `if (truth)` cannot pass unknown off as false.
 */
export type Truth = 'true' | 'false' | 'unknown';

/** Negation: unknown stays unknown. */
export function negate(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'true' ? 'false' : 'true';
}

/** Conjunction: the minimum over false < unknown < true; true for no operands. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes('false')) return 'false';
  return truths.includes('unknown') ? 'unknown' : 'true';
}

/** Disjunction: the maximum over false < unknown < true; false for no operands. */
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes('true')) return 'true';
  return truths.includes('unknown') ? 'unknown' : 'false';
}
