import { createLadders, type Ladders, rule } from '../decision/ruling.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import { search } from './explore.ts';
import { conditionLadder } from './space.ts';
import type { Values } from './truth-of.ts';

/**
 * A patient with open questions in whom a mutant shows another urgency or verdict, although no answer can make another
 * recommendation of it: a rung holds for certain too early or too late. Looked for near the patients in whom a rung
 * holds in one and not in the other, with one or two facts taken away; not finding any is no proof.
 */
export function openDifference(
  guideline: CompiledGuideline,
  mutated: CompiledGuideline,
  usual: Values,
  order: string,
): Values | null {
  let ladders: readonly Ladders[] | null = null;
  for (const { id, when } of guideline.rungs) {
    const other = mutated.rungs.find((rung) => rung.id === id);
    if (!other || JSON.stringify(other.when) === JSON.stringify(when)) continue;
    if (guideline.document.recommendations.find((rung) => rung.id === id)?.urgency == null) continue;
    const pair = [conditionLadder(guideline, when), conditionLadder(mutated, other.when)];
    const witness = search([guideline, mutated], pair, ([one, changed]) => one !== changed, usual);
    if (!witness.found) continue;
    ladders ??= [guideline, mutated].map(createLadders);
    const shown = (values: Values): string[] =>
      (ladders ?? []).map((ready) => JSON.stringify(rule(ready, values, order)));
    for (const open of withLess(witness.values)) {
      const [one, changed] = shown(open);
      if (one !== changed) return open;
    }
  }
  return null;
}

function* withLess(values: Values): Generator<Values> {
  const facts = [...values.keys()];
  for (const [index, fact] of facts.entries())
    for (const other of facts.slice(index)) {
      const less = new Map(values);
      less.delete(fact);
      less.delete(other);
      yield less;
    }
}
