import type { Vocabulary } from '../core/guideline/library.ts';
import type { Reading } from '../core/schema/vocabulary.ts';
import { entryOf } from './element.ts';
import { IMAGING_TYPES } from './readers/imaging.ts';
import { MEDICATION_TYPES } from './readers/medication.ts';

/** The resource types that must have been read completely before a reading that found nothing may say so. */
export function typesNeeded(reading: Reading): readonly string[] {
  switch (reading.reader) {
    case 'age':
      return ['Patient'];
    case 'condition':
      return reading.unlessLater === undefined ? ['Condition'] : ['Condition', 'Procedure'];
    case 'first-condition':
      return ['Condition'];
    case 'observation':
    case 'observation-value':
    case 'observation-time':
      return ['Observation'];
    case 'medication':
      return MEDICATION_TYPES;
    case 'procedure':
      return ['Procedure'];
    case 'imaging':
      return IMAGING_TYPES;
    case 'reason':
    case 'order-reason':
    case 'derived':
      return [];
  }
}

/** The facts and, once each, those they are derived from, however far; safe on circles and on ids that nobody defined. */
export function withSources(vocabulary: Vocabulary, factIds: Iterable<string>): readonly string[] {
  const seen = new Set<string>();
  const open = [...factIds];
  while (open.length > 0) {
    const id = open.shift();
    const definition = id === undefined ? undefined : entryOf(vocabulary.facts, id);
    if (id === undefined || definition === undefined || seen.has(id)) continue;
    seen.add(id);
    for (const reading of [...definition.read, ...definition.hints]) {
      if (reading.reader === 'derived') open.push(reading.fact);
      open.push(...countedFrom(reading));
    }
  }
  return [...seen];
}

/** The fact that says from when a reading counts: only the clinician knows it, so it may change with every answer. */
export function countedFrom(reading: Reading): readonly string[] {
  const fact = 'since' in reading ? reading.since : 'after' in reading ? reading.after : undefined;
  return fact === undefined ? [] : [fact];
}
