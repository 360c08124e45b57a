import type { Condition, Guideline, Recommendation } from '../schema/guideline.ts';
import type { Path } from './remark.ts';

/** A fact compared with a value, as the author writes it. */
export type Comparison = Extract<Condition, { fact: string }>;
/** A criterion used by name. */
export type Reference = Extract<Condition, { condition: string }>;

/** Something of a guideline and where it stands. */
export interface Placed<Part> {
  readonly part: Part;
  readonly path: Path;
}

/** All rungs in ladder order, the last one included. */
export function rungsOf(guideline: Guideline): readonly Placed<Recommendation>[] {
  return [
    ...guideline.recommendations.map((part, index) => ({ part, path: ['recommendations', index] })),
    { part: guideline.otherwise, path: ['otherwise'] },
  ];
}

/** Every comparison and reference of applicability, criteria and ladder, in the order of the file's keys. */
export function leavesOfGuideline(guideline: Guideline): readonly Placed<Comparison | Reference>[] {
  return [
    ...leavesIn(guideline.appliesTo.when, ['appliesTo', 'when']),
    ...Object.entries(guideline.criteria).flatMap(([id, { when }]) => leavesIn(when, ['criteria', id, 'when'])),
    ...guideline.recommendations.flatMap(({ when }, index) => leavesIn(when, ['recommendations', index, 'when'])),
  ];
}

/** The comparisons and references of one condition, left to right. */
export function leavesIn(condition: Condition, path: Path): readonly Placed<Comparison | Reference>[] {
  const within = (kids: readonly Condition[], key: string) =>
    kids.flatMap((kid, index) => leavesIn(kid, [...path, key, index]));
  if ('all' in condition) return within(condition.all, 'all');
  if ('any' in condition) return within(condition.any, 'any');
  if ('not' in condition) return leavesIn(condition.not, [...path, 'not']);
  return [{ part: condition, path }];
}

/** The parameter that a comparison takes its number from; undefined when the value stands there itself. */
export function parameterOf({ value }: Comparison): string | undefined {
  return typeof value === 'object' && 'fact' in value ? value.fact : undefined;
}

/** What a record holds under an id; an id such as "constructor", which every object has, leads nowhere. */
export function entryOf<Entry>(record: Readonly<Record<string, Entry>>, id: string): Entry | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}
