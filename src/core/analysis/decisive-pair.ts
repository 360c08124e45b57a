import { domainOf } from '../decision/domain.ts';
import { holds } from '../decision/operator.ts';
import type { FactValue } from '../facts/fact.ts';
import { type CompiledGuideline, leavesOf, type ResolvedLeaf } from '../guideline/compile.ts';
import { type LeafSite, leafSites, recompile, withCondition } from './condition-site.ts';
import { search, withConstants } from './explore.ts';
import type { VignettePatient } from './patient-of.ts';
import { wholeLadder } from './space.ts';
import { outcomeOf, type Values } from './truth-of.ts';

/**
 * Two vignettes, by their places in the document, that show that one comparison alone flips the outcome. All must hold:
 *
 * 1. They give the same values to the same facts, but for the comparison's own fact; both know that one.
 * 2. The comparison is true in one and false in the other, and their outcomes (rung reached, or not applying) differ.
 * 3. In `first`, turning this comparison at this place alone, while all others stay as they are there, also those on
 *    the same fact, gives the outcome of `second`.
 *
 * This is modified condition/decision coverage: unique-cause over the facts (1, 2), masking among coupled comparisons (3).
 * Comparisons on one fact are coupled: no patient can turn one of them alone, so (3) turns it in thought and (2) asks
 * for the real patient in whom the same happens. The decision is the whole ladder with applicability above it, not the
 * rung alone: a comparison that decides a rung which those above it hide flips nothing.
 */
export interface DecisivePair {
  readonly first: number;
  readonly second: number;
}

/** For each comparison of the document, in its order, a decisive pair among the vignettes, or null. */
export function decisivePairs(
  guideline: CompiledGuideline,
  patients: readonly VignettePatient[],
): readonly (DecisivePair | null)[] {
  const outcomes = new Map(patients.map(({ index, values }) => [index, outcomeOf(guideline, values)]));
  const siblings = new Map(Object.keys(guideline.facts).map((fact) => [fact, alikeButFor(fact, patients)]));
  return leafSites(guideline.document).map((site) => {
    const { fact } = site.leaf;
    const turned = turnedTo(guideline, site);
    for (const { index, values } of patients) {
      const value = values.get(fact);
      const outcome = outcomes.get(index) ?? null;
      if (value === undefined || outcome === null) continue;
      const truth = holds(site.leaf, value);
      const flipped = outcomeOf(turned(!truth), values);
      if (flipped === null || flipped === outcome) continue;
      const partner = siblings
        .get(fact)?.(index)
        .find((other) => {
          const otherValue = other.values.get(fact);
          const turns = otherValue !== undefined && holds(site.leaf, otherValue) !== truth;
          return turns && outcomes.get(other.index) === flipped;
        });
      if (partner) return { first: index, second: partner.index };
    }
    return null;
  });
}

/** For each vignette those that give the same values to the same facts, but for one. */
function alikeButFor(fact: string, patients: readonly VignettePatient[]) {
  const keys = new Map<number, string>();
  const groups = new Map<string, VignettePatient[]>();
  for (const patient of patients) {
    const others = [...patient.values].filter(([id]) => id !== fact).sort(([one], [other]) => (one < other ? -1 : 1));
    const key = JSON.stringify(others);
    keys.set(patient.index, key);
    const group = groups.get(key) ?? [];
    group.push(patient);
    groups.set(key, group);
  }
  return (index: number): readonly VignettePatient[] => groups.get(keys.get(index) ?? '') ?? [];
}

/** The pair of patients closest to the usual one that would cover a comparison; null with proof that none can. */
export type PossiblePair =
  | { readonly possible: true; readonly first: Values; readonly second: Values }
  | { readonly possible: false; readonly exhaustive: boolean };

/** Looks over the whole space of answers for a decisive pair: the same three demands as on vignettes. */
export function possiblePair(guideline: CompiledGuideline, site: LeafSite, usual: Values): PossiblePair {
  const { fact } = site.leaf;
  const turned = turnedTo(guideline, site);
  const conditions = [guideline.appliesWhen, ...guideline.rungs.map(({ when }) => when)];
  const definition = guideline.facts[fact];
  const values = definition
    ? domainOf(
        definition,
        conditions.flatMap(leavesOf).filter((leaf) => leaf.fact === fact),
      )
    : [];
  const at = (compiled: CompiledGuideline, value: FactValue) =>
    withConstants(wholeLadder(compiled), (leaf) => (leaf.fact === fact ? holds(leaf, value) : null));
  let exhaustive = true;
  let best: Extract<PossiblePair, { possible: true }> | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const value of values)
    for (const other of values) {
      const truth = holds(site.leaf, value);
      if (holds(site.leaf, other) === truth) continue;
      const ladders = [at(guideline, value), at(turned(!truth), value), at(guideline, other)];
      const wanted = ([real, thought, partner]: readonly string[]) => thought !== real && thought === partner;
      const result = search([guideline], ladders, wanted, usual);
      if (!result.found) {
        exhaustive &&= result.exhaustive;
        continue;
      }
      const first = new Map([...result.values, [fact, value]]);
      const unusual = [...first].filter(([id, given]) => usual.get(id) !== given).length;
      if (unusual >= fewest) continue;
      fewest = unusual;
      best = { possible: true, first, second: new Map([...first, [fact, other]]) };
    }
  return best ?? { possible: false, exhaustive };
}

/** The guideline with one comparison, at its place alone, made always true or always false; each compiled once. */
function turnedTo(guideline: CompiledGuideline, { path }: LeafSite): (truth: boolean) => CompiledGuideline {
  const compiled = new Map<boolean, CompiledGuideline>();
  return (truth) => {
    const existing = compiled.get(truth);
    if (existing) return existing;
    const made = recompile(guideline, withCondition(guideline.document, path, truth ? { all: [] } : { any: [] }));
    compiled.set(truth, made);
    return made;
  };
}

/** A comparison as its resolved leaf, for messages: "age < 18". */
export function comparisonText({ fact, operator, value }: ResolvedLeaf): string {
  return `${fact} ${operator} ${JSON.stringify(value)}`;
}
