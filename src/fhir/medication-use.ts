import { dateRange, HOUR, isPast, isWithin, type Moment, type RecordedTime, timeAt } from './date.ts';
import { type Element, elementAt, elementsAt, textAt } from './element.ts';
import { quantityIn } from './quantity.ts';
import type { Doubt, ReadingInput, Verdict } from './readers/reading-result.ts';
import { resolve } from './record.ts';

const YES: Verdict = { truth: 'true' };
const NO: Verdict = { truth: 'false' };
/** FHIR R4 medicationrequest-intent: those that authorise the medicine; a proposal, a plan or an option is not yet one. */
const ORDERS = ['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order'];
const ENDED = ['on-hold', 'cancelled', 'completed', 'entered-in-error', 'stopped', 'draft', 'not-taken'];
/** FHIR R4 medicationrequest-status: what it means for what was dispensed on it. */
const WITHDRAWN: readonly unknown[] = ['stopped', 'cancelled', 'entered-in-error'];
const STANDING: readonly unknown[] = ['active', 'completed'];
/** A dispensing longer ago than this says nothing about now. [proposed] */
export const DISPENSED_LATELY = { days: 365 };

/** Whether the medicine is in use. One that says active although its own period is over, or that is taken as needed, does not decide. */
export function use(resource: Element, input: ReadingInput): Verdict {
  const status = textAt(resource, 'status');
  if (resource.resourceType === 'MedicationDispense') return dispensed(resource, status, input);
  if (resource.doNotPerform === true || (status !== undefined && ENDED.includes(status))) return NO;
  if (resource.resourceType === 'MedicationRequest') {
    const intent = textAt(resource, 'intent');
    if (intent !== undefined && !ORDERS.includes(intent)) return NO;
    if (status !== 'active' || intent === undefined) return unclear('status-unclear');
  } else if (status !== 'active' && status !== 'intended') return unclear('status-unclear');
  return hasEnded(resource, input.now) ? unclear('status-unclear') : regularly(resource);
}

/**
 * FHIR R4 medicationdispense-status. What was handed over is in use while the days of supply last; after that, or where
 * nobody wrote for how many days it is, it does not decide. Nor does it where its prescription cannot be seen, since it may
 * have been stopped.
 */
function dispensed(dispense: Element, status: string | undefined, { context, now }: ReadingInput): Verdict {
  if (status !== 'completed') return status === 'unknown' || status === undefined ? unclear('status-unclear') : NO;
  const time = handedOver(dispense);
  if (!time?.range) return unclear('date-missing');
  if (isWithin(time.range, DISPENSED_LATELY, now) === 'false') return NO;
  const prescriptions = elementsAt(dispense, 'authorizingPrescription').map((pointer) =>
    resolve(context, dispense, pointer, 'MedicationRequest'),
  );
  const statuses = prescriptions.map((prescription) => textAt(prescription, 'status'));
  if (statuses.some((one) => WITHDRAWN.includes(one))) return NO;
  if (statuses.some((one) => !STANDING.includes(one))) return unclear('dispensed-only');
  const days = quantityIn(elementAt(dispense, 'daysSupply'), 'd');
  const lasts = typeof days === 'number' && time.range.earliest + days * 24 * HOUR >= now.instant;
  return lasts ? regularly(dispense) : unclear('dispensed-only');
}

/** When it was handed over. */
export function handedOver(dispense: Element): RecordedTime | undefined {
  return timeAt(dispense, 'whenHandedOver');
}

function regularly(resource: Element): Verdict {
  const dosages = dosagesOf(resource);
  const asNeeded = dosages.filter(
    (dosage) => dosage.asNeededBoolean === true || elementAt(dosage, 'asNeededCodeableConcept') !== undefined,
  );
  return dosages.length > 0 && asNeeded.length === dosages.length ? unclear('as-needed') : YES;
}

function hasEnded(resource: Element, now: Moment): boolean {
  const periods = [elementAt(resource, 'effectivePeriod'), ...boundsOf(resource)];
  const ends = periods.flatMap((period) => textAt(period, 'end') ?? []);
  return ends.length > 0 && ends.every((end) => isPast(dateRange(end), now) === 'true');
}

/** `timing.repeat.boundsPeriod` of every dosage. */
export function boundsOf(resource: Element): readonly Element[] {
  return dosagesOf(resource)
    .map((dosage) => elementAt(elementAt(elementAt(dosage, 'timing'), 'repeat'), 'boundsPeriod'))
    .filter((period) => period !== undefined);
}

/** `dosageInstruction` of a request or a dispensing, `dosage` of a statement. */
function dosagesOf(resource: Element): readonly Element[] {
  return [...elementsAt(resource, 'dosageInstruction'), ...elementsAt(resource, 'dosage')];
}

function unclear(doubt: Doubt): Verdict {
  return { truth: 'unknown', doubt };
}
