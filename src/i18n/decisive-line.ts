import type { Assessment, FactLine } from '../core/decision/guidance.ts';
import type { Fact } from '../core/facts/fact.ts';
import { isRuledOut } from '../core/facts/negative.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { da } from './da.ts';
import { DANISH } from './danish-speech.ts';
import { asPhrase, referenceWords, valueWords } from './sentence.ts';

type Definitions = Readonly<Record<string, FactDefinition>>;

interface Part {
  readonly words: string;
  /** What several parts stand under; empty where a part stands alone. */
  readonly group: string;
}

/**
 * The facts an answer rests on as one Danish line, as many as there is room for: what is present first, with its source.
 * Only what is known to be absent is said to be; what is unknown is called unknown. Those left out are counted.
 * Where `rather` is `facts`, sources are given up before facts are. Empty where nothing fits, or nothing is decisive.
 */
export function decisiveLine(
  assessment: Assessment,
  facts: Definitions,
  room: number,
  rather: 'facts' | 'sources' = 'sources',
): string {
  const lines = decisiveFacts(assessment, facts);
  const withSources = partsOf(lines, facts, true);
  if (rather === 'sources') return firstThatFits(withSources, room);
  const whole = sentence(withSources, withSources.length);
  return whole.length <= room ? whole : firstThatFits(partsOf(lines, facts, false), room);
}

function firstThatFits(parts: readonly Part[], room: number): string {
  for (let taken = parts.length; taken > 0; taken -= 1) {
    const line = sentence(parts, taken);
    if (line.length <= room) return line;
  }
  const counted = `Afgørende: ${count(parts.length)}.`;
  return parts.length > 0 && counted.length <= room ? counted : '';
}

function sentence(parts: readonly Part[], taken: number): string {
  return parts.length === 0 ? '' : `Afgørende: ${grouped(parts, taken)}.`;
}

function count(n: number): string {
  return n === 1 ? '1 oplysning' : `${n} oplysninger`;
}

function partsOf(lines: readonly FactLine[], facts: Definitions, sources: boolean): readonly Part[] {
  const isNegative = ({ id, fact }: FactLine) => isRuledOut(facts[id], fact) && !contradicted(facts, id, fact, false);
  const negatives = lines.filter(isNegative).map((line) => ({
    words: asPhrase(labelOf(facts, line.id)),
    group: isNothingFound(line) ? 'ikke fundet i journalen: ' : `nej ifølge ${origin(line)}: `,
  }));
  return [
    ...lines.filter((line) => !isNegative(line)).map((line) => ({ words: present(facts, line, sources), group: '' })),
    // The many that the clinician has answered come last: of those some may be left out.
    ...negatives.filter(({ group }) => group !== BY_CLINICIAN),
    ...negatives.filter(({ group }) => group === BY_CLINICIAN),
  ];
}

const BY_CLINICIAN = 'nej ifølge henviser: ';

/** Silence of the record is no "no" of it. */
function isNothingFound({ fact }: FactLine): boolean {
  return fact.known && fact.provenance.kind === 'record' && fact.provenance.references.length === 0;
}

/**
 * Parts of one group follow one another under the group's words; groups and single parts are split by semicolons. Where
 * not all are taken, a group ends with how many more it has.
 */
function grouped(parts: readonly Part[], taken: number): string {
  const groups = new Map<string, { readonly named: string[]; left: number }>();
  for (const [at, { words, group }] of parts.entries()) {
    const members = groups.get(group) ?? { named: [], left: 0 };
    if (at < taken) members.named.push(words);
    else members.left += 1;
    groups.set(group, members);
  }
  return [...groups]
    .map(([group, { named, left }]) => {
      const more = `${left} ${group === '' ? 'fund' : 'tegn'}`;
      const said = named.join(group === '' ? '; ' : ', ');
      if (left === 0) return `${group}${said}`;
      return said === '' ? `${group}${more}` : `${group}${said} og ${more} mere`;
    })
    .join('; ');
}

/** Each decisive fact once, though several guidelines may use it; and each of which the record says otherwise. */
function decisiveFacts({ guidance }: Assessment, facts: Definitions): readonly FactLine[] {
  const decisive = guidance.flatMap(({ justification }) =>
    justification.facts.filter((line) => line.decisive || contradicted(facts, line.id, line.fact, false) !== ''),
  );
  return decisive.filter((line, at) => decisive.findIndex(({ id }) => id === line.id) === at);
}

function present(facts: Definitions, line: FactLine, sources: boolean): string {
  const { id, fact } = line;
  const definition = facts[id];
  const otherwise = contradicted(facts, id, fact, sources);
  if (!fact.known || !definition)
    return `${asPhrase(labelOf(facts, id))}: ${da.value.unknown}${otherwise && ` (${otherwise})`}`;
  const said = `${asPhrase(definition.label.da)}: ${valueWords(DANISH, definition, fact.value)}`;
  const from = [sources ? origin(line, true) : '', otherwise].filter((part) => part !== '').join('; ');
  return from === '' ? said : `${said} (${from})`;
}

/**
 * What the record or the order says where the clinician says otherwise: it is never left out. Empty where the two agree, and
 * where nothing is found, which says nothing.
 */
function contradicted(facts: Definitions, id: string, fact: Fact, inFull: boolean): string {
  const { overruled } = fact;
  const definition = facts[id];
  if (fact.known && String(fact.value) === String(overruled?.value)) return '';
  if (!overruled || !definition || !('references' in overruled.provenance)) return '';
  const { kind, references } = overruled.provenance;
  const [first] = references;
  if (!first) return '';
  const said = `${kind === 'order' ? 'henvisningen' : 'journalen'} siger ${valueWords(DANISH, definition, overruled.value)}`;
  return inFull ? `${said}: ${referenceWords(DANISH, first)}` : said;
}

/** Where a value is from, in a word or two; `inFull` names the first resource behind it. */
function origin({ fact }: FactLine, inFull = false): string {
  if (!fact.known) return da.value.unknown;
  const { provenance } = fact;
  if (provenance.kind === 'clinician') return 'henviser';
  if (provenance.kind === 'derived') return 'beregnet';
  const [first] = provenance.references;
  const place = provenance.kind === 'record' ? 'journalen' : 'henvisningen';
  return inFull && first ? `${place}: ${referenceWords(DANISH, first)}` : place;
}

/** A fact's name in Danish; its id where the vocabulary does not know it. */
export function labelOf(facts: Definitions, id: string): string {
  return facts[id]?.label.da ?? id;
}
