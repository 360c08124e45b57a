import type { Annotation, CodeableConcept, Coding, Reference, ServiceRequest } from 'fhir/r4';
import type { Decision } from '../core/decision/decision.ts';
import type { Answer } from '../core/facts/answers.ts';
import { codingsOf, normalCode, recordedCoding, sameCode } from './coding.ts';
import { isElement } from './element.ts';
import { equalJson, membersOf } from './equality.ts';
import { type AnnotatedOutcome, annotationExtensions, isOwnNote, NOTE_EXTENSION } from './order-annotation.ts';
import { plainCoding } from './plain-coding.ts';

/** Marks a reference in supportingInfo as ours, for the same reason. */
export const REFERENCE_EXTENSION = 'https://indikation.example/StructureDefinition/assessment-reference';

/** Where something is stored, and what people call it. */
export type NamedReference = Required<Pick<Reference, 'reference' | 'display'>>;

/** What a decision changes on the draft order. */
export interface OrderChange {
  readonly decision: Decision;
  /** The alternative's code; needed when the decision is `changed`, ignored otherwise. */
  readonly code?: Coding;
  readonly codeText?: string;
  /** Added to reasonCode beside those already there; the same reason in several systems is one concept. */
  readonly reason?: Coding | readonly Coding[];
  /** What a radiologist reads. */
  readonly note: string;
  /** ISO date-time. */
  readonly noteTime: string;
  readonly author?: { readonly reference?: string; readonly display?: string };
  /** References to the stored assessments, or those with the name of the guideline, by which people tell them apart. */
  readonly assessment?: string | readonly (string | NamedReference)[];
  /** What came out, so that a later assessment of the order can tell whether it says anything new. */
  readonly outcome?: AnnotatedOutcome;
  /** The clinician's answers, so that they need not be given again. */
  readonly answers?: ReadonlyMap<string, Answer>;
}

/** An assessment on its way to an order about which nobody has decided yet. */
export interface OrderAssessed extends Pick<OrderChange, 'note' | 'noteTime' | 'outcome' | 'answers'> {
  readonly outcome: AnnotatedOutcome;
}

const NO_ANSWERS: ReadonlyMap<string, Answer> = new Map();

/**
 * The draft with the decision on it. Only code (when changed to an alternative), reasonCode, note, supportingInfo and
 * status (`revoked` when cancelled) differ; all else survives as it is, unknown extensions and primitive extensions
 * too. The code is replaced whole: nothing of the former examination may cling to the new one. The draft is not mutated.
 * Throws when a change to an alternative brings no code, since the note would then say what the order does not.
 */
export function updateOrder(draft: ServiceRequest, change: OrderChange): ServiceRequest {
  const { decision } = change;
  const { supportingInfo, ...rest } = draft;
  const references = withAssessments(supportingInfo, change);
  const kept = references.length === 0 && supportingInfo !== undefined ? rest : draft;
  return {
    ...kept,
    ...(decision.kind === 'changed' ? { code: changedCode(change) } : {}),
    ...(decision.kind === 'cancelled' ? { status: 'revoked' as const } : {}),
    ...(change.reason ? { reasonCode: withReason(draft.reasonCode, change.reason) } : {}),
    note: withNote(draft.note, noteOf(change)),
    ...(references.length === 0 ? {} : { supportingInfo: references }),
  };
}

/**
 * The draft with the assessment in our note and nothing else changed. A decision that stands there is the clinician's, and
 * is left alone.
 */
export function annotateOrder(
  draft: ServiceRequest,
  { note, noteTime, outcome, answers }: OrderAssessed,
): ServiceRequest {
  const own = listOf(draft.note).find(isOwnNote);
  const kind = own?.extension?.find(({ url }) => url === NOTE_EXTENSION)?.valueCode;
  if (kind !== undefined && kind !== 'assessed') return draft;
  const extension = annotationExtensions('assessed', outcome, answers ?? NO_ANSWERS);
  return { ...draft, note: withNote(draft.note, { extension, time: noteTime, text: note }) };
}

/**
 * The names of the top-level elements in which the order read back differs from what was meant. `meta` and the
 * narrative (`text`) are the server's own.
 */
export function compareOrder(meant: ServiceRequest, readBack: ServiceRequest): string[] {
  const before: Readonly<Record<string, unknown>> = { ...meant };
  const after: Readonly<Record<string, unknown>> = { ...readBack };
  return membersOf(before, after)
    .filter((name) => name !== 'meta' && name !== 'text' && !equalJson(before[name], after[name]))
    .sort();
}

function changedCode({ code, codeText }: OrderChange): CodeableConcept {
  if (code === undefined) throw new Error('A change to an alternative needs the code of the alternative.');
  return { coding: [plainCoding(code)], ...(codeText === undefined ? {} : { text: codeText }) };
}

function withReason(reasons: ServiceRequest['reasonCode'], reason: Coding | readonly Coding[]): CodeableConcept[] {
  const before = listOf(reasons);
  const codings = [reason].flat();
  const added = codings.flatMap((coding) => recordedCoding(coding) ?? []);
  const there = before
    .flatMap((concept) => codingsOf(concept))
    .some((coding) => added.some((one) => sameCode(normalCode(coding), normalCode(one))));
  return there ? before : [...before, { coding: codings.map(plainCoding) }];
}

/** In place of our earlier note, else after all others. */
function withNote(notes: ServiceRequest['note'], note: Annotation): Annotation[] {
  return replaceOwn(listOf(notes), [note], NOTE_EXTENSION);
}

function noteOf({ decision, note, noteTime, author, outcome, answers = NO_ANSWERS }: OrderChange): Annotation {
  return {
    extension: annotationExtensions(decision.kind, outcome, answers),
    ...(author?.reference === undefined
      ? author?.display === undefined
        ? {}
        : { authorString: author.display }
      : { authorReference: { ...author } }),
    time: noteTime,
    text: note,
  };
}

/** Our earlier assessments stood for an earlier decision: they go. FHIR knows no empty list, so none leaves no element. */
function withAssessments(before: ServiceRequest['supportingInfo'], { assessment }: OrderChange): Reference[] {
  const own = [assessment ?? []].flat().map((one) => ({
    extension: [{ url: REFERENCE_EXTENSION, valueBoolean: true }],
    ...(typeof one === 'string' ? { reference: one } : one),
  }));
  return replaceOwn(listOf(before), own, REFERENCE_EXTENSION);
}

function replaceOwn<T>(before: readonly T[], own: readonly T[], url: string): T[] {
  const at = before.findIndex((one) => isMarked(one, url));
  const others = before.filter((one) => !isMarked(one, url));
  if (at < 0) return [...others, ...own];
  return [...others.slice(0, at), ...own, ...others.slice(at)];
}

function isMarked(value: unknown, url: string): boolean {
  if (!isElement(value) || !Array.isArray(value.extension)) return false;
  return value.extension.some((extension: unknown) => isElement(extension) && extension.url === url);
}

/** A list from outside: a single value where a list belongs is kept as its one member. */
function listOf<T>(value: readonly T[] | undefined): T[] {
  return [value ?? []].flat();
}
