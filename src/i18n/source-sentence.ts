import type { Fact, KnownFact } from '../core/facts/fact.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { formatDate, formatList } from './notation.ts';
import { absentWords, asPhrase, referenceWords, type Speech, valueWords } from './sentence.ts';
import { whyWords } from './why-words.ts';

/**
 * Where a fact comes from, or why it is unknown: `fra journalen: Brystkræft UNS (DC509), 12. maj 2021`, `svaret her`,
 * `ikke læst: medicin kunne ikke hentes`. `labelOf` gives the label of a fact that another is derived from.
 */
export function sourceWords(speech: Speech, fact: Fact, labelOf: (fact: string) => string): string {
  return fact.known ? knownSource(speech, fact, labelOf) : absentWords(speech, fact);
}

function knownSource(speech: Speech, { provenance }: KnownFact, labelOf: (fact: string) => string): string {
  const { language } = speech;
  const words = whyWords[language].source;
  if (provenance.kind === 'clinician') return words.clinician;
  if (provenance.kind === 'derived') {
    const labels = provenance.from.map((id) => asPhrase(labelOf(id)));
    return words.derived(formatList(labels, language));
  }
  const references = provenance.references.map((reference) => referenceWords(speech, reference)).filter(Boolean);
  if (references.length > 0) return `${words[provenance.kind]}: ${references.join('; ')}`;
  if (provenance.kind === 'order') return words.order;
  const { searchedAt } = provenance;
  return [words.nothingFound, ...(searchedAt ? [words.readAt(formatDate(searchedAt, language))] : [])].join(', ');
}

/** What the record or order said where the clinician's answer has overruled it; null where nothing was overruled. */
export function overruledWords(
  speech: Speech,
  definition: FactDefinition,
  fact: Fact,
  labelOf: (fact: string) => string,
): string | null {
  if (!fact.known || !fact.overruled) return null;
  const { overruled } = fact;
  const words = whyWords[speech.language].source;
  const value = valueWords(speech, definition, overruled.value);
  const says = overruled.provenance.kind === 'order' ? words.orderSays : words.recordSays;
  return `${says(value)} (${sourceWords(speech, overruled, labelOf)})`;
}
