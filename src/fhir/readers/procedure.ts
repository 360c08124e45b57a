import type { Reading } from '../../core/schema/vocabulary.ts';
import { displayOf } from '../coding.ts';
import { entryOf } from '../element.ts';
import { completion, procedureTime } from '../procedure-status.ts';
import { resourcesOf } from '../record.ts';
import { codingInValueSet } from '../value-set.ts';
import {
  allVerdicts,
  missingValueSet,
  type ReadingInput,
  type ReadingResult,
  recordReference,
  resultOf,
} from './reading-result.ts';
import { notUndone } from './undone.ts';

type ProcedureReading = Extract<Reading, { reader: 'procedure' }>;

/** Procedures of the value set that were completed, and not undone by a later one. */
export function readProcedure(reading: ProcedureReading, input: ReadingInput): ReadingResult {
  const valueSet = entryOf(input.vocabulary.valueSets, reading.valueSet);
  if (valueSet === undefined) return missingValueSet(reading.valueSet);
  const judgements = resourcesOf(input.context, 'Procedure').flatMap((procedure) => {
    const coding = codingInValueSet(procedure.code, valueSet);
    if (coding === undefined) return [];
    const time = procedureTime(procedure);
    const verdict = allVerdicts([completion(procedure), notUndone(time, reading.unlessLater, input)]);
    return [{ verdict, reference: recordReference(procedure, displayOf(procedure.code, coding), time) }];
  });
  return resultOf(judgements, reading.gives);
}
