import type { FactValue } from '../facts/fact.ts';
import { type CompiledGuideline, leavesOf, type ResolvedLeaf } from '../guideline/compile.ts';
import type { Rating, Urgency } from '../schema/rating.ts';
import type { FactDefinition } from '../schema/vocabulary.ts';
import { type Change, joinedWays, minimalWays, type Way } from './change.ts';
import { createDiagramStore, createLadderExpander, type DiagramId } from './diagram.ts';
import { domainOf } from './domain.ts';
import { holds } from './operator.ts';
import { createConditionStore } from './residual.ts';
import { ratingIn, recommendationOf } from './ruling.ts';

/** What would have to be otherwise for the guideline to say something else of the draft. */
export interface Counterfactual {
  /** The rung then reached. */
  readonly recommendation: string;
  readonly verdict: Rating;
  readonly urgency: Urgency | null;
  /** The smallest changes that give it: equally many facts each, and none could be spared. */
  readonly ways: readonly Way[];
}

/** Facts that may change together before a change is no longer worth telling. */
const MOST = 2;
/** Steps of the expansion; a shipped guideline takes a few thousand. Beyond it nothing is claimed. */
const BUDGET = 40_000;

/** Whether a fact could be another in the same patient: an age could not, nor what follows from it. */
export function canBeOtherwise({ question, read }: FactDefinition): boolean {
  return question !== undefined && !read.some(({ reader }) => reader === 'age' || reader === 'derived');
}

/**
 * The smallest changes of known or open facts after which the guideline certainly gives another rating of `order` than now,
 * per recommendation: fewest facts first, then the rungs next to the one reached. A change gives a fact that `mayChange`
 * another of the values that the guideline can tell apart; all else stays as it is, open facts open, and so do the facts
 * that decide whether the guideline applies. Exact up to two facts: the ladder over these facts is a decision diagram, and
 * every way through it is looked at.
 */
export function counterfactuals(
  guideline: CompiledGuideline,
  values: ReadonlyMap<string, FactValue>,
  order: string,
  reached: string,
  mayChange: (fact: string) => boolean,
): readonly Counterfactual[] {
  const { outcomes, rungs } = waysFrom(guideline, values, mayChange);
  const distance = (id: string): number => Math.abs(rungs.indexOf(id) - rungs.indexOf(reached));
  const now = ratingIn(recommendationOf(guideline, reached), order);
  return [...outcomes]
    .map(([id, ways]) => ({ id, ways: smallest(ways), spoken: recommendationOf(guideline, id) }))
    .filter(({ spoken }) => ratingIn(spoken, order) !== now)
    .sort((one, other) => sizeOf(one.ways) - sizeOf(other.ways) || distance(one.id) - distance(other.id))
    .map(({ id, ways, spoken }) => ({
      recommendation: id,
      verdict: ratingIn(spoken, order),
      urgency: spoken.urgency,
      ways,
    }));
}

/** The ways to every outcome that so few changes lead to, and the ladder's outcomes in order. */
function waysFrom(
  guideline: CompiledGuideline,
  values: ReadonlyMap<string, FactValue>,
  mayChange: (fact: string) => boolean,
): { readonly outcomes: ReadonlyMap<string, readonly Way[]>; readonly rungs: readonly string[] } {
  const applicability = new Set(leavesOf(guideline.appliesWhen).map(({ fact }) => fact));
  const isFree = (fact: string): boolean => mayChange(fact) && !applicability.has(fact);
  const facts = Object.keys(guideline.facts);
  const leaves = guideline.rungs.flatMap(({ when }) => leavesOf(when));
  const domains = facts.map((fact) => domainFrom(guideline, fact, leaves, values.get(fact)));
  const changes = domains.map((domain, variable) =>
    domain.map((value): Change => ({ fact: facts[variable] ?? '', value })),
  );
  const diagrams = createDiagramStore();
  const ladder = { rungs: guideline.rungs, otherwise: guideline.document.otherwise.id };
  const expander = createLadderExpander(ladder, createConditionStore(facts, domains), domains, diagrams);
  const root = expander.expand(expander.stateOf(new Map([...values].filter(([fact]) => !isFree(fact)))), BUDGET);

  const memory = new Map<DiagramId, ReadonlyMap<string, readonly Way[]>>();
  const visit = (id: DiagramId): ReadonlyMap<string, readonly Way[]> => {
    const known = memory.get(id);
    if (known) return known;
    const node = diagrams.node(id);
    const found = new Map<string, readonly Way[]>();
    if ('outcome' in node) found.set(node.outcome, [[]]);
    else {
      const fact = facts[node.variable] ?? '';
      const kids = node.kids.map(visit);
      // The domain begins with the patient's own value; an open fact stays open where a way does for all its values.
      const [own, ...others] = values.has(fact) ? kids.slice(0, 1) : kids;
      for (const [outcome, ways] of own ?? [])
        found.set(
          outcome,
          others.reduce((sofar, kid) => joinedWays(sofar, kid.get(outcome) ?? [], MOST), ways),
        );
      for (const [index, kid] of kids.entries()) {
        const change = changes[node.variable]?.[index];
        if (change === undefined || !isFree(fact) || (index === 0 && values.has(fact))) continue;
        for (const [outcome, ways] of kid)
          found.set(
            outcome,
            minimalWays([...(found.get(outcome) ?? []), ...ways.map((way) => [change, ...way])], MOST),
          );
      }
    }
    for (const [outcome, ways] of found) if (ways.length === 0) found.delete(outcome);
    memory.set(id, found);
    return found;
  };
  return {
    outcomes: root === null ? new Map() : visit(root),
    rungs: [...guideline.rungs.map(({ id }) => id), ladder.otherwise],
  };
}

/** The ways of fewest changes; of several that change the same facts, the first: it departs least from the patient. */
function smallest(ways: readonly Way[]): readonly Way[] {
  const facts = new Set<string>();
  return ways.filter((way) => {
    const key = way.map(({ fact }) => fact).join();
    return way.length === sizeOf(ways) && !facts.has(key) && facts.add(key);
  });
}

function sizeOf(ways: readonly Way[]): number {
  return Math.min(...ways.map(({ length }) => length));
}

/**
 * The values of a fact that the guideline can tell apart, the patient's own first, then those next to it: a number is
 * changed no further than it must.
 */
function domainFrom(
  { facts }: CompiledGuideline,
  fact: string,
  leaves: readonly ResolvedLeaf[],
  own: FactValue | undefined,
): readonly FactValue[] {
  const definition = facts[fact];
  const about = leaves.filter((leaf) => leaf.fact === fact);
  const domain = definition ? domainOf(definition, about) : [];
  if (own === undefined) return domain;
  const others = domain.filter((value) => about.some((leaf) => holds(leaf, value) !== holds(leaf, own)));
  const away = (value: FactValue): number =>
    typeof value === 'number' && typeof own === 'number' ? Math.abs(value - own) : 0;
  return [own, ...others.sort((one, other) => away(one) - away(other))];
}
