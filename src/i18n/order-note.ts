import type { Decision } from '../core/decision/decision.ts';
import type { Assessment, Guidance } from '../core/decision/guidance.ts';
import { verdictFrom } from '../core/decision/verdict-from.ts';
import type { LocalGuideline } from '../core/guideline/site.ts';
import type { FactDefinition, OrderDefinition } from '../core/schema/vocabulary.ts';
import { da } from './da.ts';
import { DANISH } from './danish-speech.ts';
import { findingLines, labelOf } from './finding-lines.ts';
import { formatMoment } from './moment.ts';
import { asSentence } from './notation.ts';
import { asPhrase, gapSentences, type UnreadPart, verdictReason, versionWords } from './sentence.ts';

/** Characters of the clinician's own words that go into the note. */
export const OWN_WORDS_LENGTH = 300;

export interface OrderNoteInput {
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly orders: Readonly<Record<string, Pick<OrderDefinition, 'label'>>>;
  readonly guidelines: readonly LocalGuideline[];
  /** The draft's examination in words. */
  readonly orderName: string;
  readonly assessment: Assessment;
  readonly decision: Decision;
  /** What to remember before the examination decided on, a line each: it is not settled, or who has settled it. */
  readonly safety?: readonly string[];
  /** When the decision was written whose note this one takes the place of (FHIR dateTime). */
  readonly replaces?: string;
  /** What was settled beside the guidance, in sentences. */
  readonly remarks?: readonly string[];
  readonly gaps: readonly UnreadPart[];
}

/**
 * The one note the order carries, in Danish, readable by a radiologist (design.md section 8): the decision, which is what
 * is read first, with the override reason in words; what to remember before the examination; what was settled beside the guidance, such as an earlier examination
 * that may answer; verdict, guideline and version; what decided it and where that is from, and what else was answered, all
 * by name; and what was not read.
 */
export function composeOrderNote(input: OrderNoteInput): string {
  return composeNote(input, [decisionLine(input)], input.decision);
}

/** The same about an order on which nobody has decided yet. */
export function composeAssessmentNote(input: Omit<OrderNoteInput, 'decision'>): string {
  return composeNote(input, []);
}

function composeNote(
  input: Omit<OrderNoteInput, 'decision'>,
  first: readonly string[],
  decision: Decision | null = null,
): string {
  const guidelines = input.assessment.guidance.map((guidance) => guidelineLine(input, guidance));
  return [
    ...first,
    ...(input.replaces === undefined ? [] : [`Erstatter vurderingen fra ${formatMoment(input.replaces, 'da')}.`]),
    ...(input.safety ?? []),
    ...(input.remarks ?? []),
    ...verdictLines(input, decision),
    ...guidelines,
    ...findingLines(input.assessment, input.facts),
    ...gapSentences(DANISH, input.gaps),
  ].join('\n');
}

/** So few are named; of more it is said how many they are. */
const ASKS_NAMED = 4;

/**
 * The verdict of the examination that the order is for from now on; where it was changed, then that of the draft before,
 * named as such.
 */
export function verdictLines(
  input: Pick<OrderNoteInput, 'assessment' | 'facts' | 'orderName' | 'orders'>,
  decision: Decision | null,
): readonly string[] {
  if (decision?.kind !== 'changed') return [verdictLine(input)];
  const { assessment, orderName, orders } = input;
  const rating = ratingOf(assessment, decision.to);
  const said = rating ? `Vurdering: ${da.verdict[rating]}.` : 'Ingen af retningslinjerne vurderer den.';
  const before =
    assessment.verdict === 'undetermined' ? 'Ingen vurdering' : `Vurdering: ${da.verdict[assessment.verdict]}`;
  return [
    `Beslutningsstøtte: ${nameOf(orders, decision.to)}. ${said}${hurryWords(assessment)}`,
    `Kladden før ændringen: ${orderName}. ${before}.`,
  ];
}

