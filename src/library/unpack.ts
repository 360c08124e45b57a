import type { LocalGuideline } from '../core/guideline/site.ts';
import type { Guideline, Recommendation } from '../core/schema/guideline.ts';
import type { GuidelineReading, PackedDocument } from './pack.ts';

/** A document with empty places for its reading. A copy: the pack's texts stay as they were counted (texts.ts). */
export function unpackDocument(document: PackedDocument): LocalGuideline {
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
export function addReading(document: Guideline, read: GuidelineReading | undefined): void {
  if (!read) return;
  const { rungs, ...reading } = read;
  Object.assign(document, reading);
  for (const rung of [...document.recommendations, document.otherwise]) Object.assign(rung, rungs[rung.id]);
}

/** Whether a document's reading is in its places: every guideline has a publisher. */
export function isRead({ publisher }: Guideline): boolean {
  return publisher.da !== '';
}

function withPlaces<Rung extends object>(rung: Rung): Rung & Pick<Recommendation, 'evidence' | 'disagrees'> {
  return { ...rung, evidence: [], disagrees: [] };
}
