import type { Reading } from '../../core/schema/vocabulary.ts';
import { displayOf } from '../coding.ts';
import { timeOf } from '../date.ts';
import { type Element, entryOf, textAt } from '../element.ts';
import { resourcesOf } from '../record.ts';
import { codingInValueSet } from '../value-set.ts';
import {
  missingValueSet,
  type ReadingInput,
  type ReadingResult,
  recordReference,
  resultOf,
  type Verdict,
} from './reading-result.ts';

type ProcedureReading = Extract<Reading, { reader: 'procedure' }>;

/** Procedures of the value set that were completed. */
export function readProcedure(reading: ProcedureReading, input: ReadingInput): ReadingResult {
  const valueSet = entryOf(input.vocabulary.valueSets, reading.valueSet);
  if (valueSet === undefined) return missingValueSet(reading.valueSet);
  const judgements = resourcesOf(input.context, 'Procedure').flatMap((procedure) => {
    const coding = codingInValueSet(procedure.code, valueSet);
    if (coding === undefined) return [];
    const reference = recordReference(procedure, displayOf(procedure.code, coding), timeOf(procedure, 'performed'));
    return [{ verdict: completion(procedure), reference }];
  });
  return resultOf(judgements, reading.gives);
}

/** FHIR R4 event-status: not begun, not done and entered in error never count; begun or broken off does not decide. */
export function completion(procedure: Element): Verdict {
  const status = textAt(procedure, 'status');
  if (status === 'completed') return { truth: 'true' };
  if (status === 'not-done' || status === 'entered-in-error' || status === 'preparation') return { truth: 'false' };
  return { truth: 'unknown', doubt: 'status-unclear' };
}
