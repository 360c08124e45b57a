import type { Annotation, Extension, ServiceRequest } from 'fhir/r4';
import type { Decision } from '../core/decision/decision.ts';
import type { Assessment } from '../core/decision/guidance.ts';
import { type Answer, isFactValue, wrongValue } from '../core/facts/answers.ts';
import type { Fact, Facts } from '../core/facts/fact.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { OUTCOME_EXTENSION } from './assessment-resource.ts';
import { dateRange } from './date.ts';
import { type Element, elementsAt, entryOf, textAt } from './element.ts';

/** Marks the note on an order as ours, so that a later one replaces it; its value is the kind of decision, or `assessed`. */
export const NOTE_EXTENSION = 'https://indikation.example/StructureDefinition/assessment-note';
/** The clinician's answers, inside our note: whoever assesses the order again need not ask again. */
export const ANSWERS_EXTENSION = 'https://indikation.example/StructureDefinition/assessment-answers';
const ABSENT_REASON = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** What was decided about an order, or that it was assessed without anybody deciding yet. */
export type AnnotationKind = Decision['kind'] | 'assessed';
const KINDS: readonly string[] = ['accepted', 'changed', 'cancelled', 'kept', 'assessed'] satisfies AnnotationKind[];

/** What came out, in ids; it tells whether a later assessment says anything new. */
export interface AnnotatedOutcome {
  /** Null where nothing was rated: `undetermined` is never written to an order. */
  readonly verdict: string | null;
  readonly urgency: string | null;
  /** The examination it is about, by its id; absent where whoever wrote it did not say. */
  readonly order?: string;
  /** Rung reached by guideline id; an open guideline is not among them. */
  readonly recommendations: Readonly<Record<string, string>>;
}

/** What our note on an order says to machines. */
export interface OrderAnnotation {
  readonly kind: AnnotationKind;
  /** ISO date-time of the note. */
  readonly time?: string;
  readonly outcome: AnnotatedOutcome;
  readonly answers: ReadonlyMap<string, Answer>;
}

/** What an assessment comes to, as an order carries it; `verdict` where the order was changed to another examination. */
export function outcomeOf(assessment: Assessment, verdict: string = assessment.verdict): AnnotatedOutcome {
  const reached = assessment.guidance.flatMap(({ guideline, recommendation }) =>
    recommendation === null ? [] : [[guideline, recommendation]],
  );
  return {
    verdict: verdict === 'undetermined' ? null : verdict,
    urgency: assessment.urgency,
    recommendations: Object.fromEntries(reached),
  };
}

/** Whether an assessment says the same as an earlier one: verdict, urgency, and the rung of each guideline both know. */
export function isSameOutcome(one: AnnotatedOutcome, other: AnnotatedOutcome): boolean {
  const shared = Object.keys(one.recommendations).filter((id) => entryOf(other.recommendations, id) !== undefined);
  return (
    one.verdict === other.verdict &&
    one.urgency === other.urgency &&
    shared.every((id) => one.recommendations[id] === other.recommendations[id])
  );
}

/** The extensions of our note. */
export function annotationExtensions(
  kind: AnnotationKind,
  outcome: AnnotatedOutcome | undefined,
  answers: ReadonlyMap<string, Answer>,
): Extension[] {
  const given = [...answers].flatMap(([id, answer]) => answerExtensions(id, answer));
  return [
    { url: NOTE_EXTENSION, valueCode: kind },
    ...(outcome === undefined ? [] : [outcomeExtension(outcome)]),
    ...(given.length === 0 ? [] : [{ url: ANSWERS_EXTENSION, extension: given }]),
  ];
}

function outcomeExtension({ verdict, urgency, order, recommendations }: AnnotatedOutcome): Extension {
  const codes = Object.entries({ verdict, urgency, order: order ?? null }).flatMap(([url, code]) =>
    code === null ? [] : [{ url, valueCode: code }],
  );
  const reached = Object.entries(recommendations).map(([id, rung]) => ({
    url: 'recommendation',
    valueString: `${id}|${rung}`,
  }));
  return { url: OUTCOME_EXTENSION, extension: [...codes, ...reached] };
}

function answerExtensions(id: string, answer: Answer): Extension[] {
  if (answer === 'not-known') return [{ url: id, extension: [{ url: ABSENT_REASON, valueCode: 'asked-unknown' }] }];
  const { value } = answer;
  if (typeof value === 'boolean') return [{ url: id, valueBoolean: value }];
  if (typeof value === 'number') return [{ url: id, valueDecimal: value }];
  return [value].flat().map((code) => ({ url: id, valueCode: code }));
}

