import type { RecordedTime } from '../date.ts';
import { entryOf } from '../element.ts';
import { completion, procedureTime } from '../procedure-status.ts';
import { incompleteTypes, resourcesOf } from '../record.ts';
import { codingInValueSet } from '../value-set.ts';
import { allVerdicts, type ReadingInput, type Verdict } from './reading-result.ts';

/**
 * Whether what was done or noted at that time still stands: no later procedure of the value set undid it (a shunt that was
 * removed). What is not dated well enough to say which came first does not decide, and no procedures read is no removal.
 */
export function notUndone(time: RecordedTime | undefined, id: string | undefined, input: ReadingInput): Verdict {
  if (id === undefined) return { truth: 'true' };
  const valueSet = entryOf(input.vocabulary.valueSets, id);
  if (valueSet === undefined) return { truth: 'unknown', doubt: 'value-set-missing' };
  const undoing = resourcesOf(input.context, 'Procedure').filter(({ code }) => codingInValueSet(code, valueSet));
  const verdicts = undoing.map((procedure) => survives(time, procedureTime(procedure), completion(procedure)));
  const unread = incompleteTypes(input.context, ['Procedure'])[0];
  return allVerdicts([
    ...verdicts,
    unread === undefined ? { truth: 'true' } : { truth: 'unknown', doubt: 'status-unclear', unread },
  ]);
}

function survives(before: RecordedTime | undefined, after: RecordedTime | undefined, done: Verdict): Verdict {
  if (done.truth === 'false') return { truth: 'true' };
  if (!before?.range || !after?.range) return { truth: 'unknown', doubt: 'date-missing' };
  if (after.range.latest < before.range.earliest) return { truth: 'true' };
  if (done.truth === 'unknown') return done;
  return after.range.earliest > before.range.latest
    ? { truth: 'false' }
    : { truth: 'unknown', doubt: 'date-imprecise' };
}
