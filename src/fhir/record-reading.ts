import type { Text } from '../core/schema/text.ts';
import type { FactDefinition, Within } from '../core/schema/vocabulary.ts';
import { codingsOf } from './coding.ts';
import type { Gap, ReferralContext } from './context.ts';
import { type Element, elementAt, textAt } from './element.ts';
import { resourcesOf } from './record.ts';
import { daysOf, isMeasured } from './requirements.ts';

/** What was read of one resource type. */
export interface ReadPart {
  readonly resourceType: string;
  readonly count: number;
  /** Entries with words but no code, in the record's own words: nobody guesses what they mean. */
  readonly uncoded: readonly string[];
  /** What of a type that is searched by code was searched for; absent where all of it was. */
  readonly sought?: readonly Sought[];
}

/** Measurements that some fact is read from: the fact's id and name, and how old they may be. */
export interface Sought {
  readonly fact: string;
  readonly label: Text;
  readonly within: Within;
}

/** What was read of a record, when, how much, and what was not. */
export interface RecordReading {
  /** ISO date-time; null where nothing was searched. */
  readonly at: string | null;
  readonly parts: readonly ReadPart[];
  readonly gaps: readonly Gap[];
  /** The draft beside which it was read stands in the record too. */
  readonly hasDraft: boolean;
}

/** Where the words of a concept stand that should have had a code. */
const CONCEPT: Readonly<Record<string, string>> = {
  Condition: 'code',
  Procedure: 'code',
  MedicationRequest: 'medicationCodeableConcept',
  MedicationStatement: 'medicationCodeableConcept',
  MedicationDispense: 'medicationCodeableConcept',
};

/**
 * A record's reading, for whoever wants to know what the guidance rests on.
 * @param facts what was read for: measurements are searched by their codes alone
 */
export function recordReading(
  context: ReferralContext,
  facts: Readonly<Record<string, FactDefinition>> = {},
): RecordReading {
  const counts = new Map<string, number>();
  for (const { resourceType, count } of context.searches)
    counts.set(resourceType, Math.max(count, counts.get(resourceType) ?? 0));
  const parts = [...counts].map(([resourceType, count]) => ({
    resourceType,
    count,
    uncoded: [...new Set(resourcesOf(context, resourceType).flatMap(uncodedWords))],
    ...(resourceType === 'Observation' ? { sought: measurementsSought(facts) } : {}),
  }));
  const hasDraft = textAt(context.order, 'id') !== undefined;
  return { at: context.searches[0]?.at ?? null, parts, gaps: context.gaps, hasDraft };
}

/** By fact, as far back as the longest of its readings goes. */
function measurementsSought(facts: Readonly<Record<string, FactDefinition>>): readonly Sought[] {
  return Object.entries(facts).flatMap(([fact, { label, read, hints }]) => {
    const readings = [...read, ...hints].filter(isMeasured).map(({ within }) => within);
    const [longest] = readings.sort((a, b) => daysOf(b) - daysOf(a));
    return longest === undefined ? [] : [{ fact, label, within: longest }];
  });
}

function uncodedWords(resource: Element): readonly string[] {
  const name = CONCEPT[textAt(resource, 'resourceType') ?? ''];
  const concept = name === undefined ? undefined : elementAt(resource, name);
  if (concept === undefined || codingsOf(concept).length > 0) return [];
  const text = textAt(concept, 'text');
  return text === undefined ? [] : [text];
}
