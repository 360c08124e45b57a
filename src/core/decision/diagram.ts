import type { FactValue } from '../facts/fact.ts';
import type { ResolvedCondition } from '../guideline/compile.ts';
import { type ConditionId, type ConditionStore, FALSE, TRUE } from './residual.ts';

/** A ladder of outcomes: the first whose condition holds, else the last one. */
export interface Ladder {
  readonly rungs: readonly { readonly id: string; readonly when: ResolvedCondition }[];
  readonly otherwise: string;
}

/** An outcome, or a fact (by place in the order) with what follows from each value of its domain. */
export type DiagramNode =
  | { readonly outcome: string }
  | { readonly variable: number; readonly kids: readonly DiagramId[] };

/** A reduced ordered decision diagram by number: equal functions of the facts have equal numbers within one store. */
export type DiagramId = number;

/** Diagrams kept once each. */
export interface DiagramStore {
  outcome(name: string): DiagramId;
  /** The diagram that branches on a fact; one whose branches are all the same is that branch. */
  branch(variable: number, kids: readonly DiagramId[]): DiagramId;
  node(id: DiagramId): DiagramNode;
}

export function createDiagramStore(): DiagramStore {
  const nodes: DiagramNode[] = [];
  const numbers = new Map<string, DiagramId>();
  const intern = (key: string, node: DiagramNode): DiagramId => {
    const existing = numbers.get(key);
    if (existing !== undefined) return existing;
    nodes.push(node);
    numbers.set(key, nodes.length - 1);
    return nodes.length - 1;
  };
  return {
    outcome: (name) => intern(`=${name}`, { outcome: name }),
    branch(variable, kids) {
      const [one] = kids;
      if (one !== undefined && kids.every((kid) => kid === one)) return one;
      return intern(`${variable}?${kids.join(',')}`, { variable, kids });
    },
    node(id) {
      const node = nodes[id];
      if (!node) throw new Error(`there is no diagram ${id}`);
      return node;
    },
  };
}

/** The rungs that are still open, in order, each with what is left of its condition. */
export type LadderState = readonly (readonly [rung: number, left: ConditionId])[];

/** Expands a ladder, rung by rung and fact by fact. */
export interface LadderExpander {
  /** What is left of the ladder when some facts have values. */
  stateOf(values: ReadonlyMap<string, FactValue>): LadderState;
  /** What is left of that when some more have. */
  assign(state: LadderState, values: ReadonlyMap<string, FactValue>): LadderState;
  /** The diagram of what is left (Shannon expansion); null when it takes more steps than the budget. */
  expand(state: LadderState, budget: number): DiagramId | null;
}

/** Remembered states after which the memory of a ladder is emptied. */
const REMEMBERED = 100_000;

/** An expander over facts in a fixed order, each with its domain. */
export function createLadderExpander(
  ladder: Ladder,
  conditions: ConditionStore,
  domains: readonly (readonly FactValue[])[],
  diagrams: DiagramStore,
): LadderExpander {
  const roots = ladder.rungs.map(({ when }, rung) => [rung, conditions.add(when)] as const);
  const built = new Map<string, DiagramId>();
  let left = 0;
  const build = (state: LadderState): DiagramId => {
    const [first] = state;
    if (!first) return diagrams.outcome(ladder.otherwise);
    if (first[1] === TRUE) return diagrams.outcome(ladder.rungs[first[0]]?.id ?? ladder.otherwise);
    const key = state.map(([rung, condition]) => `${rung}:${condition}`).join(' ');
    const known = built.get(key);
    if (known !== undefined) return known;
    left -= 1;
    if (left < 0) throw new BudgetSpent();
    const variable = Math.min(...state.map(([, condition]) => conditions.firstVariable(condition)));
    const kids = (domains[variable] ?? []).map((_, value) =>
      build(leftOf(state, (condition) => conditions.restrict(condition, variable, value))),
    );
    const id = diagrams.branch(variable, kids);
    built.set(key, id);
    return id;
  };
  const assign: LadderExpander['assign'] = (state, values) => leftOf(state, conditions.assign(values));
  return {
    stateOf: (values) => assign(roots, values),
    assign,
    expand(state, budget) {
      left = budget;
      if (built.size > REMEMBERED) built.clear();
      try {
        return build(state);
      } catch (error) {
        if (error instanceof BudgetSpent) return null;
        throw error;
      }
    },
  };
}

/** What is left of a ladder: without the rungs that cannot hold, and without all below one that must. */
function leftOf(state: LadderState, left: (condition: ConditionId) => ConditionId): LadderState {
  const open: (readonly [number, ConditionId])[] = [];
  for (const [rung, before] of state) {
    const condition = left(before);
    if (condition === FALSE) continue;
    open.push([rung, condition]);
    if (condition === TRUE) break;
  }
  return open;
}

class BudgetSpent extends Error {}
