import type { Fact } from '../../core/facts/fact.ts';
import type { Reading } from '../../core/schema/vocabulary.ts';
import { HOUR, type Moment, timeOf } from '../date.ts';
import { entryOf } from '../element.ts';
import { countedFrom } from '../needs.ts';
import { quantityIn, quantityOf, quantityWithin } from '../quantity.ts';
import { type Measurement, measurementsOf, possiblyLatest } from './measurement.ts';
import {
  allVerdicts,
  missingValueSet,
  NOTHING,
  type ReadingInput,
  type ReadingResult,
  resultOf,
  type Verdict,
} from './reading-result.ts';

/** A reading of what was measured. */
export type ObservationReading = Extract<Reading, { reader: 'observation' | 'observation-value' | 'observation-time' }>;

/** A measurement, and whether its value is the one that is looked for. */
interface Judged extends Measurement {
  readonly value: Verdict;
}

const YES: Verdict = { truth: 'true' };
const IMPRECISE: Verdict = { truth: 'unknown', doubt: 'date-imprecise' };
const MINUTE = HOUR / 60;

/**
 * Measurements of the value set: whether one lies in a range, the number of the latest, or when the latest was taken.
 * `any`: one in the range is enough. `latest`: only the newest speaks; where the record does not say which is the newest,
 * all that may be must say the same.
 * @param source the fact of that id, for readings that count from a moment the clinician names
 */
export function readObservation(
  reading: ObservationReading,
  input: ReadingInput,
  source: (fact: string) => Fact,
): ReadingResult {
  const valueSet = entryOf(input.vocabulary.valueSets, reading.valueSet);
  if (valueSet === undefined) return missingValueSet(reading.valueSet);
  const hours = hoursOf(reading, source);
  const measured = measurementsOf(reading, valueSet, input, hours);
  switch (reading.reader) {
    case 'observation': {
      const judged = measured.map((one) => ({ ...one, value: quantityWithin(quantityOf(one.part), reading) }));
      return reading.pick === 'any'
        ? judgedResult(judged, reading.gives, ({ counts, value }) => allVerdicts([counts, value]))
        : latestResult(possiblyLatest(judged), reading.gives);
    }
    case 'observation-value':
      return latestNumber(measured, ({ part }) => quantityIn(quantityOf(part), reading.unit));
    case 'observation-time':
      if (hours === undefined) return NOTHING;
      return latestNumber(measured, (one) => hoursUntil(one, input.now.instant - hours * HOUR));
  }
}

/** What the fact says that the reading counts from: hours before now. */
function hoursOf(reading: ObservationReading, source: (fact: string) => Fact): number | undefined {
  const [fact] = countedFrom(reading).map(source);
  return fact?.known && typeof fact.value === 'number' ? fact.value : undefined;
}

/** Hours from a moment until it was taken: only `effective[x]` says when, and only to the minute; in hundredths, rounded up. */
function hoursUntil({ observation }: Measurement, moment: Moment['instant']): number | Verdict {
  const taken = timeOf(observation, 'effective')?.range;
  if (!taken || taken.latest - taken.earliest >= MINUTE) return IMPRECISE;
  return Math.ceil(((taken.earliest - moment) / HOUR) * 100) / 100;
}

/** The number that all say which may be the latest. */
function latestNumber(
  measured: readonly Measurement[],
  numberOf: (one: Measurement) => number | Verdict,
): ReadingResult {
  const latest = possiblyLatest(measured).map((one) => ({ one, number: numberOf(one) }));
  const first = latest[0]?.number;
  const judged = latest.map(
    ({ one, number }): Judged => ({
      ...one,
      value: typeof number === 'object' ? number : number === first ? YES : IMPRECISE,
    }),
  );
  return latestResult(judged, typeof first === 'number' ? first : false);
}

function latestResult(latest: readonly Judged[], gives: Parameters<typeof resultOf>[1]): ReadingResult {
  if (latest.every(({ value }) => value.truth === 'false')) return NOTHING;
  // One of these is the newest, and in the range whichever it is; that one of them counts makes it certain.
  const agree = latest.every(({ value }) => value.truth === 'true');
  // Among several that may be the newest and disagree, not even a certain value decides.
  return judgedResult(latest, gives, ({ counts, value }) =>
    agree ? counts : ([counts, value].find(({ truth }) => truth === 'unknown') ?? IMPRECISE),
  );
}

function judgedResult(
  judged: readonly Judged[],
  gives: Parameters<typeof resultOf>[1],
  verdictOf: (one: Judged) => Verdict,
): ReadingResult {
  return resultOf(
    judged.map((one) => ({ verdict: verdictOf(one), reference: one.reference })),
    gives,
  );
}
