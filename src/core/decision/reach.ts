import type { FactValue } from '../facts/fact.ts';
import { type CompiledGuideline, leavesOf } from '../guideline/compile.ts';
import {
  createDiagramStore,
  createLadderExpander,
  type DiagramId,
  type DiagramStore,
  type Ladder,
  type LadderExpander,
  type LadderState,
} from './diagram.ts';
import { domainOf } from './domain.ts';
import { type ConditionStore, createConditionStore, TRUE } from './residual.ts';

/** What can still come out, and what it hangs on. */
export interface Reach {
  /** Outcomes that some completion of the unknown facts gives, in ladder order. */
  readonly outcomes: readonly string[];
  /** Unknown facts with a completion of the others in which their value changes the outcome; in order of first use. */
  readonly asks: readonly string[];
  /** False where the budget ran out: then both lists are safe supersets. */
  readonly exact: boolean;
}

type Known = readonly [fact: string, value: FactValue];

/** Finds what is reachable, given what is known. */
export interface Reacher {
  reach(ladder: Ladder, values: ReadonlyMap<string, FactValue>): Reach;
  /**
   * Those of some known facts that the outcomes turn on: with another value, all else as it is, others are reached than
   * `outcomes`, which are reached now. `counts` tells whether it matters that these would be reached.
   */
  turnedBy(
    ladder: Ladder,
    values: ReadonlyMap<string, FactValue>,
    outcomes: readonly string[],
    facts: readonly string[],
    counts: (fact: string, outcomes: readonly string[]) => boolean,
  ): ReadonlySet<string>;
}

/** Conditions after which what is remembered of earlier patients is forgotten: a service meets ever new ones. */
const REMEMBERED = 100_000;

/** Steps one call may take before it falls back to the residual's own facts. */
const BUDGET = 20_000;

/**
 * Shannon expansion of the ladder's residual into a reduced ordered decision diagram (design.md section 2). In a reduced
 * diagram a fact stands if and only if its value can change the outcome, so both lists are exact.
 */
export function createReacher(guideline: CompiledGuideline, remembered = REMEMBERED): Reacher {
  const order = Object.keys(guideline.facts);
  const conditions = [
    guideline.appliesWhen,
    ...guideline.rungs.map(({ when }) => when),
    ...Object.values(guideline.criteria),
  ];
  const leaves = conditions.flatMap(leavesOf);
  const domains = order.map((fact) => {
    const definition = guideline.facts[fact];
    return definition
      ? domainOf(
          definition,
          leaves.filter((leaf) => leaf.fact === fact),
        )
      : [];
  });
  const createMemory = () => ({
    store: createConditionStore(order, domains),
    diagrams: createDiagramStore(),
    expanders: new WeakMap<Ladder, LadderExpander>(),
  });
  let memory = createMemory();
  /** What is remembered is forgotten between two calls only: within one, numbers are those of one memory. */
  const begin = (ladder: Ladder): LadderExpander => {
    if (memory.store.size() > remembered) memory = createMemory();
    const { store, diagrams, expanders } = memory;
    const expander = expanders.get(ladder) ?? createLadderExpander(ladder, store, domains, diagrams);
    expanders.set(ladder, expander);
    return expander;
  };
  const reachFrom = (ladder: Ladder, expander: LadderExpander, state: LadderState): Reach => {
    const names = [...ladder.rungs.map(({ id }) => id), ladder.otherwise];
    const root = expander.expand(state, BUDGET);
    const { outcomes, asks } = root === null ? superset(state, names, memory.store) : contentsOf(memory.diagrams, root);
    return {
      outcomes: names.filter((name) => outcomes.has(name)),
      asks: [...asks].sort((a, b) => a - b).map((variable) => order[variable] ?? ''),
      exact: root !== null,
    };
  };
  return {
    reach(ladder, values) {
      const expander = begin(ladder);
      return reachFrom(ladder, expander, expander.stateOf(values));
    },
    turnedBy(ladder, values, outcomes, facts, counts) {
      const expander = begin(ladder);
      const now = outcomes.join();
      const turning = new Set<string>();
      // Half of the facts are filled in before the other half is looked at, and so on: what all share is done once.
      const visit = (state: LadderState, open: readonly Known[]): void => {
        const [first, second] = open;
        if (first === undefined || isSettled(state)) return;
        if (second !== undefined) {
          const [one, other] = [open.slice(0, open.length / 2), open.slice(open.length / 2)];
          visit(expander.assign(state, new Map(other)), one);
          visit(expander.assign(state, new Map(one)), other);
          return;
        }
        const [fact] = first;
        const isOther = (value: FactValue): boolean => {
          const then = reachFrom(ladder, expander, expander.assign(state, new Map([[fact, value]]))).outcomes;
          return then.join() !== now && counts(fact, then);
        };
        if (domains[order.indexOf(fact)]?.some(isOther)) turning.add(fact);
      };
      const isOpen = ([fact]: Known): boolean => facts.includes(fact);
      const known = [...values];
      visit(expander.stateOf(new Map(known.filter((one) => !isOpen(one)))), known.filter(isOpen));
      return turning;
    },
  };
}

/** Whether the outcome no longer hangs on any fact. */
function isSettled([first]: LadderState): boolean {
  return first === undefined || first[1] === TRUE;
}

/** The outcomes a diagram can come to, and the facts (by place in the order) it hangs on. */
export function contentsOf(
  diagrams: DiagramStore,
  root: DiagramId,
): { readonly outcomes: ReadonlySet<string>; readonly asks: ReadonlySet<number> } {
  const outcomes = new Set<string>();
  const asks = new Set<number>();
  const seen = new Set<DiagramId>();
  const visit = (id: DiagramId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const node = diagrams.node(id);
    if ('outcome' in node) outcomes.add(node.outcome);
    else {
      asks.add(node.variable);
      node.kids.forEach(visit);
    }
  };
  visit(root);
  return { outcomes, asks };
}

function superset(state: LadderState, names: readonly string[], store: ConditionStore) {
  const closed = state.at(-1)?.[1] === TRUE;
  const outcomes = state.map(([rung]) => names[rung] ?? '');
  const asks = new Set(state.flatMap(([, condition]) => [...store.variables(condition)]));
  return { outcomes: new Set(closed ? outcomes : [...outcomes, names.at(-1) ?? '']), asks };
}
