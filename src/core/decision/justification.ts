import { type Facts, type FactValue, factOf } from '../facts/fact.ts';
import { leavesOf } from '../guideline/compile.ts';
import type { Decider } from './decide.ts';
import type { Evaluation, FoldedCondition } from './engine.ts';
import type { CriterionLine, FactLine, Justification } from './guidance.ts';
import { type Ruling, recommendationOf } from './ruling.ts';

/**
 * Why the answer is what it is: every criterion and every fact with its truth or value and source.
 * Decisive is a fact that, with another value, would give another answer, and on which the rung that speaks rests (for
 * the last rung: any fact); decisive is a criterion of that rung that supports it (for the last: every one). A number with
 * which no examination would be rated any more, such as a child's age where a guideline is for adults, says whom the
 * guideline covers: that a patient is covered decides nothing.
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
  const rates = (outcome: string): boolean =>
    Object.values(recommendationOf(guideline, outcome).ratings).some((rating) => rating !== 'no-criteria-apply');
  const turning = reacher.turnedBy(
    ladder,
    values,
    reachable,
    known,
    (fact, then) => guideline.facts[fact]?.type !== 'number' || then.some(rates),
  );
  const supporting = supportingConditions(speaks === null ? undefined : evaluation.rungs.get(speaks));
  const criteria = Object.entries(guideline.document.criteria).map(([id, { label }]): CriterionLine => {
    const condition = evaluation.criteria.get(id);
    const supports = condition !== undefined && supporting.has(condition);
    return { id, label, truth: condition?.truth ?? 'unknown', decisive: supports || isLast };
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
