import type { Facts } from '../core/facts/fact.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { DANISH } from './danish-speech.ts';
import { referenceWords } from './sentence.ts';

/** Earlier examinations that were read as facts, in Danish, each once: `Røntgen af lænderyg, 3. marts 2025`. */
export function earlierImaging(definitions: Readonly<Record<string, FactDefinition>>, facts: Facts): readonly string[] {
  const found = [...facts].flatMap(([id, fact]) => {
    const isImaging = definitions[id]?.read.some(({ reader }) => reader === 'imaging') ?? false;
    if (!isImaging || !fact.known || fact.provenance.kind !== 'record') return [];
    return fact.provenance.references.map((reference) => referenceWords(DANISH, reference));
  });
  return [...new Set(found)];
}
