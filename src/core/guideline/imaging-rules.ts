import type { EarlierImagingDocument, ReasonsDocument, Region, SafetyDocument } from '../schema/imaging.ts';
import type { ImagingChoices } from '../schema/site.ts';
import type { OrderDefinition } from '../schema/vocabulary.ts';
import type { ValueSet } from './library.ts';

/** What is said beside the guidelines: earlier and booked imaging, reasons, safety prompts. Data of rules/vocabulary. */
export interface ImagingRules {
  readonly regions: Readonly<Record<string, Region>>;
  /** Those of orders.json and those known for overlap alone. */
  readonly examinations: Readonly<Record<string, OrderDefinition>>;
  readonly windows: EarlierImagingDocument['windows'];
  readonly answeredBy: EarlierImagingDocument['answeredBy'];
  readonly reReading: EarlierImagingDocument['reReading'];
  readonly safety: SafetyDocument;
  readonly reasons: ReasonsDocument;
  readonly valueSets: Readonly<Record<string, ValueSet>>;
  readonly site: ImagingChoices;
}

/** The regions an examination reaches: each with the larger ones it lies in and the smaller ones in it. */
export function reachOf(regions: readonly string[], all: ImagingRules['regions']): ReadonlySet<string> {
  const named = new Set(regions);
  const inNamed = Object.keys(all).filter((id) => outward(id, all).some((larger) => named.has(larger)));
  return new Set([...regions.flatMap((id) => outward(id, all)), ...inNamed]);
}

/** A region and the larger ones it lies in, nearest first; a circle ends where it closes. */
function outward(id: string, all: ImagingRules['regions']): readonly string[] {
  const seen: string[] = [];
  for (let next: string | undefined = id; next !== undefined && !seen.includes(next); next = partOf(next, all))
    seen.push(next);
  return seen;
}

function partOf(id: string, all: ImagingRules['regions']): string | undefined {
  return Object.hasOwn(all, id) ? all[id]?.partOf : undefined;
}
