import type { FactValue } from '../facts/fact.ts';

/** A fact as it would have to be. Within one search equal changes are one object. */
export interface Change {
  readonly fact: string;
  readonly value: FactValue;
}

/** Changes that together lead somewhere. */
export type Way = readonly Change[];

/** Of several ways those of at most so many changes, and of these none that contains another. */
export function minimalWays(ways: readonly Way[], most: number): readonly Way[] {
  const kept: Way[] = [];
  const short = ways.filter(({ length }) => length <= most).sort((one, other) => one.length - other.length);
  for (const way of short) if (!kept.some((smaller) => smaller.every((change) => way.includes(change)))) kept.push(way);
  return kept;
}

/** The ways that lead to both of two places: a way to the one together with a way to the other, where they do not conflict. */
export function joinedWays(some: readonly Way[], others: readonly Way[], most: number): readonly Way[] {
  const joined = some.flatMap((one) => others.map((other) => join(one, other)));
  return minimalWays(
    joined.filter((way) => way !== null),
    most,
  );
}

function join(one: Way, other: Way): Way | null {
  const added: Change[] = [];
  for (const change of other) {
    const same = one.find(({ fact }) => fact === change.fact);
    if (same === undefined) added.push(change);
    else if (same !== change) return null;
  }
  return [...one, ...added];
}
