import type { FactDefinition, Reading, Within } from '../core/schema/vocabulary.ts';
import { formatList, formatNumber } from '../i18n/notation.ts';
import { asHeading, asPhrase, valueWords } from '../i18n/sentence.ts';
import { type Content, type Html, html, joined, NOTHING } from './html.ts';
import { basisText } from './mark.ts';
import { readingWords } from './reading-words.ts';
import { choicesCompared, orderName, type PageSource, told } from './source.ts';

/**
 * One way of reading a fact, as a sentence made from the vocabulary: what, which codes, when, and what it
 * answers; a hint only suggests it.
 */
export function readingSentence(
  source: PageSource,
  [fact, definition]: readonly [string, FactDefinition],
  reading: Reading,
  answers: boolean,
): Html {
  const parts =
    reading.reader === 'order-reason' ? reasonParts(source, fact, definition, reading) : plainParts(source, reading);
  const words = readingWords[source.language];
  const says = answers ? words.gives : words.suggests;
  const gives = 'gives' in reading ? [says(valueWords(source.speech, definition, reading.gives))] : [];
  const basis =
    'basis' in reading && reading.basis
      ? html` <span class="fine">${source.words.questions.basis}: ${basisText(source, reading.basis)}</span>`
      : NOTHING;
  return html`${joined([...parts, ...gives], '; ')}.${basis}`;
}

type PlainReading = Exclude<Reading, { reader: 'order-reason' }>;

function plainParts(source: PageSource, reading: PlainReading): readonly Content[] {
  const words = readingWords[source.language];
  switch (reading.reader) {
    case 'age':
      return [asHeading(words.age)];
    case 'condition':
      return [
        coded(source, words.condition[reading.state], reading.valueSet),
        ...periodPart(source, reading.within, words.within),
        ...(reading.orReason ? [words.orReason] : []),
        ...unlessLaterPart(source, reading.unlessLater),
      ];
    case 'observation':
      return [
        coded(source, words.observation[reading.pick], reading.valueSet),
        ...amounts(source, reading),
        ...periodPart(source, reading.within, words.within),
        ...countedFromPart(source, reading.since),
      ];
    case 'observation-value':
      return [coded(source, words.number, reading.valueSet), ...periodPart(source, reading.within, words.within)];
    case 'observation-time':
      return [
        coded(source, words.time, reading.valueSet),
        ...periodPart(source, reading.within, words.within),
        ...countedFromPart(source, reading.after),
      ];
    case 'medication':
      return [
        coded(source, words.medication, reading.valueSet),
        ...periodPart(source, reading.startedAtLeast, words.startedAgo),
      ];
    case 'procedure':
      return [coded(source, words.procedure, reading.valueSet), ...unlessLaterPart(source, reading.unlessLater)];
    case 'imaging':
      return imagingParts(source, reading);
    case 'reason':
      return [coded(source, words.orderReason, reading.valueSet)];
    case 'first-condition':
      return [coded(source, words.firstCondition, reading.valueSet)];
    case 'derived':
      return derivedParts(source, reading);
  }
}

/** A kind of entry and the code list that says which count. */
function coded(source: PageSource, what: string, valueSet: string): Html {
  return html`${asHeading(what)} (${readingWords[source.language].codeList}: ${codeListLink(source, valueSet)})`;
}

function unlessLaterPart(source: PageSource, valueSet: string | undefined): readonly Html[] {
  return valueSet === undefined ? [] : [coded(source, readingWords[source.language].unlessLater, valueSet)];
}

function countedFromPart(source: PageSource, fact: string | undefined): readonly string[] {
  const label = fact === undefined ? undefined : source.vocabulary.facts[fact]?.label;
  return label === undefined ? [] : [readingWords[source.language].since(asPhrase(told(source, label)))];
}

/** A link to a code list by its title, which FHIR has in English. */
export function codeListLink({ codeLists, language }: PageSource, id: string): Html {
  const title = codeLists[id] ?? id;
  const inEnglish = language === 'en' ? NOTHING : html` lang="en"`;
  return html`<a href="#codes-${id}"${inEnglish}>${title}</a>`;
}

function periodPart(
  source: PageSource,
  within: Within | undefined,
  say: (period: string) => string,
): readonly string[] {
  if (!within) return [];
  const { period } = readingWords[source.language];
  const units = ['months', 'days', 'hours'] as const;
  const parts = units.flatMap((unit) => {
    const n = within[unit];
    return n === undefined ? [] : [`${formatNumber(n, source.language)} ${period[unit](n)}`];
  });
  return parts.length > 0 ? [say(formatList(parts, source.language))] : [];
}

/** UCUM units as they are written on a ward. */
const UCUM: Readonly<Record<string, string>> = { Cel: '°C' };

function amounts(
  { language }: PageSource,
  {
    min,
    below,
    unit,
  }: { readonly min?: number | undefined; readonly below?: number | undefined; readonly unit: string },
): readonly string[] {
  const words = readingWords[language];
  const amount = (n: number): string => `${formatNumber(n, language)} ${UCUM[unit] ?? unit}`.trim();
  return [
    ...(min === undefined ? [] : [words.from(amount(min))]),
    ...(below === undefined ? [] : [words.below(amount(below))]),
  ];
}

function derivedParts(source: PageSource, reading: Extract<Reading, { reader: 'derived' }>): readonly string[] {
  const from = source.vocabulary.facts[reading.fact];
  const label = from ? asPhrase(told(source, from.label)) : reading.fact;
  const unit = from?.type === 'number' ? source.speech.words.unit[from.unit](2) : '';
  return [asHeading(readingWords[source.language].derived(label)), ...amounts(source, { ...reading, unit })];
}

function imagingParts(source: PageSource, reading: Extract<Reading, { reader: 'imaging' }>): readonly string[] {
  const words = readingWords[source.language];
  const names: Readonly<Record<string, string>> = words.modality;
  const like = Object.entries(source.vocabulary.orders)
    .filter(([, { regions }]) => regions.includes(reading.region))
    .map(([id]) => asPhrase(orderName(source, id)));
  const answers = Object.entries(reading.answers).map(([modality, by]) =>
    words.answersTo(
      names[modality] ?? modality,
      formatList(
        by.map((one) => names[one] ?? one),
        source.language,
      ),
    ),
  );
  return [
    asHeading(words.imaging(formatList(like, source.language))),
    ...periodPart(source, reading.within, words.within),
    ...answers,
  ];
}

/** The reasons that this guideline asks for; the order's others are the business of other guidelines. */
function reasonParts(
  source: PageSource,
  fact: string,
  definition: FactDefinition,
  reading: Extract<Reading, { reader: 'order-reason' }>,
): readonly Content[] {
  const words = readingWords[source.language];
  const compared = choicesCompared(source, fact);
  const asked = Object.entries(reading.choices).filter(([choice]) => compared.has(choice));
  const choices = asked.map(([choice, valueSet]) => {
    const fresh = periodPart(source, reading.within[choice], words.within);
    const label = asPhrase(valueWords(source.speech, definition, choice));
    return html`${label} (${words.codeList}: ${codeListLink(source, valueSet)})${fresh.map((period) => `, ${period}`)}`;
  });
  return [asHeading(words.orderReason), ...choices];
}
