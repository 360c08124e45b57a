import { createLadders, rule } from '../decision/ruling.ts';
import type { FactValue } from '../facts/fact.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import type { RungReach } from './ladder.ts';
import { createRestrict, type Patient, smallestPatients } from './product.ts';
import { type Lowering, loweredBetween, type RedFlag } from './red-flags.ts';
import { conditionLadder, FAILS, HOLDS, placeOf, type Space } from './space.ts';

/**
 * For a ladder too large to be expanded as a whole. A rung whose own condition can be expanded is dead for certain, or
 * reached for certain when the smallest patient in whom it holds comes to it; else it stays undecided.
 */
export function boundedRungs(space: Space, guideline: CompiledGuideline): readonly RungReach[] {
  const ladders = createLadders(guideline);
  const order = guideline.document.appliesTo.orders[0] ?? '';
  const rungs = guideline.rungs.map(({ id, when }): RungReach => {
    const condition = space.expand(conditionLadder(guideline, when));
    if (condition === null) return { kind: 'undecided', id };
    const patient = smallestPatients(space, [condition], ([holds]) => (holds === HOLDS ? HOLDS : null)).get(HOLDS);
    if (!patient) return { kind: 'dead', id };
    const whole = completed(space, patient);
    const reached = rule(ladders, whole, order)?.recommendation === id;
    return reached ? { kind: 'reached', id, share: 0, patient: whole } : { kind: 'undecided', id };
  });
  return [...rungs, { kind: 'undecided', id: guideline.document.otherwise.id }];
}

/**
 * Every lowering that could be, for a ladder too large to be expanded: a red flag can only move a patient up to a rung
 * that it can make hold, or down from one that it can make fail. A superset: what is missing is proven not to be.
 */
export function possibleLowerings(
  space: Space,
  guideline: CompiledGuideline,
  flags: readonly RedFlag[],
): readonly Lowering[] {
  const places = [...guideline.rungs.map(({ id }) => id), guideline.document.otherwise.id];
  return flags.flatMap((flag) => {
    const turns = guideline.rungs.map(({ when }) => turnsOf(space, guideline, flag, when));
    return places.flatMap((from, low) =>
      places.flatMap((to, high) => {
        const up = high < low && turns[high]?.has('on') === true;
        const down = high > low && turns[low]?.has('off') === true;
        if (!up && !down) return [];
        const pair = { flag, from, to, patient: new Map<string, FactValue>() };
        return loweredBetween(guideline, from, to).map((lowered) => ({ ...lowered, ...pair }));
      }),
    );
  });
}

/** Whether a red flag can turn a condition on, off, or (when it is too large to tell) both. */
function turnsOf(
  space: Space,
  guideline: CompiledGuideline,
  { fact, value }: RedFlag,
  when: CompiledGuideline['appliesWhen'],
): ReadonlySet<string> {
  const root = space.expand(conditionLadder(guideline, when));
  if (root === null) return new Set(['on', 'off']);
  const place = placeOf(space, fact);
  const values = space.domains[place] ?? [];
  const { negative: nothingFound } = space.definitions[place] ?? {};
  if (nothingFound === undefined) return new Set();
  const negative = values.indexOf(nothingFound);
  const positive = values.indexOf(value);
  const restrict = createRestrict(space);
  const sides = [restrict(root, place, negative), restrict(root, place, positive)];
  const found = smallestPatients(space, sides, ([without, withIt]) => {
    if (without === withIt) return null;
    return without === FAILS ? 'on' : 'off';
  });
  return new Set(found.keys());
}

/** The patient with every fact he does not name: its negative value, or its first. */
function completed({ facts, definitions, domains }: Space, patient: Patient): Patient {
  const values = new Map<string, FactValue>(patient);
  for (const [place, fact] of facts.entries()) {
    const value = definitions[place]?.negative ?? domains[place]?.[0];
    if (!values.has(fact) && value !== undefined) values.set(fact, value);
  }
  return values;
}
