import type { FactValue, Hint, RecordReference } from '../../core/facts/fact.ts';
import type { Vocabulary } from '../../core/guideline/library.ts';
import type { ReferralContext } from '../context.ts';
import type { Moment, RecordedTime } from '../date.ts';
import type { Element } from '../element.ts';
import { referenceTo } from '../record.ts';

/** Why something in the record does not decide; each has its own words on the page. */
export const DOUBTS = [
  'birth-date-unusable',
  'date-missing',
  'date-imprecise',
  'start-missing',
  'status-unclear',
  'unconfirmed',
  'preliminary',
  'as-needed',
  'dispensed-only',
  'no-value',
  'unit',
  'comparator',
  'examination-unclear',
  'region-unclear',
  'modality-unclear',
  'reference-unread',
  'value-unusable',
  'circular',
  'value-set-missing',
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** Everything a reader may look at. */
export interface ReadingInput {
  readonly context: ReferralContext;
  readonly vocabulary: Vocabulary;
  /** Order id of the draft's examination; null when it is not one of the vocabulary's. */
  readonly order: string | null;
  readonly now: Moment;
}

/**
 * What one way of reading came to. `nothing` says only that this reading found nothing in what was read; whether that was
 * everything is decided elsewhere. `because`: "<doubt>: <reference>" for what does not decide, resource types for
 * what was not read.
 */
export type ReadingResult =
  | {
      readonly kind: 'hit';
      readonly value: FactValue;
      readonly source: 'record' | 'order' | 'derived';
      /** Facts it follows from, where it is derived. */
      readonly from?: readonly string[];
      readonly references: readonly RecordReference[];
      readonly hints: readonly Hint[];
    }
  | { readonly kind: 'nothing'; readonly hints: readonly Hint[] }
  | { readonly kind: 'undecidable'; readonly because: readonly string[]; readonly hints: readonly Hint[] }
  | { readonly kind: 'unread'; readonly because: readonly string[]; readonly hints: readonly Hint[] };

/** Yes, no, or that it does not decide, and why. */
export type Verdict =
  | { readonly truth: 'true' | 'false' }
  | { readonly truth: 'unknown'; readonly doubt: Doubt /** Resource type to read. */; readonly unread?: string };

/** What one resource says about the reading. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reference: RecordReference;
  /** Said by the order itself, not by the record. */
  readonly source?: 'order';
}

export const NOTHING: ReadingResult = { kind: 'nothing', hints: [] };

/** "<doubt>: <reference>", as it stands in `because` of a fact. */
export function because(doubt: Doubt, about: string): string {
  return `${doubt}: ${about}`;
}

/** One resource as a reference with the record's words and date. */
export function recordReference(resource: Element, display: string, time?: RecordedTime): RecordReference {
  const date = time?.text;
  return { reference: referenceTo(resource), display, ...(date === undefined ? {} : { date }) };
}

/** Any yes is a hit, whatever else is unclear; without one, what is unclear leaves the reading open. Unclear ones become hints. */
export function resultOf(judgements: readonly Judgement[], gives: FactValue): ReadingResult {
  const yes = judgements.filter(({ verdict }) => verdict.truth === 'true');
  const unclear = judgements.filter(({ verdict }) => verdict.truth === 'unknown');
  const hints = hintsOf(unclear);
  if (yes.length > 0) {
    const source = yes.every((judgement) => judgement.source === 'order') ? 'order' : 'record';
    return { kind: 'hit', value: gives, source, references: latestFirst(yes.map(({ reference }) => reference)), hints };
  }
  return openResult(unclear, hints);
}

/** What does not decide is shown beside the question, except what could not be read at all. */
export function hintsOf(unclear: readonly Judgement[]): readonly Hint[] {
  const shown = unclear.filter(({ verdict }) => !('doubt' in verdict && verdict.doubt === 'reference-unread'));
  return latestFirst(shown.map(({ reference }) => reference));
}

/** Without a hit: what does not decide comes before what was not read, since reading more would not settle it. */
export function openResult(unclear: readonly Judgement[], hints: readonly Hint[]): ReadingResult {
  const doubts: string[] = [];
  const unread: string[] = [];
  for (const { verdict, reference } of unclear) {
    if (verdict.truth !== 'unknown') continue;
    if (verdict.unread === undefined) doubts.push(because(verdict.doubt, reference.reference));
    else unread.push(verdict.unread);
  }
  if (doubts.length > 0) return { kind: 'undecidable', because: doubts, hints };
  return unread.length > 0 ? { kind: 'unread', because: [...new Set(unread)], hints } : { kind: 'nothing', hints };
}

/** All of them hold: no if any says no, else the first that does not decide. */
export function allVerdicts(verdicts: readonly Verdict[]): Verdict {
  const no = verdicts.find(({ truth }) => truth === 'false');
  return no ?? verdicts.find(({ truth }) => truth === 'unknown') ?? { truth: 'true' };
}

/** Newest first by the recorded text; undated last. */
export function latestFirst<T extends RecordReference>(references: readonly T[]): readonly T[] {
  return [...references].sort((a, b) => compareText(b.date ?? '', a.date ?? ''));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A reading that names a value set the vocabulary lacks decides nothing; the checker refuses such a vocabulary. */
export function missingValueSet(id: string): ReadingResult {
  return { kind: 'undecidable', because: [because('value-set-missing', id)], hints: [] };
}
