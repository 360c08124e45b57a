import type { Decision } from '../core/decision/decision.ts';
import type { Assessment, FactLine, Guidance } from '../core/decision/guidance.ts';
import type { Guideline } from '../core/schema/guideline.ts';
import type { Text } from '../core/schema/text.ts';
import type { FactDefinition, OrderDefinition } from '../core/schema/vocabulary.ts';
import { da } from './da.ts';
import { asSentence, formatList } from './notation.ts';
import { asPhrase, gapSentences, referenceWords, type Speech, type UnreadPart, valueWords } from './sentence.ts';

/** Characters the note aims not to exceed; facts are left out and counted before anything else is. */
export const NOTE_LENGTH = 900;

/** Characters of the clinician's own words that go into the note. */
export const OWN_WORDS_LENGTH = 300;

export interface OrderNoteInput {
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly orders: Readonly<Record<string, OrderDefinition>>;
  readonly guidelines: readonly Guideline[];
  /** The draft's examination in words. */
  readonly orderName: string;
  readonly assessment: Assessment;
  readonly decision: Decision;
  readonly gaps: readonly UnreadPart[];
}

const SPEECH: Speech = { words: da, language: 'da' };

/**
 * The one note the order carries, in Danish, readable by a radiologist (design.md section 8): verdict, guideline and
 * version, what decided it and where that is from, the decision, the override reason in words, and what was not read.
 */
export function composeOrderNote(input: OrderNoteInput): string {
  const before = [verdictLine(input), ...input.assessment.guidance.map((guidance) => guidelineLine(input, guidance))];
  const after = [decisionLine(input), ...gapSentences(SPEECH, input.gaps)];
  const room = NOTE_LENGTH - [...before, ...after].join('\n').length - 1;
  return [...before, decisiveLine(input, room), ...after].filter((line) => line !== '').join('\n');
}

function verdictLine({ assessment, facts, orderName }: OrderNoteInput): string {
  const { verdict, urgency } = assessment;
  const hurry = urgency === null || urgency === 'elective' ? '' : ` Hastegrad: ${asPhrase(da.urgency[urgency])}.`;
  if (verdict !== 'undetermined') return `Beslutningsstøtte: ${orderName}. Vurdering: ${da.verdict[verdict]}.${hurry}`;
  const asks = [...new Set(assessment.guidance.flatMap((guidance) => guidance.asks))].map((id) => labelOf(facts, id));
  const named = asks.length > 4 ? [...asks.slice(0, 3), `${asks.length - 3} andre`] : asks;
  const missing = named.length > 0 ? ` (${formatList(named.map(asPhrase), 'da')})` : '';
  return `Beslutningsstøtte: ${orderName}. Ingen vurdering: der mangler oplysninger${missing}.${hurry}`;
}

function guidelineLine({ guidelines }: OrderNoteInput, guidance: Guidance): string {
  const guideline = guidelines.find(({ id }) => id === guidance.guideline);
  const name = guideline?.title.da ?? guidance.guideline;
  const approval = guideline?.approval ? '' : ` (${asPhrase(da.notApproved)})`;
  const said = guideline && guidance.speaks !== null ? recommendationTitle(guideline, guidance.speaks) : null;
  return `Retningslinje: ${name}, version ${guidance.version}${approval}${said ? `: ${asSentence(said.da)}` : '.'}`;
}

function recommendationTitle({ recommendations, otherwise }: Guideline, id: string): Text {
  return (recommendations.find((recommendation) => recommendation.id === id) ?? otherwise).title;
}

/** The facts the answer rests on, as many as there is room for: what is present first, with its source. */
function decisiveLine({ assessment, facts }: OrderNoteInput, room: number): string {
  const lines = decisiveFacts(assessment);
  const isNegative = ({ id, fact }: FactLine) => fact.known && fact.value === facts[id]?.negative;
  const parts = lines.filter((line) => !isNegative(line)).map((line) => ({ words: present(facts, line), group: '' }));
  for (const line of lines.filter(isNegative))
    parts.push({ words: asPhrase(labelOf(facts, line.id)), group: `nej ifølge ${origin(line)}: ` });
  for (let taken = parts.length; taken > 0; taken -= 1) {
    const left = parts.length - taken;
    const line = `Afgørende: ${grouped(parts.slice(0, taken))}${left > 0 ? ` og ${left} andre oplysninger` : ''}.`;
    if (line.length <= room) return line;
  }
  return '';
}

/** Parts of one group follow one another under the group's words; groups and single parts are split by semicolons. */
function grouped(parts: readonly { readonly words: string; readonly group: string }[]): string {
  const groups = new Map<string, string[]>();
  for (const { words, group } of parts) groups.set(group, [...(groups.get(group) ?? []), words]);
  return [...groups].map(([group, words]) => `${group}${words.join(group === '' ? '; ' : ', ')}`).join('; ');
}

/** Each decisive fact once, though several guidelines may use it. */
function decisiveFacts({ guidance }: Assessment): readonly FactLine[] {
  const decisive = guidance.flatMap(({ justification }) => justification.facts.filter((line) => line.decisive));
  return decisive.filter((line, at) => decisive.findIndex(({ id }) => id === line.id) === at);
}

function present(facts: OrderNoteInput['facts'], line: FactLine): string {
  const { id, fact } = line;
  const definition = facts[id];
  if (!fact.known || !definition) return `${asPhrase(labelOf(facts, id))}: ${da.value.unknown}`;
  return `${asPhrase(definition.label.da)}: ${valueWords(SPEECH, definition, fact.value)} (${origin(line, true)})`;
}

/** Where a value is from, in a word or two; `inFull` names the first resource behind it. */
function origin({ fact }: FactLine, inFull = false): string {
  if (!fact.known) return da.value.unknown;
  const { provenance } = fact;
  if (provenance.kind === 'clinician') return 'henviser';
  if (provenance.kind === 'derived') return 'beregnet';
  const [first] = provenance.references;
  const place = provenance.kind === 'record' ? 'journalen' : 'henvisningen';
  return inFull && first ? `${place}: ${referenceWords(SPEECH, first)}` : place;
}

function decisionLine({ assessment, decision, orders }: OrderNoteInput): string {
  const to = (order: string) => orders[order]?.label.da ?? order;
  if (decision.kind === 'changed') {
    const rating = assessment.alternatives.find(({ order }) => order === decision.to)?.rating;
    const rated = rating ? ` (${asPhrase(da.verdict[rating])})` : '';
    return `Beslutning: ændret til ${to(decision.to)}${rated}.`;
  }
  if (decision.kind === 'cancelled') return `Beslutning: henvisningen er annulleret.${ownWords(decision.words)}`;
  if (decision.kind === 'kept')
    return `Beslutning: undersøgelsen fastholdes. Årsag: ${asSentence(decision.reason.label.da)}${ownWords(decision.words)}`;
  if (assessment.verdict === 'appropriate')
    return 'Beslutning: undersøgelsen fastholdes i overensstemmelse med anbefalingen.';
  return 'Beslutning: undersøgelsen fastholdes.';
}

function ownWords(words: string | undefined): string {
  const trimmed = words?.trim().slice(0, OWN_WORDS_LENGTH) ?? '';
  return trimmed === '' ? '' : ` Henvisers ord: ${asSentence(trimmed)}`;
}

function labelOf(facts: OrderNoteInput['facts'], id: string): string {
  return facts[id]?.label.da ?? id;
}
