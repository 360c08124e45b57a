import type { ValueSet } from '../../core/guideline/library.ts';
import type { Reading, Within } from '../../core/schema/vocabulary.ts';
import { displayOf } from '../coding.ts';
import { dateRange, type InstantRange, isAtLeastAgo, type Moment, type RecordedTime } from '../date.ts';
import { type Element, elementAt, entryOf, textAt } from '../element.ts';
import { boundsOf, handedOver, use } from '../medication-use.ts';
import { incompleteTypes, referenceTo, resolve, resourcesOf } from '../record.ts';
import { codingInValueSet } from '../value-set.ts';
import {
  allVerdicts,
  type Judgement,
  latestFirst,
  missingValueSet,
  type ReadingInput,
  type ReadingResult,
  recordReference,
  resultOf,
  type Verdict,
} from './reading-result.ts';

type MedicationReading = Extract<Reading, { reader: 'medication' }>;

/** Where medicine may stand; all of them are needed before "none" means none. */
export const MEDICATION_TYPES = ['MedicationRequest', 'MedicationStatement', 'MedicationDispense'];

/** Medicine of the value set that the patient is on now: prescribed, stated, or dispensed. */
export function readMedication(reading: MedicationReading, input: ReadingInput): ReadingResult {
  const valueSet = entryOf(input.vocabulary.valueSets, reading.valueSet);
  if (valueSet === undefined) return missingValueSet(reading.valueSet);
  const judgements = MEDICATION_TYPES.flatMap((type) => {
    const judged = resourcesOf(input.context, type).flatMap((resource) => judge(resource, reading, valueSet, input));
    return type === 'MedicationDispense' ? withoutRefills(judged) : judged;
  });
  return resultOf(judgements, reading.gives);
}

/** A medicine is dispensed over and over: of what does not decide, the last is shown. */
function withoutRefills(judged: readonly Judgement[]): readonly Judgement[] {
  const open = judged.filter(({ verdict }) => verdict.truth === 'unknown').map(({ reference }) => reference);
  const [last] = latestFirst(open);
  return judged.filter(({ reference }) => reference === last || !open.includes(reference));
}

function judge(
  resource: Element,
  { startedAtLeast }: MedicationReading,
  valueSet: ValueSet,
  input: ReadingInput,
): readonly Judgement[] {
  // Whether it is the medicine is asked first: most of a record's medicine is not, and whether it is in use takes longer to find out.
  const medicine = conceptOf(resource, input);
  const coding = medicine.concept === undefined ? undefined : codingInValueSet(medicine.concept, valueSet);
  if (medicine.concept !== undefined && coding === undefined) return [];
  const current = use(resource, input);
  if (current.truth === 'false') return [];
  const start = startOf(resource);
  if (medicine.concept === undefined) {
    if (medicine.verdict === undefined) return [];
    return [{ verdict: medicine.verdict, reference: recordReference(resource, medicine.display, start) }];
  }
  const verdict = allVerdicts([current, started(resource, start, startedAtLeast, input.now)]);
  return [{ verdict, reference: recordReference(resource, displayOf(medicine.concept, coding), start) }];
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
  if (medication !== undefined && medication.status !== 'entered-in-error')
    return { concept: elementAt(medication, 'code') ?? {} };
  if (textAt(pointer, 'reference') === undefined) return { display };
  const unread = incompleteTypes(context, ['Medication']).length > 0 ? { unread: 'Medication' } : {};
  return { verdict: { truth: 'unknown', doubt: 'reference-unread', ...unread }, display };
}

/**
 * When it began: the dosage's own bounds or the statement's period before the date of the request, since a renewed
 * prescription is written anew while the treatment goes on. A statement for one point in time began no later than that.
 */
function startOf(resource: Element): RecordedTime | undefined {
  if (resource.resourceType === 'MedicationDispense') return handedOver(resource);
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

/** Begun long enough ago; a medicine whose start lies ahead is not certainly in use, and what was dispensed lately may be a refill. */
function started(
  { resourceType }: Element,
  start: RecordedTime | undefined,
  period: Within | undefined,
  now: Moment,
): Verdict {
  if (period === undefined)
    return start?.range && start.range.earliest > now.instant
      ? { truth: 'unknown', doubt: 'status-unclear' }
      : { truth: 'true' };
  const truth = isAtLeastAgo(start?.range ?? null, period, now);
  if (truth === 'true' || (truth === 'false' && resourceType !== 'MedicationDispense')) return { truth };
  return { truth: 'unknown', doubt: truth === 'unknown' && start?.range ? 'date-imprecise' : 'start-missing' };
}
