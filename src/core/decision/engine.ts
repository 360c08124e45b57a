import { type ConditionProperties, Engine, type TopLevelCondition } from 'json-rules-engine';
import type { FactValue } from '../facts/fact.ts';
import { allOf, anyOf, negate, type Truth } from '../facts/truth.ts';
import type { CompiledGuideline, ResolvedCondition, ResolvedLeaf } from '../guideline/compile.ts';

/** A condition as the engine evaluated it, folded to three values. */
export type FoldedCondition =
  | { readonly truth: Truth; readonly kids: readonly FoldedCondition[] }
  | { readonly truth: Truth; readonly fact: string };

/** Every criterion and rung of a guideline, as the engine found them; a criterion is the same object wherever it stands. */
export interface Evaluation {
  readonly criteria: ReadonlyMap<string, FoldedCondition>;
  readonly rungs: ReadonlyMap<string, FoldedCondition>;
}

/** Runs a guideline's rules on known values; a fact without a value is unknown. */
export type Evaluator = (values: ReadonlyMap<string, FactValue>) => Promise<Evaluation>;

/**
 * One engine rule per criterion and per rung. json-rules-engine has two values, so its own true and false are not
 * trusted: a leaf whose fact was undefined is unknown, and the tree is folded by Kleene's logic (design.md section 2).
 * A criterion is evaluated once, and from then on it is a fact to the rules that name it, which run after it.
 */
export function createEvaluator(guideline: CompiledGuideline): Evaluator {
  const criteria = Object.entries(guideline.criteria).map(([id, when]) => ({ name: criterionName(id), when }));
  const rungs = guideline.rungs.map(({ id, when }) => ({ name: rungName(id), when }));
  const stages: Engine[] = [];
  for (const { name, when } of [...criteria, ...rungs]) {
    const stage = depthOf(when);
    stages[stage] ??= new Engine([], { allowUndefinedFacts: true, pathResolver: refusePath });
    stages[stage].addRule({ name, conditions: topLevel(when), event: { type: name } });
  }
  const evaluate: Evaluator = async (values) => {
    const facts: Record<string, FactValue> = Object.fromEntries(values);
    const folded = new Map<string, FoldedCondition>();
    for (const stage of stages) {
      const { results, failureResults } = await stage.run(facts);
      for (const { name, conditions } of [...results, ...failureResults]) {
        const condition = fold(conditions, folded);
        folded.set(name, condition);
        if (condition.truth !== 'unknown') facts[name] = condition.truth === 'true';
      }
    }
    return {
      criteria: new Map(Object.keys(guideline.criteria).map((id) => [id, required(folded, criterionName(id))])),
      rungs: new Map(guideline.rungs.map(({ id }) => [id, required(folded, rungName(id))])),
    };
  };
  // An engine notes on itself that it runs: a run that began while another ended would skip its rules.
  let last: Promise<unknown> = Promise.resolve();
  return (values) => {
    const run = () => evaluate(values);
    const evaluation = last.then(run, run);
    last = evaluation;
    return evaluation;
  };
}

/** Names with a space in them: no fact of the vocabulary has one. */
function criterionName(id: string): string {
  return `criterion ${id}`;
}

function rungName(id: string): string {
  return `rung ${id}`;
}

/** How many criteria stand within each other in a condition. */
function depthOf(condition: ResolvedCondition): number {
  const own = condition.name === undefined ? 0 : 1;
  if ('all' in condition) return own + Math.max(0, ...condition.all.map(depthOf));
  if ('any' in condition) return own + Math.max(0, ...condition.any.map(depthOf));
  return 'not' in condition ? own + depthOf(condition.not) : own;
}

function required(folded: ReadonlyMap<string, FoldedCondition>, name: string): FoldedCondition {
  const condition = folded.get(name);
  if (!condition) throw new Error(`the engine gave no result for "${name}"`);
  return condition;
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
  if (condition.name !== undefined) return { fact: criterionName(condition.name), operator: 'equal', value: true };
  if ('all' in condition) return { all: condition.all.map(toEngine) };
  if ('any' in condition) return { any: condition.any.map(toEngine) };
  if ('not' in condition) return { not: toEngine(condition.not) };
  const { fact, operator, value }: ResolvedLeaf = condition;
  return { fact, operator, value };
}

/**
 * Folds a result tree: all is the minimum, any the maximum, not the negation over false < unknown < true. What has been
 * folded before stands in for the fact of its name.
 */
function fold(node: unknown, folded: ReadonlyMap<string, FoldedCondition>): FoldedCondition {
  if (typeof node !== 'object' || node === null) throw new Error('the engine returned no condition tree');
  if ('fact' in node && typeof node.fact === 'string') return folded.get(node.fact) ?? foldLeaf(node.fact, node);
  if ('all' in node && Array.isArray(node.all)) {
    const kids = node.all.map((kid) => fold(kid, folded));
    return { kids, truth: allOf(kids.map(({ truth }) => truth)) };
  }
  if ('any' in node && Array.isArray(node.any)) {
    const kids = node.any.map((kid) => fold(kid, folded));
    return { kids, truth: anyOf(kids.map(({ truth }) => truth)) };
  }
  if (!('not' in node)) throw new Error('the engine returned an unknown condition');
  const kid = fold(node.not, folded);
  return { kids: [kid], truth: negate(kid.truth) };
}

function foldLeaf(fact: string, node: object): FoldedCondition {
  if (!('factResult' in node) || node.factResult === undefined) return { fact, truth: 'unknown' };
  return { fact, truth: 'result' in node && node.result === true ? 'true' : 'false' };
}
