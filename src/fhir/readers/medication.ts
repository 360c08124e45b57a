import type { ValueSet } from '../../core/guideline/library.ts';
import type { Reading, Within } from '../../core/schema/vocabulary.ts';
import { displayOf } from '../coding.ts';
import { dateRange, type InstantRange, isAtLeastAgo, isPast, type Moment, type RecordedTime } from '../date.ts';
import { type Element, elementAt, elementsAt, entryOf, textAt } from '../element.ts';
import { incompleteTypes, referenceTo, resolve, resourcesOf } from '../record.ts';
import { codingInValueSet } from '../value-set.ts';
import {
  allVerdicts,
  type Judgement,
  missingValueSet,
  type ReadingInput,
  type ReadingResult,
  recordReference,
  resultOf,
  type Verdict,
} from './reading-result.ts';

type MedicationReading = Extract<Reading, { reader: 'medication' }>;

const YES: Verdict = { truth: 'true' };
const NO: Verdict = { truth: 'false' };
const UNCLEAR: Verdict = { truth: 'unknown', doubt: 'status-unclear' };
/** FHIR R4 medicationrequest-intent: those that authorise the medicine; a proposal, a plan or an option is not yet one. */
const ORDERS = ['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order'];
const ENDED = ['on-hold', 'cancelled', 'completed', 'entered-in-error', 'stopped', 'draft', 'not-taken'];

/** Medicine of the value set that the patient is on now, by MedicationRequest or MedicationStatement. */
export function readMedication(reading: MedicationReading, input: ReadingInput): ReadingResult {
  const valueSet = entryOf(input.vocabulary.valueSets, reading.valueSet);
  if (valueSet === undefined) return missingValueSet(reading.valueSet);
  const judgements = ['MedicationRequest', 'MedicationStatement'].flatMap((type) =>
    resourcesOf(input.context, type).flatMap((resource) => judge(resource, reading, valueSet, input)),
  );
  return resultOf(judgements, reading.gives);
}

function judge(
  resource: Element,
  { startedAtLeast }: MedicationReading,
  valueSet: ValueSet,
  input: ReadingInput,
): readonly Judgement[] {
  const current = use(resource, input.now);
  if (current.truth === 'false') return [];
  const medicine = conceptOf(resource, input);
  const start = startOf(resource);
  if (medicine.concept === undefined) {
    if (medicine.verdict === undefined) return [];
    return [{ verdict: medicine.verdict, reference: recordReference(resource, medicine.display, start) }];
  }
  const coding = codingInValueSet(medicine.concept, valueSet);
  if (coding === undefined) return [];
  const verdict = allVerdicts([current, started(start, startedAtLeast, input.now)]);
  return [{ verdict, reference: recordReference(resource, displayOf(medicine.concept, coding), start) }];
}

/** Whether the medicine is in use. One that says active although its own period is over does not decide. */
function use(resource: Element, now: Moment): Verdict {
  const status = textAt(resource, 'status');
  if (resource.doNotPerform === true || (status !== undefined && ENDED.includes(status))) return NO;
  if (resource.resourceType === 'MedicationRequest') {
    const intent = textAt(resource, 'intent');
    if (intent !== undefined && !ORDERS.includes(intent)) return NO;
    if (status !== 'active' || intent === undefined) return UNCLEAR;
  } else if (status !== 'active' && status !== 'intended') return UNCLEAR;
  return hasEnded(resource, now) ? UNCLEAR : YES;
}

function hasEnded(resource: Element, now: Moment): boolean {
  const periods = [elementAt(resource, 'effectivePeriod'), ...boundsOf(resource)];
  const ends = periods.flatMap((period) => textAt(period, 'end') ?? []);
  return ends.length > 0 && ends.every((end) => isPast(dateRange(end), now) === 'true');
}

type Medicine =
  | { readonly concept: Element }
  | { readonly concept?: undefined; readonly verdict?: Verdict; readonly display: string };

/** `medication[x]`: a code, or a Medication contained or read beside it. */
function conceptOf(resource: Element, { context }: ReadingInput): Medicine {
  const concept = elementAt(resource, 'medicationCodeableConcept');
  if (concept !== undefined) return { concept };
  const pointer = elementAt(resource, 'medicationReference');
  const display = textAt(pointer, 'display') ?? textAt(pointer, 'reference') ?? referenceTo(resource);
  if (pointer === undefined) return { display };
  const medication = resolve(context, resource, pointer, 'Medication');
  if (medication !== undefined) return { concept: elementAt(medication, 'code') ?? {} };
  if (textAt(pointer, 'reference') === undefined) return { display };
  const unread = incompleteTypes(context, ['Medication']).length > 0 ? { unread: 'Medication' } : {};
  return { verdict: { truth: 'unknown', doubt: 'reference-unread', ...unread }, display };
}

/**
 * When it began: the dosage's own bounds or the statement's period before the date of the request, since a renewed
 * prescription is written anew while the treatment goes on. A statement for one point in time began no later than that.
 */
function startOf(resource: Element): RecordedTime | undefined {
  const starts = [elementAt(resource, 'effectivePeriod'), ...boundsOf(resource)].flatMap((period) => {
    const text = textAt(period, 'start');
    return text === undefined ? [] : [{ range: dateRange(text), text }];
  });
  const dated = starts.filter(({ range }) => range !== null);
  const first = [...dated].sort((a, b) => (a.range?.earliest ?? 0) - (b.range?.earliest ?? 0))[0];
  if (first !== undefined || starts.length > 0) return first ?? { range: null };
  const text = textAt(resource, 'authoredOn');
  if (text !== undefined) return { range: dateRange(text), text };
  const taken = textAt(resource, 'effectiveDateTime');
  return taken === undefined ? undefined : { range: openBefore(dateRange(taken)), text: taken };
}

function openBefore(range: InstantRange | null): InstantRange | null {
  return range === null ? null : { earliest: Number.NEGATIVE_INFINITY, latest: range.latest };
}

/** `timing.repeat.boundsPeriod` of every dosage: `dosageInstruction` on a request, `dosage` on a statement. */
function boundsOf(resource: Element): readonly Element[] {
  return [...elementsAt(resource, 'dosageInstruction'), ...elementsAt(resource, 'dosage')]
    .map((dosage) => elementAt(elementAt(elementAt(dosage, 'timing'), 'repeat'), 'boundsPeriod'))
    .filter((period) => period !== undefined);
}

/** Begun long enough ago; a medicine whose start lies ahead is not certainly in use. */
function started(start: RecordedTime | undefined, period: Within | undefined, now: Moment): Verdict {
  if (period === undefined) return start?.range && start.range.earliest > now.instant ? UNCLEAR : YES;
  const truth = isAtLeastAgo(start?.range ?? null, period, now);
  if (truth !== 'unknown') return { truth };
  return { truth, doubt: start?.range ? 'date-imprecise' : 'start-missing' };
}
