import { type Facts, type FactValue, factOf } from '../facts/fact.ts';
import { leavesOf, type ResolvedCondition } from '../guideline/compile.ts';
import type { Decider } from './decide.ts';
import type { Evaluation, FoldedCondition } from './engine.ts';
import type { CriterionLine, FactLine, Justification } from './guidance.ts';
import type { Ruling } from './ruling.ts';

/**
 * Why the answer is what it is: every criterion and every fact with its truth or value and source.
 * Decisive is a fact that, with another value, would give another answer, and on which the rung that speaks rests (for
 * the last rung: any fact); decisive is a criterion of that rung that supports it.
 */
export function justify(
  { guideline, reacher, ladder }: Decider,
  evaluation: Evaluation,
  facts: Facts,
  values: ReadonlyMap<string, FactValue>,
  { speaks, reachable }: Ruling,
): Justification {
  const rung = guideline.rungs.find(({ id }) => id === speaks);
  const isLast = speaks === guideline.document.otherwise.id;
  const used = Object.keys(guideline.facts);
  const restsOn = new Set(isLast ? used : rung ? leavesOf(rung.when).map(({ fact }) => fact) : []);
  const known = used.filter((id) => values.has(id) && restsOn.has(id));
  const turning = reacher.turnedBy(ladder, values, reachable, known);
  const supporting = supportingConditions(speaks === null ? undefined : evaluation.rungs.get(speaks));
  const criteria = Object.entries(guideline.document.criteria).map(([id, { label }]): CriterionLine => {
    const condition = evaluation.criteria.get(id);
    const supports = condition !== undefined && supporting.has(condition);
    const decisive = supports || (isLast && usedByRungs(guideline.rungs, id));
    return { id, label, truth: condition?.truth ?? 'unknown', decisive };
  });
  const lines = used.map((id): FactLine => ({ id, fact: factOf(facts, id), decisive: turning.has(id) }));
  return { criteria, facts: lines };
}

/** What carries a rung that holds: true parts of true groups, false parts under a "not". */
function supportingConditions(rung: FoldedCondition | undefined): ReadonlySet<FoldedCondition> {
  const found = new Set<FoldedCondition>();
  const visit = (node: FoldedCondition): void => {
    found.add(node);
    if (!('kids' in node)) return;
    for (const kid of node.kids) if (node.kids.length === 1 || kid.truth === node.truth) visit(kid);
  };
  if (rung?.truth === 'true') visit(rung);
  return found;
}

function usedByRungs(rungs: readonly { readonly when: ResolvedCondition }[], criterion: string): boolean {
  const names = (condition: ResolvedCondition): boolean => {
    if (condition.name === criterion) return true;
    if ('all' in condition) return condition.all.some(names);
    if ('any' in condition) return condition.any.some(names);
    return 'not' in condition && names(condition.not);
  };
  return rungs.some(({ when }) => names(when));
}
