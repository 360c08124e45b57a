import { type CompiledGuideline, comparand, compileGuideline, type ResolvedLeaf } from '../guideline/compile.ts';
import type { Condition, Guideline } from '../schema/guideline.ts';

/** Where something stands in a guideline's document: keys and places in lists, from the top. */
export type Path = readonly (string | number)[];

/** A condition at its place in the document. A criterion is one place, however many rungs refer to it. */
export interface ConditionSite {
  readonly path: Path;
  readonly condition: Condition;
}

/** A comparison at its place, with its parameter's number put in. */
export interface LeafSite {
  readonly path: Path;
  readonly leaf: ResolvedLeaf;
}

/** Every condition of a document, each before its parts: applicability, criteria, rungs. */
export function conditionSites(document: Guideline): readonly ConditionSite[] {
  return [
    ...sitesWithin(document.appliesTo.when, ['appliesTo', 'when']),
    ...Object.entries(document.criteria).flatMap(([id, { when }]) => sitesWithin(when, ['criteria', id, 'when'])),
    ...document.recommendations.flatMap(({ when }, index) => sitesWithin(when, ['recommendations', index, 'when'])),
  ];
}

/** Every comparison of a document, in the same order. */
export function leafSites(document: Guideline): readonly LeafSite[] {
  return conditionSites(document).flatMap(({ path, condition }) => {
    if (!('fact' in condition)) return [];
    const { fact, operator, value } = condition;
    return [{ path, leaf: { fact, operator, value: comparand(document, value) } }];
  });
}

function sitesWithin(condition: Condition, path: Path): readonly ConditionSite[] {
  const within = (kids: readonly Condition[], key: string) =>
    kids.flatMap((kid, index) => sitesWithin(kid, [...path, key, index]));
  const here = { path, condition };
  if ('all' in condition) return [here, ...within(condition.all, 'all')];
  if ('any' in condition) return [here, ...within(condition.any, 'any')];
  return 'not' in condition ? [here, ...sitesWithin(condition.not, [...path, 'not'])] : [here];
}

/** The document with another condition at one place; null takes the condition out of its group. */
export function withCondition(document: Guideline, path: Path, replacement: Condition | null): Guideline {
  const [room, key, ...rest] = path;
  const edit = (when: Condition): Condition => edited(when, rest.slice(1), replacement) ?? when;
  if (room === 'appliesTo') {
    const when = edited(document.appliesTo.when, rest, replacement) ?? document.appliesTo.when;
    return { ...document, appliesTo: { ...document.appliesTo, when } };
  }
  if (room === 'criteria') {
    const criteria = Object.entries(document.criteria).map(([id, criterion]) =>
      id === key ? [id, { ...criterion, when: edit(criterion.when) }] : [id, criterion],
    );
    return { ...document, criteria: Object.fromEntries(criteria) };
  }
  const recommendations = document.recommendations.map((recommendation, index) =>
    index === key ? { ...recommendation, when: edit(recommendation.when) } : recommendation,
  );
  return { ...document, recommendations };
}

function edited(condition: Condition, path: Path, replacement: Condition | null): Condition | null {
  const [, place, ...rest] = path;
  if (path.length === 0) return replacement;
  const within = (kids: readonly Condition[]) =>
    kids.flatMap((kid, index) => (index === place ? (edited(kid, rest, replacement) ?? []) : [kid]));
  if ('all' in condition) return { all: within(condition.all) };
  if ('any' in condition) return { any: within(condition.any) };
  if ('not' in condition) return { not: edited(condition.not, path.slice(1), replacement) ?? condition.not };
  throw new Error(`there is no condition at ${path.join('/')}`);
}

/** Compiles a changed document of a guideline; it may use no other facts than the guideline itself. */
export function recompile({ facts }: CompiledGuideline, document: Guideline): CompiledGuideline {
  return compileGuideline(document, { facts, orders: {}, valueSets: {} });
}
