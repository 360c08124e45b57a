import type { Reading } from '../schema/vocabulary.ts';

/** Ids of the value sets that a reading names. */
export function valueSetsOf(reading: Reading): readonly string[] {
  if ('choices' in reading) return Object.values(reading.choices);
  const undoing = 'unlessLater' in reading && reading.unlessLater !== undefined ? [reading.unlessLater] : [];
  return 'valueSet' in reading ? [reading.valueSet, ...undoing] : undoing;
}
