const RATING: Readonly<Record<string, string>> = {
  A: 'appropriate',
  M: 'may-be-appropriate',
  N: 'not-appropriate',
  S: 'no-standard',
  '-': 'no-criteria-apply',
};

/** A row's letters (A, M, N, S, or - for not covered) as ratings by order, in the order of the examinations. */
export function ratingsBy(orders: readonly string[], letters: string): Readonly<Record<string, string>> {
  return Object.fromEntries(orders.map((order, index) => [order, RATING[letters[index] ?? ''] ?? '']));
}
