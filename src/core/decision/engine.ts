import { type ConditionProperties, Engine, type TopLevelCondition } from 'json-rules-engine';
import type { FactValue } from '../facts/fact.ts';
import { allOf, anyOf, negate, type Truth } from '../facts/truth.ts';
import type { CompiledGuideline, ResolvedCondition, ResolvedLeaf } from '../guideline/compile.ts';

/** A condition as the engine evaluated it, folded to three values. */
export type FoldedCondition =
  | { readonly truth: Truth; readonly name?: string; readonly kids: readonly FoldedCondition[] }
  | { readonly truth: Truth; readonly name?: string; readonly fact: string };

/** Every criterion and rung of a guideline, as the engine found them. */
export interface Evaluation {
  readonly criteria: ReadonlyMap<string, FoldedCondition>;
  readonly rungs: ReadonlyMap<string, FoldedCondition>;
}

/** Runs a guideline's rules on known values; a fact without a value is unknown. */
export type Evaluator = (values: ReadonlyMap<string, FactValue>) => Promise<Evaluation>;

/**
 * One engine rule per criterion and per rung. json-rules-engine has two values, so its own true and false are not
 * trusted: a leaf whose fact was undefined is unknown, and the tree is folded by Kleene's logic (design.md section 2).
 */
export function createEvaluator(guideline: CompiledGuideline): Evaluator {
  const engine = new Engine([], { allowUndefinedFacts: true, pathResolver: refusePath });
  const rules = [
    ...Object.entries(guideline.criteria).map(([id, when]) => ({ name: `criterion ${id}`, when })),
    ...guideline.rungs.map(({ id, when }) => ({ name: `rung ${id}`, when })),
  ];
  for (const { name, when } of rules) engine.addRule({ name, conditions: topLevel(when), event: { type: name } });
  return async (values) => {
    const { results, failureResults } = await engine.run(Object.fromEntries(values));
    const folded = new Map([...results, ...failureResults].map((result) => [result.name, fold(result.conditions)]));
    const named = (prefix: string, ids: readonly string[]) =>
      new Map(ids.map((id) => [id, required(folded.get(`${prefix} ${id}`), id)]));
    return {
      criteria: named('criterion', Object.keys(guideline.criteria)),
      rungs: named(
        'rung',
        guideline.rungs.map(({ id }) => id),
      ),
    };
  };
}

function required(folded: FoldedCondition | undefined, id: string): FoldedCondition {
  if (!folded) throw new Error(`the engine gave no result for "${id}"`);
  return folded;
}

/** Rules have no `path`: it would be a second language, and jsonpath-plus is left out of the bundle. */
function refusePath(): never {
  throw new Error('a rule must not use "path"');
}

/** The engine wants a group at the top: a bare comparison becomes a group of one. */
function topLevel(condition: ResolvedCondition): TopLevelCondition {
  const converted = toEngine(condition);
  return 'fact' in converted ? { all: [converted] } : converted;
}

function toEngine(condition: ResolvedCondition): TopLevelCondition | ConditionProperties {
  const name = condition.name === undefined ? {} : { name: condition.name };
  if ('all' in condition) return { ...name, all: condition.all.map(toEngine) };
  if ('any' in condition) return { ...name, any: condition.any.map(toEngine) };
  if ('not' in condition) return { ...name, not: toEngine(condition.not) };
  const { fact, operator, value }: ResolvedLeaf = condition;
  return { ...name, fact, operator, value };
}

/** Folds a result tree: all is the minimum, any the maximum, not the negation over false < unknown < true. */
export function fold(node: unknown): FoldedCondition {
  if (typeof node !== 'object' || node === null) throw new Error('the engine returned no condition tree');
  const name = 'name' in node && typeof node.name === 'string' ? { name: node.name } : {};
  if ('all' in node && Array.isArray(node.all)) {
    const kids = node.all.map(fold);
    return { ...name, kids, truth: allOf(kids.map(({ truth }) => truth)) };
  }
  if ('any' in node && Array.isArray(node.any)) {
    const kids = node.any.map(fold);
    return { ...name, kids, truth: anyOf(kids.map(({ truth }) => truth)) };
  }
  if ('not' in node) {
    const kid = fold(node.not);
    return { ...name, kids: [kid], truth: negate(kid.truth) };
  }
  if (!('fact' in node) || typeof node.fact !== 'string') throw new Error('the engine returned an unknown condition');
  const factResult = 'factResult' in node ? node.factResult : undefined;
  if (factResult === undefined) return { ...name, fact: node.fact, truth: 'unknown' };
  return { ...name, fact: node.fact, truth: 'result' in node && node.result === true ? 'true' : 'false' };
}
