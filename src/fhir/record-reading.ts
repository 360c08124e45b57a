import { codingsOf } from './coding.ts';
import type { Gap, ReferralContext } from './context.ts';
import { type Element, elementAt, textAt } from './element.ts';
import { resourcesOf } from './record.ts';

/** What was read of one resource type. */
export interface ReadPart {
  readonly resourceType: string;
  readonly count: number;
  /** Entries with words but no code, in the record's own words: nobody guesses what they mean. */
  readonly uncoded: readonly string[];
}

/** What was read of a record, when, how much, and what was not. */
export interface RecordReading {
  /** ISO date-time; null where nothing was searched. */
  readonly at: string | null;
  readonly parts: readonly ReadPart[];
  readonly gaps: readonly Gap[];
}

/** Where the words of a concept stand that should have had a code. */
const CONCEPT: Readonly<Record<string, string>> = {
  Condition: 'code',
  Procedure: 'code',
  MedicationRequest: 'medicationCodeableConcept',
  MedicationStatement: 'medicationCodeableConcept',
  MedicationDispense: 'medicationCodeableConcept',
};

/** A record's reading, for whoever wants to know what the guidance rests on. */
export function recordReading(context: ReferralContext): RecordReading {
  const counts = new Map<string, number>();
  for (const { resourceType, count } of context.searches)
    counts.set(resourceType, Math.max(count, counts.get(resourceType) ?? 0));
  const parts = [...counts].map(([resourceType, count]) => ({
    resourceType,
    count,
    uncoded: [...new Set(resourcesOf(context, resourceType).flatMap(uncodedWords))],
  }));
  return { at: context.searches[0]?.at ?? null, parts, gaps: context.gaps };
}

function uncodedWords(resource: Element): readonly string[] {
  const name = CONCEPT[textAt(resource, 'resourceType') ?? ''];
  const concept = name === undefined ? undefined : elementAt(resource, name);
  if (concept === undefined || codingsOf(concept).length > 0) return [];
  const text = textAt(concept, 'text');
  return text === undefined ? [] : [text];
}
