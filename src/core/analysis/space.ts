import {
  createDiagramStore,
  createLadderExpander,
  type DiagramId,
  type DiagramStore,
  type Ladder,
} from '../decision/diagram.ts';
import { domainOf } from '../decision/domain.ts';
import { createConditionStore } from '../decision/residual.ts';
import type { FactValue } from '../facts/fact.ts';
import { type CompiledGuideline, leavesOf, type ResolvedCondition } from '../guideline/compile.ts';
import type { FactDefinition } from '../schema/vocabulary.ts';

/** Outcome of a patient to whom the guideline does not speak. */
export const DOES_NOT_APPLY = 'does-not-apply';
/** Outcomes of a single condition. */
export const HOLDS = 'holds';
export const FAILS = 'fails';

/**
 * The whole space of answers to one or more guidelines: their facts in a fixed order, each with the values that some
 * condition can tell apart (thresholds cut numbers into intervals), and the diagrams over them. Every statement about all
 * diagrams of a space is a statement about all patients.
 */
export interface Space {
  readonly facts: readonly string[];
  readonly definitions: readonly FactDefinition[];
  readonly domains: readonly (readonly FactValue[])[];
  readonly diagrams: DiagramStore;
  /** How many combinations of answers there are. */
  readonly combinations: number;
  /** The diagram of a ladder; null when it would take more than the budget. */
  expand(ladder: Ladder): DiagramId | null;
}

/** Steps one diagram may take; a shipped guideline takes a few thousand. */
export const ANALYSIS_BUDGET = 400_000;

/** The space of one guideline, or of several together (old and new): the thresholds of all cut the numbers. */
export function createSpace(guidelines: readonly CompiledGuideline[], budget = ANALYSIS_BUDGET): Space {
  const all = new Map<string, FactDefinition>();
  for (const guideline of guidelines)
    for (const [fact, definition] of Object.entries(guideline.facts)) all.set(fact, widened(all.get(fact), definition));
  const facts = [...all.keys()];
  const definitions = [...all.values()];
  const leaves = guidelines.flatMap(conditionsOf).flatMap(leavesOf);
  const domains = definitions.map((definition, place) =>
    domainOf(
      definition,
      leaves.filter(({ fact }) => fact === facts[place]),
    ),
  );
  const conditions = createConditionStore(facts, domains);
  const diagrams = createDiagramStore();
  return {
    facts,
    definitions,
    domains,
    diagrams,
    combinations: domains.reduce((product, { length }) => product * length, 1),
    expand(ladder) {
      const expander = createLadderExpander(ladder, conditions, domains, diagrams);
      return expander.expand(expander.stateOf(new Map()), budget);
    },
  };
}

/** The ladder of a guideline with its applicability above it: what it says to any patient, or that it does not speak. */
export function wholeLadder({ appliesWhen, rungs, document }: CompiledGuideline): Ladder {
  return {
    rungs: [{ id: DOES_NOT_APPLY, when: { not: appliesWhen } }, ...rungs],
    otherwise: document.otherwise.id,
  };
}

/** Whether a condition holds in a patient to whom the guideline applies. */
export function conditionLadder({ appliesWhen }: CompiledGuideline, when: ResolvedCondition): Ladder {
  return { rungs: [{ id: HOLDS, when: { all: [appliesWhen, when] } }], otherwise: FAILS };
}

/** The place of a fact in the order of the space. */
export function placeOf(space: Space, fact: string): number {
  const place = space.facts.indexOf(fact);
  if (place < 0) throw new Error(`fact "${fact}" is not in the space`);
  return place;
}

function conditionsOf({ appliesWhen, rungs, criteria }: CompiledGuideline): readonly ResolvedCondition[] {
  return [appliesWhen, ...rungs.map(({ when }) => when), ...Object.values(criteria)];
}

/** A definition that allows the values of both: the range of numbers and the choices of old and new. */
function widened(before: FactDefinition | undefined, after: FactDefinition): FactDefinition {
  if (before === undefined || before.type !== after.type) return after;
  if (before.type === 'number' && after.type === 'number')
    return { ...after, min: Math.min(before.min, after.min), max: Math.max(before.max, after.max) };
  if (before.type === 'choice' && after.type === 'choice') {
    const ids = after.choices.map(({ id }) => id);
    return { ...after, choices: [...after.choices, ...before.choices.filter(({ id }) => !ids.includes(id))] };
  }
  return after;
}
