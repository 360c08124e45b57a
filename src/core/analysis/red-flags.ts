import type { DiagramId } from '../decision/diagram.ts';
import { ratingIn, recommendationOf } from '../decision/ruling.ts';
import type { FactValue } from '../facts/fact.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Recommendation } from '../schema/guideline.ts';
import { isMoreUrgent, type Rating } from '../schema/rating.ts';
import { createRestrict, type Patient, smallestPatients } from './product.ts';
import { conditionLadder, DOES_NOT_APPLY, FAILS, HOLDS, placeOf, type Space } from './space.ts';

/** A value that by itself, instead of the fact's negative value, can make a rung more urgent than elective hold. */
export interface RedFlag {
  readonly fact: string;
  readonly value: FactValue;
}

/**
 * What is lowered: the urgency; the support for imaging, i.e. for the best supported examination; or only that for some
 * examinations, while another is supported no less than the best one was before ("examination").
 */
export type Lowered = 'urgency' | 'imaging' | 'examination';

/** A red flag that lowers something: without it the patient comes to `from`, with it to `to`. */
export interface Lowering {
  readonly lowers: Lowered;
  readonly flag: RedFlag;
  readonly from: string;
  readonly to: string;
  /** The examinations whose support is lowered. */
  readonly examinations: readonly string[];
  /** The smallest such patient, without the red flag itself. */
  readonly patient: Patient;
}

/** How much a rating supports an examination: to advise against is less than to say nothing. */
const SUPPORT: Readonly<Record<Rating, number>> = {
  appropriate: 3,
  'may-be-appropriate': 2,
  'no-standard': 1,
  'no-criteria-apply': 1,
  'not-appropriate': 0,
};

/**
 * The red flags of a guideline, derived from the document alone: of every fact with a negative value, each other value
 * with which some rung more urgent than elective holds in a patient in whom, with the negative value, that rung does not.
 * Null when some rung's condition is too large to be expanded.
 */
export function redFlagsOf(space: Space, guideline: CompiledGuideline): readonly RedFlag[] | null {
  const urgent = guideline.rungs.filter(({ id }) => isMoreUrgent(recommendationOf(guideline, id).urgency, 'elective'));
  const conditions: DiagramId[] = [];
  for (const { when } of urgent) {
    const root = space.expand(conditionLadder(guideline, when));
    if (root === null) return null;
    conditions.push(root);
  }
  const restrict = createRestrict(space);
  return space.facts.flatMap((fact, place) =>
    positiveValues(space, place).flatMap(({ negative, value, index }) => {
      const turns = (root: DiagramId): boolean =>
        smallestPatients(space, [restrict(root, place, negative), restrict(root, place, index)], ([without, withIt]) =>
          without === FAILS && withIt === HOLDS ? 'turned' : null,
        ).size > 0;
      return conditions.some(turns) ? [{ fact, value }] : [];
    }),
  );
}

/** Every way in which making a red flag true lowers something, with the smallest patient of each. */
export function loweringsOf(
  space: Space,
  guideline: CompiledGuideline,
  root: DiagramId,
  flags: readonly RedFlag[],
): readonly Lowering[] {
  const restrict = createRestrict(space);
  return flags.flatMap((flag) => {
    const place = placeOf(space, flag.fact);
    const positive = positiveValues(space, place).find(({ value }) => value === flag.value);
    if (!positive) return [];
    const found = new Map<string, { from: string; to: string }>();
    const sides = [restrict(root, place, positive.negative), restrict(root, place, positive.index)];
    const patients = smallestPatients(space, sides, ([from = DOES_NOT_APPLY, to = DOES_NOT_APPLY]) => {
      if (from === to || from === DOES_NOT_APPLY || to === DOES_NOT_APPLY) return null;
      const key = `${from} ${to}`;
      found.set(key, { from, to });
      return key;
    });
    return [...patients].flatMap(([key, patient]) => {
      const pair = found.get(key);
      if (!pair) return [];
      return loweredBetween(guideline, pair.from, pair.to).map((lowered) => ({ ...lowered, ...pair, flag, patient }));
    });
  });
}

/** What is lowered when a patient comes to one rung instead of another. */
export function loweredBetween(
  guideline: CompiledGuideline,
  from: string,
  to: string,
): readonly Pick<Lowering, 'lowers' | 'examinations'>[] {
  const before = recommendationOf(guideline, from);
  const after = recommendationOf(guideline, to);
  const orders = guideline.document.appliesTo.orders;
  const support = (recommendation: Recommendation, order: string): number => SUPPORT[ratingIn(recommendation, order)];
  const best = (recommendation: Recommendation): number =>
    Math.max(...orders.map((order) => support(recommendation, order)));
  const examinations = orders.filter((order) => support(after, order) < support(before, order));
  const lowered: Pick<Lowering, 'lowers' | 'examinations'>[] = [];
  if (isMoreUrgent(before.urgency, after.urgency)) lowered.push({ lowers: 'urgency', examinations: [] });
  if (best(after) < best(before)) lowered.push({ lowers: 'imaging', examinations });
  else if (examinations.length > 0) lowered.push({ lowers: 'examination', examinations });
  return lowered;
}

/** The values of a fact beside its negative one; none when it has no negative value. */
function positiveValues(
  { definitions, domains }: Space,
  place: number,
): readonly { readonly negative: number; readonly index: number; readonly value: FactValue }[] {
  const values = domains[place] ?? [];
  const { negative: nothingFound } = definitions[place] ?? {};
  const negative = nothingFound === undefined ? -1 : values.indexOf(nothingFound);
  if (negative < 0) return [];
  return values.flatMap((value, index) => (index === negative ? [] : [{ negative, index, value }]));
}
