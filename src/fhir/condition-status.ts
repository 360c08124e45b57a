import type { RecordReference } from '../core/facts/fact.ts';
import type { Within } from '../core/schema/vocabulary.ts';
import { dateRange, isPast, isWithin, type Moment, type RecordedTime, timeAt, timeOf } from './date.ts';
import { type Element, elementAt, elementsAt, hasAny, textAt } from './element.ts';
import type { Doubt, Verdict } from './readers/reading-result.ts';

const ACTIVE = ['active', 'recurrence', 'relapse'];
const PAST = ['inactive', 'remission', 'resolved'];
const NEVER = ['refuted', 'entered-in-error'];
const SUSPECTED = ['unconfirmed', 'provisional', 'differential'] as const;
const ABATEMENT = ['abatementDateTime', 'abatementAge', 'abatementPeriod', 'abatementRange', 'abatementString'];
const ONSET_WITHOUT_DATE = ['onsetAge', 'onsetRange', 'onsetString'];

const YES: Verdict = { truth: 'true' };
const NO: Verdict = { truth: 'false' };

/**
 * FHIR R4 condition-ver-status: refuted and entered in error never count; a suspicion does not answer yes; a condition
 * without verification status counts, since most records do not carry one.
 */
export function verification(condition: Element): Verdict {
  const codes = codesIn(elementAt(condition, 'verificationStatus'));
  if (codes.some((code) => NEVER.includes(code))) return NO;
  if (suspicion(condition)) return unclear('unconfirmed');
  if (condition.verificationStatus === undefined || codes.includes('confirmed')) return YES;
  return unclear('status-unclear');
}

/** The verification status where it is a suspicion, to say beside it. */
export function suspicion(condition: Element): RecordReference['verification'] {
  const codes = codesIn(elementAt(condition, 'verificationStatus'));
  return SUSPECTED.find((code) => codes.includes(code));
}

/**
 * FHIR R4 condition-clinical. A missing clinical status counts as recorded for `active-or-past`. For `active` it does not
 * decide, not even without an abatement: Danish encounter diagnoses often carry neither, years after the illness. The
 * cautious reading is neither yes nor no but to ask, with the condition shown. An abatement without status is the past.
 */
export function clinicalState(condition: Element, state: 'active' | 'active-or-past', now: Moment): Verdict {
  const codes = codesIn(elementAt(condition, 'clinicalStatus'));
  const active = codes.some((code) => ACTIVE.includes(code));
  const past = codes.some((code) => PAST.includes(code));
  if (!active && !past && condition.clinicalStatus !== undefined) return unclear('status-unclear');
  if (state === 'active-or-past') return YES;
  const abated = hasAny(condition, ABATEMENT);
  if (past && !active) return NO;
  if (!active && abated && abatementOver(condition, now)) return NO;
  return active && !past && !abated ? YES : unclear('status-unclear');
}

/** When the condition began: onset, else when it was recorded. An onset in words or as an age has no date, and is not replaced by one. */
export function conditionTime(condition: Element): RecordedTime | undefined {
  const period = elementAt(condition, 'onsetPeriod');
  if (period !== undefined) {
    const start = textAt(period, 'start');
    return start === undefined ? { range: null } : { range: dateRange(start), text: start };
  }
  if (hasAny(condition, ONSET_WITHOUT_DATE)) return { range: null };
  return timeAt(condition, 'onsetDateTime') ?? timeAt(condition, 'recordedDate');
}

/** Whether a time lies within the period; undated or too coarse leaves it open. */
export function within(time: RecordedTime | undefined, period: Within | undefined, now: Moment): Verdict {
  if (period === undefined) return YES;
  const truth = isWithin(time?.range ?? null, period, now);
  if (truth !== 'unknown') return { truth };
  return unclear(time?.range ? 'date-imprecise' : 'date-missing');
}

function abatementOver(condition: Element, now: Moment): boolean {
  const time = timeOf(condition, 'abatement');
  return time === undefined || isPast(time.range, now) === 'true';
}

function codesIn(concept: Element | undefined): readonly string[] {
  return elementsAt(concept, 'coding').flatMap((coding) => textAt(coding, 'code') ?? []);
}

function unclear(doubt: Doubt): Verdict {
  return { truth: 'unknown', doubt };
}
