import type { DiagramId } from '../decision/diagram.ts';
import type { FactValue } from '../facts/fact.ts';
import type { Space } from './space.ts';

/**
 * A patient as a counter-example: the facts it takes, with their values. Facts that are not named can have any value.
 */
export type Patient = ReadonlyMap<string, FactValue>;

/** Which class a patient falls in, by what each of several diagrams says of him; null: of no interest. */
export type Classify = (outcomes: readonly string[]) => string | null;

/** A finding weighs more than any number of facts in which nothing was found: the smallest patient has fewest findings. */
const FINDING = 1000;
const NOTHING_FOUND = 1;

interface Step {
  readonly cost: number;
  /** Place and value of the fact decided here, and where it leads; absent at the end. */
  readonly next?: { readonly variable: number; readonly value: number; readonly ids: readonly DiagramId[] };
}

/**
 * Walks several diagrams of one space together over all patients and gives, for every class that some patient falls in,
 * the smallest such patient: fewest findings (values other than the fact's negative one), then fewest facts named.
 * Exact: a class that is missing has no patient.
 */
export function smallestPatients(
  space: Space,
  roots: readonly DiagramId[],
  classify: Classify,
): ReadonlyMap<string, Patient> {
  const memory = new Map<string, ReadonlyMap<string, Step>>();
  const visit = (ids: readonly DiagramId[]): ReadonlyMap<string, Step> => {
    const key = ids.join();
    const known = memory.get(key);
    if (known) return known;
    const steps = new Map<string, Step>();
    const variable = firstVariable(space, ids);
    if (variable === null) {
      const found = classify(ids.map((id) => outcomeOf(space, id)));
      if (found !== null) steps.set(found, { cost: 0 });
    } else
      for (const [value] of (space.domains[variable] ?? []).entries()) {
        const next = { variable, value, ids: kidsOf(space, ids, variable, value) };
        for (const [name, { cost }] of visit(next.ids)) {
          const total = cost + weightOf(space, variable, value);
          if (total < (steps.get(name)?.cost ?? Number.POSITIVE_INFINITY)) steps.set(name, { cost: total, next });
        }
      }
    memory.set(key, steps);
    return steps;
  };
  const trace = (name: string): Patient => {
    const patient = new Map<string, FactValue>();
    let next = visit(roots).get(name)?.next;
    while (next) {
      const value = space.domains[next.variable]?.[next.value];
      if (value !== undefined) patient.set(space.facts[next.variable] ?? '', value);
      next = visit(next.ids).get(name)?.next;
    }
    return patient;
  };
  return new Map([...visit(roots).keys()].map((name) => [name, trace(name)]));
}

/** The diagram that says of every patient what `label` makes of the outcomes of several. */
export function combine(
  space: Space,
  roots: readonly DiagramId[],
  label: (outcomes: readonly string[]) => string,
): DiagramId {
  const memory = new Map<string, DiagramId>();
  const visit = (ids: readonly DiagramId[]): DiagramId => {
    const key = ids.join();
    const known = memory.get(key);
    if (known !== undefined) return known;
    const variable = firstVariable(space, ids);
    const id =
      variable === null
        ? space.diagrams.outcome(label(ids.map((root) => outcomeOf(space, root))))
        : space.diagrams.branch(
            variable,
            (space.domains[variable] ?? []).map((_, value) => visit(kidsOf(space, ids, variable, value))),
          );
    memory.set(key, id);
    return id;
  };
  return visit(roots);
}

/** Gives a fact one value of its domain in a diagram; remembers what it was asked. */
export type Restrict = (root: DiagramId, variable: number, value: number) => DiagramId;

export function createRestrict({ diagrams }: Space): Restrict {
  const memories = new Map<string, Map<DiagramId, DiagramId>>();
  return (root, variable, value) => {
    const key = `${variable}=${value}`;
    const memory = memories.get(key) ?? new Map<DiagramId, DiagramId>();
    memories.set(key, memory);
    const visit = (id: DiagramId): DiagramId => {
      const node = diagrams.node(id);
      if ('outcome' in node || node.variable > variable) return id;
      if (node.variable === variable) return node.kids[value] ?? id;
      const known = memory.get(id);
      if (known !== undefined) return known;
      const result = diagrams.branch(node.variable, node.kids.map(visit));
      memory.set(id, result);
      return result;
    };
    return visit(root);
  };
}

/** Which share of all combinations of answers comes to each outcome; all values of a fact weigh the same. */
export function sharesOf({ diagrams }: Space, root: DiagramId): ReadonlyMap<string, number> {
  const memory = new Map<DiagramId, ReadonlyMap<string, number>>();
  const visit = (id: DiagramId): ReadonlyMap<string, number> => {
    const known = memory.get(id);
    if (known) return known;
    const node = diagrams.node(id);
    const shares = new Map<string, number>();
    if ('outcome' in node) shares.set(node.outcome, 1);
    else
      for (const kid of node.kids)
        for (const [name, share] of visit(kid)) shares.set(name, (shares.get(name) ?? 0) + share / node.kids.length);
    memory.set(id, shares);
    return shares;
  };
  return visit(root);
}

/** How many different nodes a diagram has. */
export function sizeOf({ diagrams }: Space, root: DiagramId): number {
  const seen = new Set<DiagramId>();
  const visit = (id: DiagramId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const node = diagrams.node(id);
    if ('kids' in node) node.kids.forEach(visit);
  };
  visit(root);
  return seen.size;
}

function weightOf({ definitions, domains }: Space, variable: number, value: number): number {
  const negative = definitions[variable]?.negative;
  return negative === undefined || domains[variable]?.[value] !== negative ? FINDING : NOTHING_FOUND;
}

function firstVariable({ diagrams }: Space, ids: readonly DiagramId[]): number | null {
  let first: number | null = null;
  for (const id of ids) {
    const node = diagrams.node(id);
    if ('variable' in node && (first === null || node.variable < first)) first = node.variable;
  }
  return first;
}

function kidsOf({ diagrams }: Space, ids: readonly DiagramId[], variable: number, value: number): DiagramId[] {
  return ids.map((id) => {
    const node = diagrams.node(id);
    return 'variable' in node && node.variable === variable ? (node.kids[value] ?? id) : id;
  });
}

function outcomeOf({ diagrams }: Space, id: DiagramId): string {
  const node = diagrams.node(id);
  if (!('outcome' in node)) throw new Error('a diagram that still hangs on a fact has no outcome');
  return node.outcome;
}
