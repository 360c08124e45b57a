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
    const message = {
      da: 'Retningslinjen gælder for ingen: denne betingelse modsiger sig selv.',
      en: 'The guideline applies to nobody: this condition contradicts itself.',
    };
    const remedy = {
      da: 'Ret den, så en patient kan opfylde den.',
      en: 'Correct it so that some patient fulfils it.',
    };
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
        message: {
          da: `Ingen kan opfylde "${rung.id}": dets betingelse modsiger sig selv.`,
          en: `Nobody can fulfil "${rung.id}": its condition contradicts itself.`,
        },
        remedy: {
          da: 'Ret "when", så en patient kan opfylde den.',
          en: 'Correct "when" so that some patient fulfils it.',
        },
      };
    const hiding = rungs[above]?.id ?? '';
    const message = {
      da: `Ingen kan få "${rung.id}": efter "${hiding}" er der ingen patienter tilbage til det.`,
      en: `Nobody can get "${rung.id}": after "${hiding}" no patient is left for it.`,
    };
    const remedy = last
      ? {
          da: `Ret trinene over det, eller gør "${hiding}" til det sidste trin ("otherwise").`,
          en: `Correct the rungs above, or make "${hiding}" the last rung ("otherwise").`,
        }
      : {
          da: `Flyt det op over "${hiding}", ret dets betingelse, eller fjern det.`,
          en: `Move it above "${hiding}", correct its condition, or remove it.`,
        };
    return { code, path, message, remedy };
  });
}

const code = 'unreachable-recommendation' as const;
const ALWAYS: ResolvedCondition = { all: [] };