/**
 * What our note on the order says; null where there is none. An answer that is not one of the fact's values, or to a
 * fact that nobody defined, is left out: it is asked again.
 */
export function readAnnotation(
  order: ServiceRequest,
  definitions: Readonly<Record<string, FactDefinition>>,
): OrderAnnotation | null {
  for (const note of elementsAt(order, 'note')) {
    const extensions = elementsAt(note, 'extension');
    const kind = textAt(withUrl(extensions, NOTE_EXTENSION), 'valueCode');
    if (!isKind(kind)) continue;
    const time = textAt(note, 'time');
    return {
      kind,
      ...(time === undefined ? {} : { time }),
      outcome: readOutcome(withUrl(extensions, OUTCOME_EXTENSION)),
      answers: readAnswers(elementsAt(withUrl(extensions, ANSWERS_EXTENSION), 'extension'), definitions),
    };
  }
  return null;
}

/** Answers given longer ago are asked again: the patient may have changed. */
const ANSWERS_LAST_MS = 24 * 60 * 60 * 1000;

/**
 * The answers of our note that still count: it was written less than a day before `now` (ISO date-time), and the record does
 * not contradict them by now. None of a note without a time.
 */
export function standingAnswers(
  annotation: OrderAnnotation | null,
  recorded: Facts,
  now: string,
): ReadonlyMap<string, Answer> {
  const written = annotation?.time === undefined ? null : dateRange(annotation.time);
  const today = dateRange(now);
  const isFresh = written !== null && today !== null && today.latest - written.earliest < ANSWERS_LAST_MS;
  if (annotation === null || !isFresh) return new Map();
  return new Map([...annotation.answers].filter(([id, answer]) => !isContradicted(recorded.get(id), answer)));
}

/** Whether the record says otherwise than any answer of our note. */
export function saysOtherwise(recorded: Facts, { answers }: OrderAnnotation): boolean {
  return [...answers].some(([id, answer]) => isContradicted(recorded.get(id), answer));
}

/** Whether the record says otherwise than the clinician did: that may be new. */
export function isContradicted(fact: Fact | undefined, answer: Answer): boolean {
  return fact?.known === true && (answer === 'not-known' || String(fact.value) !== String(answer.value));
}

/** Whether a note is ours. */
export function isOwnNote(note: unknown): note is Annotation {
  return withUrl(elementsAt(note, 'extension'), NOTE_EXTENSION) !== undefined;
}

function readOutcome(extension: Element | undefined): AnnotatedOutcome {
  const parts = elementsAt(extension, 'extension');
  const reached = parts
    .filter(({ url }) => url === 'recommendation')
    .map((part) => textAt(part, 'valueString')?.split('|') ?? [])
    .flatMap(([guideline, rung]) => (guideline && rung ? [[guideline, rung]] : []));
  const order = textAt(withUrl(parts, 'order'), 'valueCode');
  return {
    ...(order === undefined ? {} : { order }),
    verdict: textAt(withUrl(parts, 'verdict'), 'valueCode') ?? null,
    urgency: textAt(withUrl(parts, 'urgency'), 'valueCode') ?? null,
    recommendations: Object.fromEntries(reached),
  };
}

function readAnswers(
  parts: readonly Element[],
  definitions: Readonly<Record<string, FactDefinition>>,
): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const id of new Set(parts.flatMap((part) => textAt(part, 'url') ?? []))) {
    const definition = entryOf(definitions, id);
    const own = parts.filter(({ url }) => url === id);
    if (definition === undefined) continue;
    if (own.some((part) => withUrl(elementsAt(part, 'extension'), ABSENT_REASON) !== undefined)) {
      answers.set(id, 'not-known');
      continue;
    }
    const values = own.map(({ valueBoolean, valueDecimal, valueCode }) => valueBoolean ?? valueDecimal ?? valueCode);
    const value = definition.type === 'choice' && definition.multiple ? values : values[0];
    if (wrongValue(definition, value) === null && isFactValue(value)) answers.set(id, { value });
  }
  return answers;
}

function withUrl(extensions: readonly Element[], wanted: string): Element | undefined {
  return extensions.find(({ url }) => url === wanted);
}

function isKind(kind: string | undefined): kind is AnnotationKind {
  return kind !== undefined && KINDS.includes(kind);
}
