/** A source of numbers that gives the same ones for the same seed (mulberry32). */
export interface Random {
  /** From 0 up to, not including, `below`; a whole number. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** Whether something that happens with that probability (0 to 1) does. */
  chance(probability: number): boolean;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (below) => Math.floor(next() * below),
    pick(from) {
      const found = from[Math.floor(next() * from.length)];
      if (found === undefined) throw new RangeError('There is nothing to pick from');
      return found;
    },
    chance: (probability) => next() < probability,
  };
}
