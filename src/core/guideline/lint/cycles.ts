import type { Guideline } from '../../schema/guideline.ts';
import type { Remark } from '../remark.ts';
import { entryOf, leavesIn } from '../walk.ts';

/** Criteria that lead back to themselves: the engine would hang on them for ever. */
export function lintCycles(guideline: Guideline): readonly Remark[] {
  const references = (id: string): readonly string[] => {
    const criterion = entryOf(guideline.criteria, id);
    const leaves = criterion ? leavesIn(criterion.when, []) : [];
    return leaves.flatMap(({ part }) => ('condition' in part ? [part.condition] : []));
  };
  const reaches = (from: string, target: string, seen: Set<string>): boolean => {
    if (seen.has(from)) return false;
    seen.add(from);
    const next = references(from);
    return next.includes(target) || next.some((id) => reaches(id, target, seen));
  };
  return Object.keys(guideline.criteria)
    .filter((id) => reaches(id, id, new Set()))
    .map((id) => ({
      code: 'criteria-cycle',
      path: ['criteria', id],
      message: {
        da: `Kriteriet "${id}" fører tilbage til sig selv.`,
        en: `The criterion "${id}" leads back to itself.`,
      },
      remedy: {
        da: 'Skriv et af kriterierne i ringen med oplysninger i stedet.',
        en: 'Write one of the criteria in the circle with facts instead.',
      },
    }));
}
