import type { Ladder } from '../decision/diagram.ts';
import type { FactValue } from '../facts/fact.ts';
import type { CompiledGuideline, ResolvedCondition, ResolvedLeaf } from '../guideline/compile.ts';
import { smallestPatients } from './product.ts';
import { createSpace } from './space.ts';
import { truthOf, type Values } from './truth-of.ts';

/** The patient looked for; or proof that there is none; or neither, because the diagrams grew too large. */
export type Search =
  | { readonly found: true; readonly values: Values }
  | { readonly found: false; readonly exhaustive: boolean };

/**
 * Looks over the whole space of answers for a patient in whom several ladders come out as wanted (`wanted` gets one outcome per
 * ladder, in order), and moves him as close to the usual patient of the vignettes as can be. "None" is a proof:
 * the diagrams hold every combination that any condition of `guidelines` can tell apart.
 */
export function search(
  guidelines: readonly CompiledGuideline[],
  ladders: readonly Ladder[],
  wanted: (outcomes: readonly string[]) => boolean,
  usual: Values,
): Search {
  const space = createSpace(guidelines);
  const roots = ladders.map((ladder) => space.expand(ladder));
  const known = roots.filter((root) => root !== null);
  if (known.length < roots.length) return { found: false, exhaustive: false };
  const patient = smallestPatients(space, known, (outcomes) => (wanted(outcomes) ? 'wanted' : null)).get('wanted');
  if (!patient) return { found: false, exhaustive: true };
  const isWanted = (values: Values): boolean => {
    const outcomes = ladders.map((ladder) => ladderOutcome(ladder, values));
    const settled = outcomes.filter((outcome) => outcome !== null);
    return settled.length === outcomes.length && wanted(settled);
  };
  return { found: true, values: closerTo(usual, patient, isWanted) };
}

/** Takes back to usual, one after the other, every value that can be. */
function closerTo(usual: Values, patient: Values, isWanted: (values: Values) => boolean): Values {
  let values = new Map([...usual, ...patient]);
  for (const [fact] of patient) {
    const value = usual.get(fact);
    if (value === undefined) continue;
    const nearer = new Map([...values, [fact, value]]);
    if (isWanted(nearer)) values = nearer;
  }
  return values;
}

function ladderOutcome({ rungs, otherwise }: Ladder, values: Values): string | null {
  for (const { id, when } of rungs) {
    const truth = truthOf(when, values);
    if (truth === 'unknown') return null;
    if (truth === 'true') return id;
  }
  return otherwise;
}

/** A ladder in which some comparisons have become constants (empty groups); null leaves one as it is. */
export function withConstants({ rungs, otherwise }: Ladder, constant: (leaf: ResolvedLeaf) => boolean | null): Ladder {
  const fixed = (condition: ResolvedCondition): ResolvedCondition => {
    if ('all' in condition) return { all: condition.all.map(fixed) };
    if ('any' in condition) return { any: condition.any.map(fixed) };
    if ('not' in condition) return { not: fixed(condition.not) };
    const truth = constant(condition);
    if (truth === null) return condition;
    return truth ? { all: [] } : { any: [] };
  };
  return { rungs: rungs.map(({ id, when }) => ({ id, when: fixed(when) })), otherwise };
}

/** Whether two values of a fact are the same; several choices are compared one by one. */
export function sameValue(one: FactValue | undefined, other: FactValue | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.length === other.length && one.every((member) => other.includes(member));
}
