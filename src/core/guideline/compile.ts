import type { Condition, Guideline } from '../schema/guideline.ts';
import type { Operator } from '../schema/rating.ts';
import type { FactDefinition } from '../schema/vocabulary.ts';
import type { Vocabulary } from './library.ts';
import type { LocalGuideline } from './site.ts';

/** A condition with criteria inlined (their id kept as `name`) and parameters replaced by their numbers. */
export type ResolvedCondition =
  | { readonly all: readonly ResolvedCondition[]; readonly name?: string }
  | { readonly any: readonly ResolvedCondition[]; readonly name?: string }
  | { readonly not: ResolvedCondition; readonly name?: string }
  | ResolvedLeaf;

/** A fact compared with a value, as json-rules-engine has it. */
export interface ResolvedLeaf {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: boolean | number | string | readonly string[];
  readonly name?: string;
}

/** A guideline ready to decide: conditions resolved once, and the facts it can need. */
export interface CompiledGuideline {
  /** As the author wrote it, with the site's changes laid over it where there are any (`local`). */
  readonly document: LocalGuideline;
  /** Definitions of the facts its conditions use, by id, in order of first use: applicability, then down the ladder. */
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly appliesWhen: ResolvedCondition;
  readonly criteria: Readonly<Record<string, ResolvedCondition>>;
  /** The ladder, in order, without the last rung. */
  readonly rungs: readonly { readonly id: string; readonly when: ResolvedCondition }[];
}

/**
 * Resolves a linted guideline. A reference that leads nowhere or in a circle is a programmer's mistake here (the linter
 * reports it to the author) and throws.
 */
export function compileGuideline(document: LocalGuideline, vocabulary: Vocabulary): CompiledGuideline {
  const resolve = (condition: Condition, within: readonly string[]): ResolvedCondition => {
    if ('all' in condition) return { all: condition.all.map((kid) => resolve(kid, within)) };
    if ('any' in condition) return { any: condition.any.map((kid) => resolve(kid, within)) };
    if ('not' in condition) return { not: resolve(condition.not, within) };
    if ('condition' in condition) {
      const id = condition.condition;
      const criterion = document.criteria[id];
      if (!criterion || within.includes(id)) throw new Error(`criterion "${id}" of ${document.id} cannot be resolved`);
      return { ...resolve(criterion.when, [...within, id]), name: id };
    }
    return { fact: condition.fact, operator: condition.operator, value: comparand(document, condition.value) };
  };
  const appliesWhen = resolve(document.appliesTo.when, []);
  const rungs = document.recommendations.map(({ id, when }) => ({ id, when: resolve(when, []) }));
  const criteria = Object.fromEntries(
    Object.entries(document.criteria).map(([id, { when }]) => [id, resolve(when, [id])]),
  );
  const facts: Record<string, FactDefinition> = {};
  const conditions = [appliesWhen, ...rungs.map(({ when }) => when), ...Object.values(criteria)];
  for (const leaf of conditions.flatMap(leavesOf)) {
    const definition = vocabulary.facts[leaf.fact];
    if (!definition) throw new Error(`fact "${leaf.fact}" of ${document.id} is not in the vocabulary`);
    facts[leaf.fact] ??= definition;
  }
  return { document, facts, appliesWhen, criteria, rungs };
}

/** What a comparison compares with: the value written, or the parameter's number. A parameter that is not there throws. */
export function comparand(
  document: Guideline,
  value: Extract<Condition, { fact: string }>['value'],
): ResolvedLeaf['value'] {
  if (typeof value !== 'object' || !('fact' in value)) return value;
  const parameter = document.parameters[value.fact];
  if (!parameter) throw new Error(`parameter "${value.fact}" of ${document.id} cannot be resolved`);
  return parameter.value;
}

/** The fact comparisons of a condition, left to right. */
export function leavesOf(condition: ResolvedCondition): readonly ResolvedLeaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return [condition];
}
