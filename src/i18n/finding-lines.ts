import type { Assessment, FactLine } from '../core/decision/guidance.ts';
import { type Fact, newestHints } from '../core/facts/fact.ts';
import { isAnsweredAgainstHints, isRuledOut } from '../core/facts/ruled-out.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { da } from './da.ts';
import { DANISH } from './danish-speech.ts';
import { asPhrase, referenceWords, valueWords } from './sentence.ts';

type Definitions = Readonly<Record<string, FactDefinition>>;

interface Finding {
  /** What findings stand under. */
  readonly heading: string;
  readonly words: string;
}

const DECISIVE = 'Afgørende';
const ANSWERED = 'Øvrige svar';
/** Said where not every finding has room: nobody is written down as denying what is not named. */
const REST = 'Øvrige oplysninger: se vurderingen.';

/**
 * The findings an answer rests on, and what else the clinician has answered, in Danish: every one by name. A line each for
 * what is present, with its source; for what was not found; and for what was denied (»Nej til«), by whom. Only what is known to be
 * absent is said to be; what is unknown is called unknown; where the clinician says otherwise than the record, both are said.
 * Labels may hold commas, so semicolons stand between findings.
 */
export function findingLines(assessment: Assessment, facts: Definitions): readonly string[] {
  return linesOf(findingsOf(assessment, facts, true));
}

/**
 * The same in at most `room` characters on one line. Sources are given up before findings are, and the last findings before
 * the first; where any are left out, it says where to look. Empty where there are none, or not even that has room.
 */
export function findingsWithin(assessment: Assessment, facts: Definitions, room: number): string {
  const whole = linesOf(findingsOf(assessment, facts, true)).join(' ');
  if (whole.length <= room) return whole;
  const findings = findingsOf(assessment, facts, false);
  for (let taken = findings.length; taken >= 0; taken -= 1) {
    const rest = taken < findings.length ? [REST] : [];
    const line = [...linesOf(findings.slice(0, taken)), ...rest].join(' ');
    if (line.length <= room) return line;
  }
  return '';
}

function linesOf(findings: readonly Finding[]): readonly string[] {
  const headings = [...new Set(findings.map(({ heading }) => heading))];
  return headings.map((heading) => {
    const said = findings.filter((finding) => finding.heading === heading).map(({ words }) => words);
    return `${heading}: ${said.join('; ')}.`;
  });
}

function findingsOf(assessment: Assessment, facts: Definitions, sources: boolean): readonly Finding[] {
  const told = toldFacts(assessment, facts);
  const isDenied = (line: FactLine) => isSilent(line) || isPlainlyDenied(facts, line);
  const isByClinician = ({ fact }: FactLine) => fact.known && fact.provenance.kind === 'clinician';
  const denied = told.filter(isDenied).map((line) => ({ line, words: asPhrase(labelOf(facts, line.id)) }));
  const here = (line: FactLine): Finding => ({
    heading: line.decisive ? DECISIVE : ANSWERED,
    words: present(facts, line, sources),
  });
  return [
    ...told.filter((line) => !isDenied(line)).map(here),
    // The many that the clinician has answered come last: where there is no room for all, some of those are left out.
    ...denied.filter(({ line }) => !isByClinician(line)).map(({ line, words }) => ({ heading: noOf(line), words })),
    ...denied.filter(({ line }) => isByClinician(line)).map(({ line, words }) => ({ heading: noOf(line), words })),
  ];
}

function noOf(line: FactLine): string {
  return isSilent(line) ? 'Ikke fundet i journalen' : `Nej til (${origin(line)})`;
}

/** A no that the record does not speak against. "0" is a number of its own. */
function isPlainlyDenied(facts: Definitions, { id, fact }: FactLine): boolean {
  return isRuledOut(facts[id], fact) && fact.known && fact.value !== 0 && contradicted(facts, id, fact, false) === '';
}

/** Silence of the record is no "no" of it. */
function isSilent({ fact }: FactLine): boolean {
  return fact.known && fact.provenance.kind === 'record' && fact.provenance.references.length === 0;
}

/** Each decisive fact once, though several guidelines may use it; then what else was answered, but the order's own reason. */
function toldFacts({ guidance }: Assessment, facts: Definitions): readonly FactLine[] {
  const lines = guidance.flatMap(({ justification }) => justification.facts);
  const decisive = lines.filter((line) => line.decisive);
  const answered = lines.filter(({ id, fact, decisive }) => {
    const isAnswer = fact.known ? fact.provenance.kind === 'clinician' : fact.reason === 'asked-unknown';
    const isReason = facts[id]?.read.some(({ reader }) => reader === 'order-reason') ?? false;
    return !decisive && isAnswer && (!isReason || contradicted(facts, id, fact, false) !== '');
  });
  const told = [...decisive, ...answered];
  return told.filter((line, at) => told.findIndex(({ id }) => id === line.id) === at);
}

function present(facts: Definitions, line: FactLine, sources: boolean): string {
  const { id, fact, decisive } = line;
  const definition = facts[id];
  const otherwise = contradicted(facts, id, fact, sources);
  if (!fact.known || !definition)
    return `${asPhrase(labelOf(facts, id))}: ${da.value.unknown}${otherwise && ` (${otherwise})`}`;
  const said = `${asPhrase(definition.label.da)}: ${valueWords(DANISH, definition, fact.value)}`;
  const isNamed = sources && (decisive || otherwise !== '');
  const from = [isNamed ? origin(line, true) : '', otherwise].filter((part) => part !== '').join('; ');
  return from === '' ? said : `${said} (${from})`;
}

/**
 * What the record or the order says where the clinician says otherwise, and what the record mentions where the answer is no: it is never
 * left out. Empty where the two agree, and
 * where nothing is found, which says nothing.
 */
function contradicted(facts: Definitions, id: string, fact: Fact, inFull: boolean): string {
  const { overruled } = fact;
  const definition = facts[id];
  if (isAnsweredAgainstHints(definition, fact)) {
    const said = newestHints(fact).map((hint) => referenceWords(DANISH, hint));
    return `journalen nævner ${said.join('; ')}`;
  }
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
