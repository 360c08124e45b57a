import type { FactValue } from '../facts/fact.ts';
import type { ResolvedCondition, ResolvedLeaf } from '../guideline/compile.ts';
import { holds } from './operator.ts';

/** A condition by number: 0 is false, 1 is true, all others still depend on facts. Equal conditions have equal numbers. */
export type ConditionId = number;
export const FALSE: ConditionId = 0;
export const TRUE: ConditionId = 1;

type Node =
  | { readonly kind: 'constant' }
  | { readonly kind: 'leaf'; readonly leaf: ResolvedLeaf }
  | { readonly kind: 'not'; readonly kid: ConditionId }
  | { readonly kind: 'all' | 'any'; readonly kids: readonly ConditionId[] };

/** Conditions kept once each, and what is left of them when facts become known. */
export interface ConditionStore {
  /** The number of a condition. */
  add(condition: ResolvedCondition): ConditionId;
  /** Says what is left of a condition when some facts have values; what several conditions share it works out once. */
  assign(values: ReadonlyMap<string, FactValue>): (id: ConditionId) => ConditionId;
  /** What is left when the fact at that place in `order` has its n-th value of the domain; remembered. */
  restrict(id: ConditionId, variable: number, valueIndex: number): ConditionId;
  /** The first fact, by place in `order`, that the condition still depends on; Infinity for a constant. */
  firstVariable(id: ConditionId): number;
  /** All facts the condition still depends on, by place in `order`. */
  variables(id: ConditionId): ReadonlySet<number>;
  /** How many conditions are kept. */
  size(): number;
}

/** A store over facts in a fixed order, each with its domain. */
export function createConditionStore(
  order: readonly string[],
  domains: readonly (readonly FactValue[])[],
): ConditionStore {
  const nodes: Node[] = [{ kind: 'constant' }, { kind: 'constant' }];
  const numbers = new Map<string, ConditionId>();
  const places = new Map(order.map((fact, place) => [fact, place]));
  const firsts: number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const restricted = new Map<string, ConditionId>();

  const intern = (key: string, node: Node, first: number): ConditionId => {
    const existing = numbers.get(key);
    if (existing !== undefined) return existing;
    nodes.push(node);
    firsts.push(first);
    numbers.set(key, nodes.length - 1);
    return nodes.length - 1;
  };
  const placeOf = (fact: string): number => {
    const place = places.get(fact);
    if (place === undefined) throw new Error(`fact "${fact}" has no place in the order`);
    return place;
  };
  const node = (id: ConditionId): Node => nodes[id] ?? { kind: 'constant' };
  const firstOf = (id: ConditionId): number => firsts[id] ?? Number.POSITIVE_INFINITY;

  const not = (kid: ConditionId): ConditionId => {
    if (kid <= TRUE) return TRUE - kid;
    const inner = node(kid);
    return inner.kind === 'not' ? inner.kid : intern(`!${kid}`, { kind: 'not', kid }, firstOf(kid));
  };
  const group = (kind: 'all' | 'any', members: readonly ConditionId[]): ConditionId => {
    const settles = kind === 'all' ? FALSE : TRUE;
    const kids = new Set<ConditionId>();
    for (const member of members) {
      if (member === settles) return settles;
      const inner = node(member);
      if (inner.kind === kind) for (const kid of inner.kids) kids.add(kid);
      else if (member > TRUE) kids.add(member);
    }
    const sorted = [...kids].sort((a, b) => a - b);
    if (sorted.some((kid) => kids.has(numbers.get(`!${kid}`) ?? -1))) return settles;
    const [only, second] = sorted;
    if (only === undefined) return TRUE - settles;
    if (second === undefined) return only;
    return intern(`${kind}${sorted.join(',')}`, { kind, kids: sorted }, Math.min(...sorted.map(firstOf)));
  };
  const add = (condition: ResolvedCondition): ConditionId => {
    if ('all' in condition) return group('all', condition.all.map(add));
    if ('any' in condition) return group('any', condition.any.map(add));
    if ('not' in condition) return not(add(condition.not));
    const { fact, operator, value } = condition;
    const leaf: ResolvedLeaf = { fact, operator, value };
    return intern(JSON.stringify([fact, operator, value]), { kind: 'leaf', leaf }, placeOf(fact));
  };
  /** What hangs on none of the facts that are known stays the condition it is, and is not put together again. */
  const substitute = (
    id: ConditionId,
    known: (fact: string) => FactValue | undefined,
    done: Map<ConditionId, ConditionId>,
  ): ConditionId => {
    const earlier = done.get(id);
    if (earlier !== undefined) return earlier;
    const result = substituted(id, node(id), (kid) => substitute(kid, known, done), known);
    done.set(id, result);
    return result;
  };
  const substituted = (
    id: ConditionId,
    current: Node,
    left: (kid: ConditionId) => ConditionId,
    known: (fact: string) => FactValue | undefined,
  ): ConditionId => {
    if (current.kind === 'constant') return id;
    if (current.kind === 'leaf') {
      const value = known(current.leaf.fact);
      if (value === undefined) return id;
      return holds(current.leaf, value) ? TRUE : FALSE;
    }
    if (current.kind === 'not') {
      const kid = left(current.kid);
      return kid === current.kid ? id : not(kid);
    }
    const settles = current.kind === 'all' ? FALSE : TRUE;
    const kids: ConditionId[] = [];
    let isSame = true;
    for (const before of current.kids) {
      const kid = left(before);
      if (kid === settles) return settles;
      isSame &&= kid === before;
      kids.push(kid);
    }
    return isSame ? id : group(current.kind, kids);
  };
  const collect = (id: ConditionId, into: Set<number>): void => {
    const current = node(id);
    if (current.kind === 'leaf') into.add(placeOf(current.leaf.fact));
    else if (current.kind === 'not') collect(current.kid, into);
    else if (current.kind !== 'constant') for (const kid of current.kids) collect(kid, into);
  };

  return {
    add,
    assign(values) {
      const done = new Map<ConditionId, ConditionId>();
      return (id) => substitute(id, (fact) => values.get(fact), done);
    },
    restrict(id, variable, valueIndex) {
      if (firstOf(id) > variable) return id;
      const key = `${id}/${variable}/${valueIndex}`;
      const remembered = restricted.get(key);
      if (remembered !== undefined) return remembered;
      const fact = order[variable];
      const value = domains[variable]?.[valueIndex];
      const result = substitute(id, (asked) => (asked === fact ? value : undefined), new Map());
      restricted.set(key, result);
      return result;
    },
    firstVariable: firstOf,
    size: () => nodes.length,
    variables(id) {
      const found = new Set<number>();
      collect(id, found);
      return found;
    },
  };
}
