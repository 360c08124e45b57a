import { ratingIn, recommendationOf } from '../decision/ruling.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import { pointerOf } from '../guideline/finding.ts';
import { conditionSites, type Path, recompile, withCondition } from './condition-site.ts';
import { combine } from './product.ts';
import { DOES_NOT_APPLY, type Space, wholeLadder } from './space.ts';

/** Something that could be taken out without anybody getting another answer. */
export type Redundant =
  /** A part of an "all" or "any" without which every patient comes to the same rung. */
  | { readonly kind: 'condition'; readonly pointer: string; readonly says: string }
  /** A rung without which every patient gets the same ratings and urgency, in other words. */
  | { readonly kind: 'rung'; readonly id: string };

/** Conditions and rungs whose removal changes nothing. Not a fault: a page may say a thing twice to be read more easily. */
export function redundantParts(space: Space, guideline: CompiledGuideline): readonly Redundant[] {
  return [...redundantConditions(space, guideline), ...redundantRungs(space, guideline)];
}

function redundantConditions(space: Space, guideline: CompiledGuideline): readonly Redundant[] {
  const whole = space.expand(wholeLadder(guideline));
  const groups = new Map(conditionSites(guideline.document).map(({ path, condition }) => [pointerOf(path), condition]));
  return conditionSites(guideline.document).flatMap(({ path, condition }) => {
    const parent = groups.get(pointerOf(path.slice(0, -2)));
    if (!parent || !isMember(path) || membersOf(parent) < 2) return [];
    const without = recompile(guideline, withCondition(guideline.document, path, null));
    if (whole === null || space.expand(wholeLadder(without)) !== whole) return [];
    const says = 'fact' in condition ? `${condition.fact} ${condition.operator}` : (Object.keys(condition)[0] ?? '');
    const named = 'condition' in condition ? condition.condition : says;
    return [{ kind: 'condition' as const, pointer: pointerOf(path), says: named }];
  });
}

function redundantRungs(space: Space, guideline: CompiledGuideline): readonly Redundant[] {
  const said = (rungs: CompiledGuideline['rungs']): number | null => {
    const root = space.expand(wholeLadder({ ...guideline, rungs }));
    return root === null ? null : combine(space, [root], ([outcome = '']) => answerOf(guideline, outcome));
  };
  const whole = said(guideline.rungs);
  return guideline.rungs.flatMap(({ id }) =>
    whole !== null && said(guideline.rungs.filter((rung) => rung.id !== id)) === whole
      ? [{ kind: 'rung' as const, id }]
      : [],
  );
}

/** What a rung says of every examination and the hurry, without its words. */
function answerOf(guideline: CompiledGuideline, outcome: string): string {
  if (outcome === DOES_NOT_APPLY) return outcome;
  const recommendation = recommendationOf(guideline, outcome);
  const ratings = guideline.document.appliesTo.orders.map((order) => ratingIn(recommendation, order));
  return [...ratings, recommendation.urgency ?? 'no hurry'].join(' ');
}

function isMember(path: Path): boolean {
  return typeof path.at(-1) === 'number' && (path.at(-2) === 'all' || path.at(-2) === 'any');
}

function membersOf(condition: object): number {
  const [members] = Object.values(condition);
  return Array.isArray(members) ? members.length : 0;
}