function ratingOf({ alternatives }: Assessment, to: string) {
  return alternatives.find(({ order }) => order === to)?.rating;
}

function nameOf(orders: OrderNoteInput['orders'], order: string): string {
  return orders[order]?.label.da ?? order;
}

function hurryWords({ urgency }: Assessment): string {
  return urgency === null || urgency === 'elective' ? '' : ` Hastegrad: ${asPhrase(da.urgency[urgency])}.`;
}

/** The examination and its verdict, or what is missing for one; how urgent it is. */
export function verdictLine({
  assessment,
  facts,
  orderName,
}: Pick<OrderNoteInput, 'assessment' | 'facts' | 'orderName'>): string {
  const { verdict } = assessment;
  const hurry = hurryWords(assessment);
  if (verdict !== 'undetermined') return `Beslutningsstøtte: ${orderName}. Vurdering: ${da.verdict[verdict]}.${hurry}`;
  const asks = [...new Set(assessment.guidance.flatMap((guidance) => guidance.asks))].map((id) => labelOf(facts, id));
  const named = asks.length > ASKS_NAMED ? `${asks.length} spørgsmål er uden svar` : asks.map(asPhrase).join('; ');
  const missing = named === '' ? '' : ` (${named})`;
  return `Beslutningsstøtte: ${orderName}. Ingen vurdering: der mangler oplysninger${missing}.${hurry}`;
}

/** The guideline that speaks, its version, that nobody approved it, and the heading of what it says. */
export function guidelineLine({ guidelines }: Pick<OrderNoteInput, 'guidelines'>, guidance: Guidance): string {
  const guideline = guidelines.find(({ id }) => id === guidance.guideline);
  const name = guideline?.title.da ?? guidance.guideline;
  const version = guideline ? versionWords(da, guideline) : da.version(guidance.version);
  const approval = guideline?.approval ? '' : ` (${asPhrase(da.notApproved)})`;
  const titles = guideline ? verdictFrom(guideline, guidance).map(({ title }) => title.da) : [];
  const said = asSentence(verdictReason(da, titles));
  return `Retningslinje: ${name}, ${version}${approval}${said === '' ? '.' : `: ${said}`}`;
}

/** What the clinician decided, with the override reason and the own words. */
export function decisionLine({
  assessment,
  decision,
  orders,
}: Pick<OrderNoteInput, 'assessment' | 'decision' | 'orders'>): string {
  const byTelephone = assessment.urgency === 'emergency';
  // Whatever is done with the draft: an emergency is not settled by it.
  const first = byTelephone ? 'Beslutning: akut, afgøres telefonisk; ' : 'Beslutning: ';
  if (decision.kind === 'changed') {
    const rating = ratingOf(assessment, decision.to);
    const rated = rating ? ` (${asPhrase(da.verdict[rating])})` : '';
    return `${first}ændret til ${nameOf(orders, decision.to)}${rated}.`;
  }
  if (decision.kind === 'cancelled') {
    const reason = decision.reason ? ` Undersøgelsen undlades. Årsag: ${asSentence(decision.reason.label.da)}` : '';
    return `${first}kladden er annulleret.${reason}${ownWords(decision.words)}`;
  }
  if (decision.kind === 'kept') {
    return `${first}undersøgelsen fastholdes. Årsag: ${asSentence(decision.reason.label.da)}${ownWords(decision.words)}`;
  }
  if (byTelephone) return 'Beslutning: akut, afgøres telefonisk. En elektronisk henvisning er den forkerte vej.';
  if (assessment.verdict === 'appropriate')
    return 'Beslutning: undersøgelsen fastholdes i overensstemmelse med anbefalingen.';
  return 'Beslutning: undersøgelsen fastholdes.';
}

function ownWords(words: string | undefined): string {
  const trimmed = words?.trim().slice(0, OWN_WORDS_LENGTH) ?? '';
  return trimmed === '' ? '' : ` Henvisers ord: ${asSentence(trimmed)}`;
}
