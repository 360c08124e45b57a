import type { Reading } from '../../core/schema/vocabulary.ts';
import { displayOf } from '../coding.ts';
import { conditionTime, verification } from '../condition-status.ts';
import { wholeWeeksSince } from '../date.ts';
import { entryOf } from '../element.ts';
import { resourcesOf } from '../record.ts';
import { codingInValueSet } from '../value-set.ts';
import { missingValueSet, NOTHING, type ReadingInput, type ReadingResult, recordReference } from './reading-result.ts';

type FirstConditionReading = Extract<Reading, { reader: 'first-condition' }>;

/**
 * The earliest dated condition of the value set, with the whole weeks since. The illness may be older than its first
 * code and may have gone in between, so this is only ever a hint, even where it stands among a fact's readings.
 */
export function readFirstCondition(reading: FirstConditionReading, input: ReadingInput): ReadingResult {
  const valueSet = entryOf(input.vocabulary.valueSets, reading.valueSet);
  if (valueSet === undefined) return missingValueSet(reading.valueSet);
  const dated = resourcesOf(input.context, 'Condition').flatMap((condition) => {
    const coding = codingInValueSet(condition.code, valueSet);
    const time = conditionTime(condition);
    if (coding === undefined || !time?.range || verification(condition).truth === 'false') return [];
    return [{ range: time.range, reference: recordReference(condition, displayOf(condition.code, coding), time) }];
  });
  const first = dated.sort((a, b) => a.range.latest - b.range.latest)[0];
  if (first === undefined || first.range.earliest > input.now.instant) return NOTHING;
  const weeks = wholeWeeksSince(first.range, input.now);
  const text = {
    da: `Første registrering: mindst ${weeks} ${weeks === 1 ? 'uge' : 'uger'} siden`,
    en: `First recorded: at least ${weeks} ${weeks === 1 ? 'week' : 'weeks'} ago`,
  };
  return { kind: 'nothing', hints: [weeks === 0 ? first.reference : { ...first.reference, text }] };
}
