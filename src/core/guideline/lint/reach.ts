import type { Ladder } from '../../decision/diagram.ts';
import { createReacher } from '../../decision/reach.ts';
import type { CompiledGuideline, ResolvedCondition } from '../compile.ts';
import type { Remark } from '../remark.ts';

const OUTSIDE = 'does-not-apply';

/**
 * Rungs that no patient the guideline applies to can get, the last one included, found by the exact reacher. Where its
 * budget runs out nothing is claimed.
 */
export function lintReach(guideline: CompiledGuideline): readonly Remark[] {
  const reacher = createReacher(guideline);
  const otherwise = guideline.document.otherwise.id;
  const outcomes = (rungs: Ladder['rungs']): readonly string[] => {
    const outside = { id: OUTSIDE, when: { not: guideline.appliesWhen } };
    return reacher.reach({ rungs: [outside, ...rungs], otherwise }, new Map()).outcomes;
  };
  const { rungs } = guideline;
  if (!outcomes([]).includes(otherwise)) {
    const message = 'The guideline applies to nobody: this condition contradicts itself.';
    const remedy = 'Correct it so that some patient fulfils it.';
    return [{ code: 'unreachable-recommendation', path: ['appliesTo', 'when'], message, remedy }];
  }
  const reached = outcomes(rungs);
  const dead = [...rungs, { id: otherwise, when: ALWAYS }]
    .map((rung, index) => ({ rung, index }))
    .filter(({ rung }) => !reached.includes(rung.id));
  return dead.map(({ rung, index }) => {
    const last = index === rungs.length;
    const path = last ? ['otherwise', 'id'] : ['recommendations', index, 'id'];
    const takes = (above: number): boolean => {
      const tried = rungs.slice(0, above);
      return !outcomes(last ? tried : [...tried, rung]).includes(rung.id);
    };
    const above = rungs.slice(0, index).findIndex((_, place) => takes(place + 1));
    if (!last && takes(0))
      return {
        code,
        path,
        message: `Nobody can fulfil "${rung.id}": its condition contradicts itself.`,
        remedy: 'Correct "when".',
      };
    const hiding = rungs[above]?.id ?? '';
    const message = `Nobody can get "${rung.id}": after "${hiding}" no patient is left for it.`;
    const remedy = last
      ? `Correct the rungs above, or make "${hiding}" the last rung ("otherwise").`
      : `Move it above "${hiding}", correct its condition, or remove it.`;
    return { code, path, message, remedy };
  });
}

const code = 'unreachable-recommendation' as const;
const ALWAYS: ResolvedCondition = { all: [] };
