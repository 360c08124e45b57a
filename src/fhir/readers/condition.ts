import type { ValueSet } from '../../core/guideline/library.ts';
import type { Reading } from '../../core/schema/vocabulary.ts';
import { displayOf, type NormalCode, normalCode, sameCode } from '../coding.ts';
import { clinicalState, conditionTime, suspicion, verification, within } from '../condition-status.ts';
import type { Moment } from '../date.ts';
import { type Element, elementsAt, entryOf } from '../element.ts';
import { resourcesOf } from '../record.ts';
import { codingInValueSet } from '../value-set.ts';
import { reasonCodeJudgements, reasonConditions } from './order-reason.ts';
import {
  allVerdicts,
  type Judgement,
  missingValueSet,
  type ReadingInput,
  type ReadingResult,
  recordReference,
  resultOf,
} from './reading-result.ts';
import { notUndone } from './undone.ts';

type ConditionReading = Extract<Reading, { reader: 'condition' }>;

/** Conditions of the value set, by clinical and verification status and by when they began; with `orReason`, the order's reason too. */
export function readCondition(reading: ConditionReading, input: ReadingInput): ReadingResult {
  const valueSet = entryOf(input.vocabulary.valueSets, reading.valueSet);
  if (valueSet === undefined) return missingValueSet(reading.valueSet);
  const { conditions, unresolved } = reading.orReason ? reasonConditions(input) : NO_REASON;
  const named = new Map(conditions.map(({ condition, reference }) => [condition, reference]));
  const candidates = new Set([...resourcesOf(input.context, 'Condition'), ...named.keys()]);
  const ended = reading.state === 'active' ? endedProblems(candidates, valueSet, input.now) : [];
  const judgements = [...candidates].flatMap((condition) =>
    judge(condition, named.get(condition), reading, valueSet, input, ended),
  );
  const reasonCodes = reading.orReason ? reasonCodeJudgements(input, valueSet) : [];
  return resultOf([...judgements, ...reasonCodes, ...unresolved], reading.gives);
}

const NO_REASON = { conditions: [], unresolved: [] };
const ACTIVE = { coding: [{ code: 'active' }] };

/**
 * What the problem list, which somebody keeps, says is past. A diagnosis of an encounter was true there and then; where it
 * still says active, the two contradict each other, and neither decides.
 */
function endedProblems(conditions: Iterable<Element>, valueSet: ValueSet, now: Moment): readonly NormalCode[] {
  return [...conditions].flatMap((condition) => {
    const coding = codingInValueSet(condition.code, valueSet);
    const isEnded =
      hasCategory(condition, 'problem-list-item') &&
      verification(condition).truth === 'true' &&
      clinicalState(condition, 'active', now).truth === 'false';
    return coding !== undefined && isEnded ? [normalCode(coding)] : [];
  });
}

/** FHIR R4 condition-category. */
function hasCategory(condition: Element, category: string): boolean {
  return elementsAt(condition, 'category').some((concept) =>
    elementsAt(concept, 'coding').some(({ code }) => code === category),
  );
}

/** `namedAs`: as the order's own reason points at it, which stands in for a clinical status that nobody wrote. */
function judge(
  condition: Element,
  namedAs: string | undefined,
  { state, within: period, unlessLater }: ConditionReading,
  valueSet: ValueSet,
  input: ReadingInput,
  ended: readonly NormalCode[],
): readonly Judgement[] {
  const coding = codingInValueSet(condition.code, valueSet);
  if (coding === undefined) return [];
  const stated =
    namedAs === undefined ? condition : { ...condition, clinicalStatus: condition.clinicalStatus ?? ACTIVE };
  const time = conditionTime(condition);
  const verdict = allVerdicts([
    verification(condition),
    clinicalState(stated, state, input.now),
    within(time, period, input.now),
    notUndone(time, unlessLater, input),
    hasCategory(condition, 'encounter-diagnosis') && ended.some((code) => sameCode(code, normalCode(coding)))
      ? { truth: 'unknown', doubt: 'status-unclear' }
      : { truth: 'true' },
  ]);
  const shown = {
    ...recordReference(condition, displayOf(condition.code, coding), time),
    verification: suspicion(condition),
  };
  return [{ verdict, reference: namedAs === undefined ? shown : { ...shown, reference: namedAs } }];
}
