import type { FactValue } from '../facts/fact.ts';
import { type CompiledGuideline, leavesOf, type ResolvedCondition } from '../guideline/compile.ts';
import { domainOf } from './domain.ts';
import { type ConditionId, type ConditionStore, createConditionStore, FALSE, TRUE } from './residual.ts';

/** A ladder of outcomes: the first whose condition holds, else the last one. */
export interface Ladder {
  readonly rungs: readonly { readonly id: string; readonly when: ResolvedCondition }[];
  readonly otherwise: string;
}

/** What can still come out, and what it hangs on. */
export interface Reach {
  /** Outcomes that some completion of the unknown facts gives, in ladder order. */
  readonly outcomes: readonly string[];
  /** Unknown facts with a completion of the others in which their value changes the outcome; in order of first use. */
  readonly asks: readonly string[];
  /** False where the budget ran out: then both lists are safe supersets. */
  readonly exact: boolean;
}

/** Finds what is reachable, given what is known. */
export interface Reacher {
  reach(ladder: Ladder, values: ReadonlyMap<string, FactValue>): Reach;
  /** The values of a fact that the guideline can tell apart. */
  domain(fact: string): readonly FactValue[];
}

/** Diagram nodes one call may build before it falls back to the residual's own facts. */
const BUDGET = 20_000;
/** Remembered states after which the memory of a ladder is emptied. */
const REMEMBERED = 100_000;

type DiagramNode = { readonly outcome: string } | { readonly variable: number; readonly kids: readonly number[] };
type State = readonly (readonly [outcome: number, condition: ConditionId])[];

/**
 * Shannon expansion of the ladder's residual into a reduced ordered decision diagram (design.md section 2). In a reduced
 * diagram a fact stands if and only if its value can change the outcome, so both lists are exact.
 */
export function createReacher(guideline: CompiledGuideline): Reacher {
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
  const store = createConditionStore(order, domains);
  const diagrams = new WeakMap<Ladder, Diagram>();
  return {
    reach(ladder, values) {
      let diagram = diagrams.get(ladder);
      if (!diagram) {
        diagram = createDiagram(ladder, store, domains);
        diagrams.set(ladder, diagram);
      }
      const found = diagram(values);
      return { ...found, asks: found.asks.map((variable) => order[variable] ?? '') };
    },
    domain: (fact) => domains[order.indexOf(fact)] ?? [],
  };
}

type Diagram = (values: ReadonlyMap<string, FactValue>) => Omit<Reach, 'asks'> & { readonly asks: readonly number[] };

function createDiagram(ladder: Ladder, store: ConditionStore, domains: readonly (readonly FactValue[])[]): Diagram {
  const names = [...ladder.rungs.map(({ id }) => id), ladder.otherwise];
  const roots = ladder.rungs.map(({ when }) => store.add(when));
  const nodes: DiagramNode[] = [];
  const numbers = new Map<string, number>();
  const built = new Map<string, number>();
  let spent = 0;

  const intern = (key: string, node: DiagramNode): number => {
    const existing = numbers.get(key);
    if (existing !== undefined) return existing;
    nodes.push(node);
    numbers.set(key, nodes.length - 1);
    return nodes.length - 1;
  };
  const terminal = (outcome: number): number => intern(`=${outcome}`, { outcome: names[outcome] ?? '' });
  const build = (state: State): number => {
    const [first] = state;
    if (!first) return terminal(ladder.rungs.length);
    if (first[1] === TRUE) return terminal(first[0]);
    const key = state.map(([outcome, condition]) => `${outcome}:${condition}`).join(' ');
    const known = built.get(key);
    if (known !== undefined) return known;
    spent += 1;
    if (spent > BUDGET) throw new BudgetSpent();
    const variable = Math.min(...state.map(([, condition]) => store.firstVariable(condition)));
    const kids = (domains[variable] ?? []).map((_, value) =>
      build(live(state.map(([outcome, condition]) => [outcome, store.restrict(condition, variable, value)]))),
    );
    const [one] = kids;
    const same = one !== undefined && kids.every((kid) => kid === one);
    const id = same ? one : intern(`${variable}?${kids.join(',')}`, { variable, kids });
    built.set(key, id);
    return id;
  };
  const walk = (root: number): { outcomes: Set<string>; asks: Set<number> } => {
    const outcomes = new Set<string>();
    const asks = new Set<number>();
    const seen = new Set<number>();
    const visit = (id: number): void => {
      const node = nodes[id];
      if (!node || seen.has(id)) return;
      seen.add(id);
      if ('outcome' in node) outcomes.add(node.outcome);
      else {
        asks.add(node.variable);
        node.kids.forEach(visit);
      }
    };
    visit(root);
    return { outcomes, asks };
  };

  return (values) => {
    spent = 0;
    if (built.size > REMEMBERED) built.clear();
    const state = live(roots.map((condition, outcome) => [outcome, store.assign(condition, values)]));
    try {
      const { outcomes, asks } = walk(build(state));
      return {
        outcomes: names.filter((name) => outcomes.has(name)),
        asks: [...asks].sort((a, b) => a - b),
        exact: true,
      };
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error;
      return { ...superset(state, names, store), exact: false };
    }
  };
}

/** Drops rungs that cannot hold, and all below one that must. */
function live(state: State): State {
  const left: (readonly [number, ConditionId])[] = [];
  for (const rung of state) {
    if (rung[1] === FALSE) continue;
    left.push(rung);
    if (rung[1] === TRUE) break;
  }
  return left;
}

function superset(state: State, names: readonly string[], store: ConditionStore) {
  const closed = state.at(-1)?.[1] === TRUE;
  const outcomes = state.map(([outcome]) => names[outcome] ?? '');
  const asks = new Set(state.flatMap(([, condition]) => [...store.variables(condition)]));
  return {
    outcomes: closed ? outcomes : [...outcomes, names.at(-1) ?? ''],
    asks: [...asks].sort((a, b) => a - b),
  };
}

class BudgetSpent extends Error {}
