import type { Coverage, Seen } from './coverage.ts';
import type { Shortfall } from './shortfall.ts';

/** What coverage demands, kind by kind. */
export type Demand = 'comparisons' | 'criteria' | 'recommendations' | 'pairs';

/** How much of one kind of demand is covered. What no vignette can show (proved) is counted apart, never as covered. */
export interface Tally {
  readonly covered: number;
  readonly demanded: number;
  readonly impossible: number;
}

/** A share in whole percent, rounded down: 100 only when nothing is missing. */
export function percentOf({ covered, demanded }: Tally): number {
  return demanded === 0 ? 100 : Math.floor((100 * covered) / demanded);
}

/** How much is covered, by kind of demand. */
export function talliesOf(
  { leaves, criteria, recommendations }: Coverage,
  shortfalls: readonly Shortfall[],
): Readonly<Record<Demand, Tally>> {
  const tally = (demand: Demand, shown: readonly unknown[]): Tally => {
    const impossible = shortfalls.filter((shortfall) => shortfall.demand === demand && shortfall.impossible).length;
    const covered = shown.filter((one) => one !== null).length;
    return { covered, demanded: shown.length - impossible, impossible };
  };
  const truths = (all: readonly { readonly seen: Seen }[]) => all.flatMap(({ seen }) => Object.values(seen));
  return {
    comparisons: tally('comparisons', truths(leaves)),
    criteria: tally('criteria', truths(criteria)),
    recommendations: tally(
      'recommendations',
      recommendations.map(({ reached }) => reached),
    ),
    pairs: tally(
      'pairs',
      leaves.map(({ pair }) => pair),
    ),
  };
}
