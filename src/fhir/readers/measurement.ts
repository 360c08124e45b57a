import type { ValueSet } from '../../core/guideline/library.ts';
import type { Within } from '../../core/schema/vocabulary.ts';
import { displayOf } from '../coding.ts';
import { within } from '../condition-status.ts';
import { HOUR, type InstantRange, type Moment, type RecordedTime, timeAt, timeOf } from '../date.ts';
import { type Element, elementsAt, textAt } from '../element.ts';
import { quantityOf, quantityText } from '../quantity.ts';
import { resourcesOf } from '../record.ts';
import { codingInValueSet } from '../value-set.ts';
import { allVerdicts, type ReadingInput, recordReference, type Verdict } from './reading-result.ts';

/** One measurement: an Observation of the value set, or a component of one. */
export interface Measurement {
  readonly observation: Element;
  readonly part: Element;
  /** Whether it counts at all, by status and time. */
  readonly counts: Verdict;
  readonly time: RecordedTime | undefined;
  readonly reference: ReturnType<typeof recordReference>;
}

/** What was measured of the value set within the period, and since that many hours before now where they are known; what cannot count is left out. */
export function measurementsOf(
  { within: period }: { readonly within: Within },
  valueSet: ValueSet,
  { context, now }: ReadingInput,
  hours?: number,
): readonly Measurement[] {
  return resourcesOf(context, 'Observation').flatMap((observation) => {
    const parts = [observation, ...elementsAt(observation, 'component')].flatMap((part) => {
      const coding = codingInValueSet(part.code, valueSet);
      return coding === undefined ? [] : [{ part, coding }];
    });
    if (parts.length === 0) return [];
    const time = timeOfObservation(observation);
    const counts = allVerdicts([statusOf(observation), within(time, period, now), since(time?.range, hours, now)]);
    if (counts.truth === 'false') return [];
    return parts.map(({ part, coding }) => {
      const value = quantityText(quantityOf(part)) ?? textAt(part, 'valueString');
      const words = [displayOf(part.code, coding), value].filter((text) => text !== undefined);
      return { observation, part, counts, time, reference: recordReference(observation, words.join(': '), time) };
    });
  });
}

/** Those that no other is certainly newer than; an undated one may always be the newest. */
export function possiblyLatest<One extends Measurement>(measurements: readonly One[]): readonly One[] {
  const certain = measurements.filter(({ counts }) => counts.truth === 'true');
  const newest = Math.max(...certain.map(({ time }) => time?.range?.earliest ?? Number.NEGATIVE_INFINITY));
  return measurements.filter(({ time }) => !time?.range || time.range.latest >= newest);
}

/**
 * Whether it was measured since a moment that somebody has named in hours before now. People round: what lies up to an
 * hour before that moment does not decide.
 */
function since(range: InstantRange | null | undefined, hours: number | undefined, now: Moment): Verdict {
  if (hours === undefined) return { truth: 'true' };
  const moment = now.instant - hours * HOUR;
  if (range && range.earliest >= moment) return { truth: 'true' };
  if (range && range.latest < moment - HOUR) return { truth: 'false' };
  return { truth: 'unknown', doubt: 'date-imprecise' };
}

/** FHIR R4 observation-status: a preliminary value may still change; one only registered has no result yet. */
function statusOf(observation: Element): Verdict {
  switch (textAt(observation, 'status')) {
    case 'final':
    case 'amended':
    case 'corrected':
      return { truth: 'true' };
    case 'cancelled':
    case 'entered-in-error':
    case 'registered':
      return { truth: 'false' };
    case 'preliminary':
      return { truth: 'unknown', doubt: 'preliminary' };
    default:
      return { truth: 'unknown', doubt: 'status-unclear' };
  }
}

/** When it was measured: `effective[x]`, else when it was issued. */
function timeOfObservation(observation: Element): RecordedTime | undefined {
  return timeOf(observation, 'effective') ?? timeAt(observation, 'issued');
}
