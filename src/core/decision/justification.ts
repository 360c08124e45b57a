import { type Facts, type FactValue, factOf } from '../facts/fact.ts';
import { leavesOf, type ResolvedCondition } from '../guideline/compile.ts';
import type { Decider } from './decide.ts';
import type { Evaluation, FoldedCondition } from './engine.ts';
import type { CriterionLine, FactLine, Justification } from './guidance.ts';
import type { Reach } from './reach.ts';

/**
 * Why the answer is what it is: every criterion and every fact with its truth or value and source.
 * Decisive is a fact that, with another value, would give another answer, and on which the rung that speaks rests (for
 * the last rung: any fact); decisive is a criterion of that rung that supports it.
 */
export function justify(
  decider: Decider,
  evaluation: Evaluation,
  facts: Facts,
  values: ReadonlyMap<string, FactValue>,
  speaks: string | null,
): Justification {
  const { guideline } = decider;
  const rung = guideline.rungs.find(({ id }) => id === speaks);
  const isLast = speaks === guideline.document.otherwise.id;
  const restsOn = rung ? new Set(leavesOf(rung.when).map(({ fact }) => fact)) : null;
  const now = speaks === null ? null : decider.reacher.reach(decider.ladder, values);
  const factLine = (id: string): FactLine => {
    const eligible = now !== null && values.has(id) && (isLast || restsOn?.has(id) === true);
    return { id, fact: factOf(facts, id), decisive: eligible && turns(decider, id, values, now) };
  };
  const supporting = speaks === null ? new Set<string>() : supportingCriteria(evaluation.rungs.get(speaks));
  const criteria = Object.entries(guideline.document.criteria).map(
    ([id, { label }]): CriterionLine => ({
      id,
      label,
      truth: evaluation.criteria.get(id)?.truth ?? 'unknown',
      decisive: supporting.has(id) || (isLast && usedByRungs(guideline.rungs, id)),
    }),
  );
  return { criteria, facts: Object.keys(guideline.facts).map(factLine) };
}

/** Whether some other value of one fact, all else as it is, gives other outcomes. */
function turns(decider: Decider, fact: string, values: ReadonlyMap<string, FactValue>, now: Reach): boolean {
  return decider.reacher.domain(fact).some((value) => {
    const then = decider.reacher.reach(decider.ladder, new Map([...values, [fact, value]]));
    return then.outcomes.join() !== now.outcomes.join();
  });
}

/** Names of the criteria whose truth carries a rung that holds: true parts of true groups, false parts under a "not". */
function supportingCriteria(rung: FoldedCondition | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: FoldedCondition): void => {
    if (node.name !== undefined) found.add(node.name);
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
