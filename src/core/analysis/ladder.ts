import type { DiagramId } from '../decision/diagram.ts';
import { contentsOf } from '../decision/reach.ts';
import { recommendationOf } from '../decision/ruling.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import { type Patient, sharesOf, smallestPatients } from './product.ts';
import { conditionLadder, HOLDS, type Space } from './space.ts';

/** One rung over the whole space: reached by someone, hidden by those above, or dead (its condition never holds). */
export type RungReach =
  | {
      readonly kind: 'reached';
      readonly id: string;
      /** Share of all combinations of answers, 0–1; not of real patients. */
      readonly share: number;
      readonly patient: Patient;
    }
  | {
      readonly kind: 'hidden';
      readonly id: string;
      /** The rungs above that take every patient in whom it holds, each with the smallest one. */
      readonly by: readonly { readonly id: string; readonly patient: Patient }[];
    }
  | { readonly kind: 'dead'; readonly id: string }
  | { readonly kind: 'undecided'; readonly id: string };

/** Every rung of the ladder, the last one included: who reaches it, or why nobody does. */
export function rungsReached(space: Space, guideline: CompiledGuideline, root: DiagramId): readonly RungReach[] {
  const patients = smallestPatients(space, [root], ([outcome = '']) => outcome);
  const shares = sharesOf(space, root);
  const reached = (id: string): RungReach | null => {
    const patient = patients.get(id);
    return patient ? { kind: 'reached', id, share: shares.get(id) ?? 0, patient } : null;
  };
  const last = guideline.document.otherwise.id;
  return [
    ...guideline.rungs.map((rung): RungReach => {
      const found = reached(rung.id);
      if (found) return found;
      const condition = space.expand(conditionLadder(guideline, rung.when));
      if (condition === null) return { kind: 'undecided', id: rung.id };
      const instead = smallestPatients(space, [condition, root], ([holds, outcome = '']) =>
        holds === HOLDS ? outcome : null,
      );
      if (instead.size === 0) return { kind: 'dead', id: rung.id };
      return { kind: 'hidden', id: rung.id, by: [...instead].map(([id, patient]) => ({ id, patient })) };
    }),
    reached(last) ?? { kind: 'dead', id: last },
  ];
}

/** A patient who gets no answer, or one that no author wrote. */
export type Unanswered =
  | { readonly kind: 'unrated'; readonly rung: string; readonly order: string; readonly patient: Patient }
  | { readonly kind: 'unaskable'; readonly fact: string };

/**
 * Whether every combination of answers gets an answer. Every path of a diagram ends in a rung, since the last one takes
 * what is left; so what can fail is that a rung does not rate an examination the guideline speaks about, or that the
 * answer hangs on a fact that has no question.
 */
export function unanswered(
  space: Space,
  guideline: CompiledGuideline,
  root: DiagramId,
  rungs: readonly RungReach[],
): readonly Unanswered[] {
  const unrated = rungs.flatMap((rung) => {
    if (rung.kind !== 'reached') return [];
    const { ratings } = recommendationOf(guideline, rung.id);
    return guideline.document.appliesTo.orders
      .filter((order) => !Object.hasOwn(ratings, order))
      .map((order) => ({ kind: 'unrated' as const, rung: rung.id, order, patient: rung.patient }));
  });
  const unaskable = [...contentsOf(space.diagrams, root).asks]
    .filter((place) => space.definitions[place]?.question === undefined)
    .map((place) => ({ kind: 'unaskable' as const, fact: space.facts[place] ?? '' }));
  return [...unrated, ...unaskable];
}
