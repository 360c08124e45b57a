import type { DiagramId } from '../decision/diagram.ts';
import { ratingIn, recommendationOf } from '../decision/ruling.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Rating, Urgency } from '../schema/rating.ts';
import { createRestrict, type Patient, smallestPatients } from './product.ts';
import { ANALYSIS_BUDGET, conditionLadder, createSpace, DOES_NOT_APPLY, type Space, wholeLadder } from './space.ts';

/** One kind of patient who gets another answer: who came to one rung before and comes to another, or to a changed one. */
export interface AnswerChange {
  /** Rungs; null where the guideline did not or does not speak. */
  readonly from: string | null;
  readonly to: string | null;
  /** Ratings that differ; null where the guideline did not or does not speak about that examination. */
  readonly verdicts: readonly {
    readonly order: string;
    readonly before: Rating | null;
    readonly after: Rating | null;
  }[];
  /** Absent where the urgency is the same. */
  readonly urgency?: { readonly before: Urgency | null; readonly after: Urgency | null };
  /** The smallest such patient. */
  readonly patient: Patient;
}

/** A fact that is asked of some patients, all else being known, in one version only. */
export interface QuestionChange {
  readonly fact: string;
  readonly now: 'asked' | 'not asked';
  /** The smallest such patient, without that fact. */
  readonly patient: Patient;
}

/** A rung that holds in some patients in one version only, without another answer: it can show its urgency earlier or later. */
export interface ShownChange {
  readonly rung: string;
  readonly patient: Patient;
}

/** How a guideline behaves otherwise than another version of it, over all patients. */
export interface BehaviourDiff {
  readonly answers: readonly AnswerChange[];
  readonly questions: readonly QuestionChange[];
  readonly shown: readonly ShownChange[];
}

/**
 * Compares two versions of a guideline over all combinations of answers, on one space cut by the thresholds of both:
 * exact, every kind of patient who gets another answer or question is listed. Null when a diagram grows too large, or a
 * fact has become one of another type.
 */
export function compareBehaviour(
  before: CompiledGuideline,
  after: CompiledGuideline,
  budget = ANALYSIS_BUDGET,
): BehaviourDiff | null {
  const retyped = Object.entries(before.facts).some(([fact, { type }]) => type !== (after.facts[fact]?.type ?? type));
  if (retyped) return null;
  const space = createSpace([before, after], budget);
  const [old, now] = [rootOf(space, before), rootOf(space, after)];
  if (old === null || now === null) return null;
  const shown = shownChanges(space, before, after, [old, now]);
  if (shown === null) return null;
  return {
    answers: answerChanges(space, before, after, [old, now]),
    questions: questionChanges(space, old, now),
    shown,
  };
}

/** A retired guideline speaks to nobody. */
function rootOf(space: Space, guideline: CompiledGuideline): DiagramId | null {
  return guideline.document.status === 'retired'
    ? space.diagrams.outcome(DOES_NOT_APPLY)
    : space.expand(wholeLadder(guideline));
}

type Roots = readonly [old: DiagramId, now: DiagramId];

function answerChanges(
  space: Space,
  before: CompiledGuideline,
  after: CompiledGuideline,
  roots: Roots,
): readonly AnswerChange[] {
  const changes = new Map<string, Omit<AnswerChange, 'patient'>>();
  const patients = smallestPatients(space, roots, ([from = '', to = '']) => {
    const key = `${from} ${to}`;
    if (!changes.has(key)) changes.set(key, changeBetween(before, after, rungOf(from), rungOf(to)));
    const change = changes.get(key);
    return change && differs(change) ? key : null;
  });
  return [...patients].flatMap(([key, patient]) => {
    const change = changes.get(key);
    return change ? [{ ...change, patient }] : [];
  });
}

function rungOf(outcome: string): string | null {
  return outcome === DOES_NOT_APPLY ? null : outcome;
}

function changeBetween(
  before: CompiledGuideline,
  after: CompiledGuideline,
  from: string | null,
  to: string | null,
): Omit<AnswerChange, 'patient'> {
  const orders = new Set([...before.document.appliesTo.orders, ...after.document.appliesTo.orders]);
  const verdicts = [...orders].flatMap((order) => {
    const verdict = { order, before: verdictOn(before, from, order), after: verdictOn(after, to, order) };
    return verdict.before === verdict.after ? [] : [verdict];
  });
  const urgency = { before: urgencyOf(before, from), after: urgencyOf(after, to) };
  return { from, to, verdicts, ...(urgency.before === urgency.after ? {} : { urgency }) };
}

function differs({ from, to, verdicts, urgency }: Omit<AnswerChange, 'patient'>): boolean {
  return from !== to || verdicts.length > 0 || urgency !== undefined;
}

function verdictOn(guideline: CompiledGuideline, rung: string | null, order: string): Rating | null {
  if (rung === null || !guideline.document.appliesTo.orders.includes(order)) return null;
  return ratingIn(recommendationOf(guideline, rung), order);
}

function urgencyOf(guideline: CompiledGuideline, rung: string | null): Urgency | null {
  return rung === null ? null : recommendationOf(guideline, rung).urgency;
}

/**
 * A fact is asked in some state of knowledge if and only if it is asked in one where all others are known. So comparing these
 * compares the questions of every state. Patients to whom one version does not speak, whatever the fact, are left out: their
 * answer changes.
 */
function questionChanges(space: Space, old: DiagramId, now: DiagramId): readonly QuestionChange[] {
  const restrict = createRestrict(space);
  return space.facts.flatMap((fact, place) => {
    const values = (space.domains[place] ?? []).map((_, value) => value);
    const sides = [old, now].flatMap((root) => values.map((value) => restrict(root, place, value)));
    const found = smallestPatients(space, sides, (outcomes) => {
      const [before, after] = [outcomes.slice(0, values.length), outcomes.slice(values.length)];
      const silent = [before, after].some((side) => side.every((outcome) => outcome === DOES_NOT_APPLY));
      const [asked, asks] = [before, after].map((side) => new Set(side).size > 1);
      if (silent || asked === asks) return null;
      return asks ? 'asked' : 'not asked';
    });
    return [...found].map(([change, patient]) => ({
      fact,
      now: change === 'asked' ? ('asked' as const) : ('not asked' as const),
      patient,
    }));
  });
}

/** Rungs of both versions with an urgency in the new one, that hold otherwise in patients who come to the same rung. */
function shownChanges(
  space: Space,
  before: CompiledGuideline,
  after: CompiledGuideline,
  roots: Roots,
): readonly ShownChange[] | null {
  const changes: ShownChange[] = [];
  for (const { id, when } of after.rungs) {
    const earlier = before.rungs.find((rung) => rung.id === id);
    if (!earlier || recommendationOf(after, id).urgency === null) continue;
    const one = space.expand(conditionLadder(before, earlier.when));
    const other = space.expand(conditionLadder(after, when));
    if (one === null || other === null) return null;
    const found = smallestPatients(space, [...roots, one, other], ([from, to, held, holds]) =>
      from === to && from !== DOES_NOT_APPLY && held !== holds ? id : null,
    );
    for (const [rung, patient] of found) changes.push({ rung, patient });
  }
  return changes;
}
