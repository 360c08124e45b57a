import type { FactValue, RecordReference, UnknownFact } from '../core/facts/fact.ts';
import type { LocalGuideline } from '../core/guideline/site.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import type { GapReason } from '../fhir/context.ts';
import type { Words } from './da.ts';
import { type Language, textIn } from './language.ts';
import { formatDate, formatList, formatMeasured, formatNumber } from './notation.ts';
import type { LaterWords } from './why-words.ts';

/** What a sentence is made with: the app's words and the language they are in. */
export interface Speech {
  readonly words: Words;
  readonly language: Language;
  /** What is said beside the guidance. It is fetched after it; until then what needs such words says less. */
  readonly later?: LaterWords;
}

/** A fact's value as it is read aloud: `ja`, `74 år`, `let og stabil`, `a og b`. */
export function valueWords(speech: Speech, definition: FactDefinition, value: FactValue): string {
  const { words, language } = speech;
  if (typeof value === 'boolean') return value ? words.value.yes : words.value.no;
  if (typeof value === 'number')
    return quantityWords(speech, value, definition.type === 'number' ? definition.unit : '');
  const choices = definition.type === 'choice' ? definition.choices : [];
  const labels = (typeof value === 'string' ? [value] : value).map((id) => {
    const choice = choices.find((candidate) => candidate.id === id);
    return choice ? textIn(choice.label, language) : id;
  });
  return formatList(labels, language);
}

/** A number with its unit: `65 år`. A unit that has no word stands as it is. */
export function quantityWords({ words, language }: Speech, value: number, unit: string): string {
  const units: Readonly<Record<string, (n: number) => string>> = words.unit;
  return `${formatNumber(value, language)} ${units[unit]?.(value) ?? unit}`.trim();
}

/** A guideline's version, and that the site has changed a number in it: `version 1.2.0, ændret lokalt`. */
export function versionWords(words: Words, { version, local }: LocalGuideline): string {
  return `${words.version(version)}${local ? `, ${words.changedLocally}` : ''}`;
}

/** As many are named; more are said to agree. */
const TITLES_NAMED = 3;

/** Why a verdict is given, by the titles of the recommendations it is from; empty where there are none. */
export function verdictReason(words: Words, titles: readonly string[]): string {
  if (titles.length < 2) return titles.join('');
  return titles.length > TITLES_NAMED ? words.sameVerdictForAll : words.sameVerdict(titles.join('; '));
}

/** A label that begins a sentence or stands alone: the vocabulary writes them in lower case. */
export function asHeading(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** A label inside a sentence: `Kendt kræft` becomes `kendt kræft`, but `CRP` and `MR af hovedet` stay as they are. */
export function asPhrase(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** What one resource says, in the record's own words, how sure, and when: `Brystkræft UNS (DC509), tentativ, 12. maj 2021`. */
export function referenceWords({ words, language }: Speech, { display, verification, date }: RecordReference): string {
  // A birth date is all that its resource says.
  if (display === date && date !== undefined) return words.patient.born(formatDate(date, language));
  const own = formatMeasured(display, language);
  const unsure = verification && words.verification[verification];
  return [own, unsure, date && formatDate(date, language)].filter(Boolean).join(', ');
}

/** Why a fact is unknown: `ikke læst: diagnoser kunne ikke hentes`, `står i journalen, men kan ikke bruges: datoen mangler`. */
export function absentWords({ words, language, later }: Speech, { reason, because }: UnknownFact): string {
  const word = words.absent[reason];
  if (!because || because.length === 0) return word;
  if (reason === 'error') return `${word}: ${words.couldNotBeFetched(resourceWords({ words, language }, because))}`;
  if (!later) return word;
  const doubts: Readonly<Record<string, string>> = later.doubt;
  const causes = because.map((cause) => doubts[cause.split(':', 1)[0] ?? ''] ?? cause);
  return `${word}: ${[...new Set(causes)].join('; ')}`;
}

/** FHIR resource types as a clinician would name them, each once: `diagnoser og medicin`. */
export function resourceWords({ words, language }: Speech, resourceTypes: readonly string[]): string {
  const names: Readonly<Record<string, string>> = words.resource;
  return formatList([...new Set(resourceTypes.map((type) => names[type] ?? type))], language);
}

/** Something that could not be read, as `fhir/context.ts` has it. */
export interface UnreadPart {
  readonly resourceType: string;
  readonly reason: GapReason;
}

/** One sentence per part of the record that was not read: `Kunne ikke læses: medicin (der er ikke givet adgang).` */
export function gapSentences(speech: Speech, gaps: readonly UnreadPart[]): readonly string[] {
  const { words } = speech;
  const sentences = gaps.map(({ resourceType, reason }) => {
    const what = `${resourceWords(speech, [resourceType])} (${words.gapReason[reason]})`;
    return reason === 'cut-off' ? words.gap.partly(what) : words.gap.line(what);
  });
  return [...new Set(sentences)];
}
