import type { Guideline } from '../../schema/guideline.ts';
import type { Remark } from '../remark.ts';
import { rungsOf } from '../walk.ts';

/**
 * Rungs that cite nothing, neither for themselves nor as disagreeing. A rung without a source cites an entry that says so
 * (`verified: false`), so that the page says it too.
 */
export function lintSources(guideline: Guideline): readonly Remark[] {
  return rungsOf(guideline)
    .filter(({ part }) => part.evidence.length === 0 && part.disagrees.length === 0)
    .map(({ part, path }) => ({
      code: 'no-evidence',
      path: [...path, 'id'],
      message: { da: `"${part.id}" henviser ikke til nogen kilde.`, en: `"${part.id}" cites no evidence.` },
      remedy: {
        da: 'Skriv dets kilder under "evidence". Er der ingen, så henvis til en post med "verified": false, der siger hvorfor.',
        en: 'List its sources under "evidence". If there is none, cite an entry with "verified": false that says why not.',
      },
    }));
}
