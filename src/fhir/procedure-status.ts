import { type RecordedTime, timeOf } from './date.ts';
import { type Element, textAt } from './element.ts';
import type { Verdict } from './readers/reading-result.ts';

/** FHIR R4 event-status: not begun, not done and entered in error never count; begun or broken off does not decide. */
export function completion(procedure: Element): Verdict {
  const status = textAt(procedure, 'status');
  if (status === 'completed') return { truth: 'true' };
  if (status === 'not-done' || status === 'entered-in-error' || status === 'preparation') return { truth: 'false' };
  return { truth: 'unknown', doubt: 'status-unclear' };
}

/** When it was performed. */
export function procedureTime(procedure: Element): RecordedTime | undefined {
  return timeOf(procedure, 'performed');
}
