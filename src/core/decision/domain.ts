import type { FactValue } from '../facts/fact.ts';
import type { ResolvedLeaf } from '../guideline/compile.ts';
import type { FactDefinition } from '../schema/vocabulary.ts';

type NumberDefinition = Extract<FactDefinition, { type: 'number' }>;

/**
 * All values of a fact that a guideline can tell apart: every answer of a yes/no or choice, one number per interval
 * between the thresholds its conditions use, and every combination of the tested choices of a multiple choice.
 */
export function domainOf(definition: FactDefinition, leaves: readonly ResolvedLeaf[]): readonly FactValue[] {
  if (definition.type === 'boolean') return [true, false];
  if (definition.type === 'number') return intervals(definition, thresholdsOf(leaves));
  if (!definition.multiple) return definition.choices.map(({ id }) => id);
  const tested = new Set(leaves.map(({ value }) => value).filter((value) => typeof value === 'string'));
  const untested = definition.choices.map(({ id }) => id).find((id) => !tested.has(id));
  return subsets([...tested]).map((subset) => (subset.length > 0 || untested === undefined ? subset : [untested]));
}

function thresholdsOf(leaves: readonly ResolvedLeaf[]): readonly number[] {
  const numbers = leaves.map(({ value }) => value).filter((value) => typeof value === 'number');
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/**
 * The thresholds, and from every interval between and around them one number: the fact's negative value where it lies
 * there, else the one nearest a threshold.
 */
function intervals({ min, max, step, negative }: NumberDefinition, thresholds: readonly number[]): readonly number[] {
  const inside = thresholds.filter((threshold) => threshold >= min && threshold <= max);
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return [negative ?? min];
  const whole = Number.isInteger(step);
  const within = (low: number, high: number, near: number): number =>
    negative !== undefined && low < negative && negative < high ? negative : near;
  const below = whole ? Math.ceil(first) - 1 : first - step;
  const points = first > min ? [within(Number.NEGATIVE_INFINITY, first, Math.max(min, below))] : [];
  for (const [index, threshold] of inside.entries()) {
    points.push(threshold);
    const next = inside[index + 1];
    const above = whole ? Math.floor(threshold) + 1 : threshold + step;
    if (next === undefined) {
      if (threshold < max) points.push(within(threshold, Number.POSITIVE_INFINITY, Math.min(max, above)));
    } else if (above < next) points.push(within(threshold, next, above));
    else if (!whole) points.push((threshold + next) / 2);
  }
  return points;
}

function subsets(members: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = members;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((subset) => [subset, [first, ...subset]]);
}
