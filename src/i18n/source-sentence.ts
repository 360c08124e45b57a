import { type Fact, type KnownFact, newestHints, type RecordReference } from '../core/facts/fact.ts';
import { isAnsweredAgainstHints } from '../core/facts/ruled-out.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { textIn } from './language.ts';
import { formatDate, formatList } from './notation.ts';
import { absentWords, asHeading, asPhrase, referenceWords, type Speech, valueWords } from './sentence.ts';
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
  const references = saidReferences(speech, provenance.references);
  if (references.length > 0) return `${words[provenance.kind]}: ${references.join('; ')}`;
  if (provenance.kind === 'order') return words.order;
  const { searchedAt } = provenance;
  return [words.nothingFound, ...(searchedAt ? [words.readAt(formatDate(searchedAt, language))] : [])].join(', ');
}

/** The record's words, each thing once, though it stand in several resources. */
function saidReferences(speech: Speech, references: readonly RecordReference[]): readonly string[] {
  return references
    .filter(({ of }) => of === undefined)
    .map((reference) => referenceWords(speech, reference))
    .filter(Boolean);
}

/** What the record or order said where the clinician's answer has overruled it, or mentions where the answer is no; else null. */
export function overruledWords(
  speech: Speech,
  definition: FactDefinition,
  fact: Fact,
  labelOf: (fact: string) => string,
): string | null {
  const { overruled } = fact;
  if (isAnsweredAgainstHints(definition, fact)) return `${asHeading(hintsInShort(speech, fact))}.`;
  if (!overruled) return null;
  const words = whyWords[speech.language].source;
  const value = valueWords(speech, definition, overruled.value);
  const says = overruled.provenance.kind === 'order' ? words.orderSays : words.recordSays;
  return `${says(value)} (${sourceWords(speech, overruled, labelOf)})`;
}

/**
 * A correction in full: `Medicin: journalen siger ja (Eliquis, 3. maj 2026). Du har svaret nej.`; where the record only has something beside
 * the question, what it mentions. Null where the two agree.
 */
export function correctionSentence(speech: Speech, definition: FactDefinition, fact: Fact): string | null {
  const { overruled } = fact;
  const against = isAnsweredAgainstHints(definition, fact);
  if (!overruled && !against) return null;
  const { correction } = whyWords[speech.language];
  const yours = fact.known ? valueWords(speech, definition, fact.value) : speech.words.absent['asked-unknown'];
  if (overruled && valueWords(speech, definition, overruled.value) === yours) return null;
  const label = asHeading(textIn(definition.label, speech.language));
  const said = overruled ? overruledInShort(speech, definition, overruled) : hintsInShort(speech, fact);
  return `${label}: ${said}. ${correction.yours(yours)}`;
}

/** What the record has beside a question: `journalen nævner Cauda equina-syndrom (DG834), tentativ, 3. maj 2026`. */
function hintsInShort(speech: Speech, fact: Fact): string {
  const said = saidReferences(speech, newestHints(fact));
  return whyWords[speech.language].correction.recordMentions(said.join('; '));
}

/** What record or order says, with what says so. That nothing was found is not said to be a no. */
function overruledInShort(speech: Speech, definition: FactDefinition, { value, provenance }: KnownFact): string {
  const { correction, source } = whyWords[speech.language];
  const references = 'references' in provenance ? provenance.references : [];
  const said = [...new Set(saidReferences(speech, references))];
  if (provenance.kind === 'record' && said.length === 0) return source.nothingFound;
  const says = provenance.kind === 'order' ? correction.orderSays : correction.recordSays;
  return `${says(valueWords(speech, definition, value))}${said.length > 0 ? ` (${said.join('; ')})` : ''}`;
}
