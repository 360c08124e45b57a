import type { Guideline, Recommendation } from '../core/schema/guideline.ts';
import type { GuidelinePack, GuidelineReading } from './pack.ts';

/** The document of a pack, with empty places for its reading. A copy: the pack's texts stay as they were counted (texts.ts). */
export function unpackDocument({ document }: GuidelinePack): Guideline {
  return {
    ...document,
    publisher: { da: '', en: '' },
    notFor: [],
    parameters: {},
    recommendations: document.recommendations.map(withPlaces),
    otherwise: withPlaces(document.otherwise),
    evidence: {},
  };
}

/** Puts the reading in its places. */
export function addReading(document: Guideline, { rungs, ...reading }: GuidelineReading): void {
  Object.assign(document, reading);
  for (const rung of [...document.recommendations, document.otherwise]) Object.assign(rung, rungs[rung.id]);
}

function withPlaces<Rung extends object>(rung: Rung): Rung & Pick<Recommendation, 'evidence' | 'disagrees'> {
  return { ...rung, evidence: [], disagrees: [] };
}
