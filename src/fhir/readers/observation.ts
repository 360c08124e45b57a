import type { ValueSet } from '../../core/guideline/library.ts';
import type { Reading } from '../../core/schema/vocabulary.ts';
import { displayOf } from '../coding.ts';
import { within } from '../condition-status.ts';
import { type InstantRange, type RecordedTime, timeAt, timeOf } from '../date.ts';
import { type Element, elementAt, elementsAt, entryOf, textAt } from '../element.ts';
import { quantityText, quantityWithin } from '../quantity.ts';
import { resourcesOf } from '../record.ts';
import { codingInValueSet } from '../value-set.ts';
import {
  allVerdicts,
  type Judgement,
  missingValueSet,
  NOTHING,
  type ReadingInput,
  type ReadingResult,
  recordReference,
  resultOf,
  type Verdict,
} from './reading-result.ts';

type ObservationReading = Extract<Reading, { reader: 'observation' }>;

/** One measurement: whether it counts at all (status, time), whether its value lies in the range, and both. */
interface Measurement {
  readonly counts: Verdict;
  readonly value: Verdict;
  readonly range: InstantRange | null;
  readonly judgement: Judgement;
}

/**
 * Measurements of the value set within the period, by their value. `any`: one in the range is enough. `latest`: only the
 * newest speaks; where the record does not say which is the newest, all that may be must say the same.
 */
export function readObservation(reading: ObservationReading, input: ReadingInput): ReadingResult {
  const valueSet = entryOf(input.vocabulary.valueSets, reading.valueSet);
  if (valueSet === undefined) return missingValueSet(reading.valueSet);
  const measurements = resourcesOf(input.context, 'Observation')
    .flatMap((observation) => measure(observation, reading, valueSet, input))
    .filter(({ counts }) => counts.truth !== 'false');
  if (reading.pick === 'any') return resultOf(judgementsOf(measurements), reading.gives);
  return latestResult(possiblyLatest(measurements), reading.gives);
}

function latestResult(latest: readonly Measurement[], gives: ObservationReading['gives']): ReadingResult {
  const judgements = judgementsOf(latest);
  if (latest.every(({ value }) => value.truth === 'false')) return NOTHING;
  // One of these is the newest, and in the range whichever it is; that one of them counts makes it certain.
  if (latest.every(({ value }) => value.truth === 'true')) return resultOf(judgements, gives);
  return resultOf(
    latest.map(({ judgement, counts, value }) => ({ ...judgement, verdict: doubtful(counts, value) })),
    gives,
  );
}

/** Among several that may be the newest and disagree, not even a certain value decides. */
function doubtful(counts: Verdict, value: Verdict): Verdict {
  return [counts, value].find(({ truth }) => truth === 'unknown') ?? { truth: 'unknown', doubt: 'date-imprecise' };
}

function judgementsOf(measurements: readonly Measurement[]): readonly Judgement[] {
  return measurements.map(({ judgement }) => judgement);
}

/** Those that no other is certainly newer than; an undated one may always be the newest. */
function possiblyLatest(measurements: readonly Measurement[]): readonly Measurement[] {
  const certain = measurements.filter(({ counts }) => counts.truth === 'true');
  const newest = Math.max(...certain.map(({ range }) => range?.earliest ?? Number.NEGATIVE_INFINITY));
  return measurements.filter(({ range }) => range === null || range.latest >= newest);
}

function measure(
  observation: Element,
  reading: ObservationReading,
  valueSet: ValueSet,
  { now }: ReadingInput,
): readonly Measurement[] {
  const parts = [observation, ...elementsAt(observation, 'component')].flatMap((part) => {
    const coding = codingInValueSet(part.code, valueSet);
    return coding === undefined ? [] : [{ part, coding }];
  });
  if (parts.length === 0) return [];
  const time = timeOfObservation(observation);
  const counts = allVerdicts([statusOf(observation), within(time, reading.within, now)]);
  return parts.map(({ part, coding }) => {
    const quantity = elementAt(part, 'valueQuantity');
    const value: Verdict = quantityWithin(quantity, reading);
    const words = [displayOf(part.code, coding), quantityText(quantity)].filter((text) => text !== undefined);
    const reference = recordReference(observation, words.join(': '), time);
    const verdict = allVerdicts([counts, value]);
    return { counts, value, range: time?.range ?? null, judgement: { verdict, reference } };
  });
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
