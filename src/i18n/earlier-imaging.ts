import type { Facts } from '../core/facts/fact.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import type { RelatedExamination } from '../fhir/imaging/overlap.ts';
import { DANISH } from './danish-speech.ts';
import { examinationWords, whenWords } from './imaging-sentence.ts';
import { imagingWords } from './imaging-words.ts';
import { referenceWords } from './sentence.ts';

/** Earlier examinations that were read as facts, in Danish, each once: `Røntgen af lænderyg, 3. marts 2025`. */
export function earlierImaging(definitions: Readonly<Record<string, FactDefinition>>, facts: Facts): readonly string[] {
  const found = [...facts].flatMap(([id, fact]) => {
    const isImaging = definitions[id]?.read.some(({ reader }) => reader === 'imaging') ?? false;
    if (!isImaging || !fact.known || fact.provenance.kind !== 'record') return [];
    const each = fact.provenance.references.filter(({ of }) => of === undefined);
    return each.map((reference) => referenceWords(DANISH, reference));
  });
  return [...new Set(found)];
}

/** Earlier and booked examinations of the same region in short, as many as a referral has room for. */
export function relatedImaging(related: readonly RelatedExamination[]): readonly string[] {
  const { state: states } = imagingWords.da;
  return related.slice(0, RELATED_NAMED).map(({ examination }) => {
    const { state } = examination;
    const when = [state === 'done' ? '' : states[state], whenWords(examination, 'da')].filter((part) => part !== '');
    return [examinationWords(examination), when.join(' ')].filter((part) => part !== '').join(', ');
  });
}

/** More are in the record. */
const RELATED_NAMED = 3;
