import { type Element, textAt } from '../element.ts';
import type { Doubt } from '../readers/reading-result.ts';

/** How far an examination has come: images made, a time given, or asked for and no more. */
export type ImagingState = 'done' | 'booked' | 'ordered';

/** What a resource says of that; `never` where it was cancelled, refuted or entered in error. */
export type StatedState = { readonly state: ImagingState; readonly doubt?: Doubt } | 'never';

/** Where an earlier or booked examination may stand, in the order in which they are put together. */
export const HISTORY_TYPES = [
  'ImagingStudy',
  'DiagnosticReport',
  'Procedure',
  'ServiceRequest',
  'Appointment',
] as const;
export type HistoryType = (typeof HISTORY_TYPES)[number];

const UNCLEAR: StatedState = { state: 'done', doubt: 'status-unclear' };

/** By the status codes of FHIR R4; one that is missing or unknown may have led to images. */
const STATES: Readonly<Record<HistoryType, Readonly<Record<string, StatedState>>>> = {
  ImagingStudy: {
    available: { state: 'done' },
    registered: { state: 'ordered' },
  },
  DiagnosticReport: {
    final: { state: 'done' },
    amended: { state: 'done' },
    corrected: { state: 'done' },
    appended: { state: 'done' },
    preliminary: { state: 'done', doubt: 'preliminary' },
    partial: { state: 'done', doubt: 'preliminary' },
    registered: { state: 'ordered' },
  },
  Procedure: {
    completed: { state: 'done' },
    'in-progress': { state: 'done' },
    preparation: { state: 'booked' },
    'on-hold': { state: 'booked' },
  },
  ServiceRequest: {
    completed: { state: 'done' },
    active: { state: 'ordered' },
    'on-hold': { state: 'ordered' },
  },
  Appointment: {
    fulfilled: { state: 'done' },
    proposed: { state: 'ordered' },
    pending: { state: 'ordered' },
    waitlist: { state: 'ordered' },
    booked: { state: 'booked' },
    arrived: { state: 'booked' },
    'checked-in': { state: 'booked' },
  },
};
/** Under whatever type they stand: this examination is none. */
const NEVER = ['cancelled', 'entered-in-error', 'revoked', 'not-done', 'noshow', 'draft'];
/** FHIR R4 request-intent: what nobody has ordered yet. */
const NOT_ORDERED = ['proposal', 'option'];

/** How far the examination has come that a resource tells of. */
export function stateOf(resource: Element, type: HistoryType): StatedState {
  if (resource.doNotPerform === true) return 'never';
  if (type === 'ServiceRequest' && NOT_ORDERED.includes(textAt(resource, 'intent') ?? '')) return 'never';
  const status = textAt(resource, 'status') ?? '';
  if (NEVER.includes(status)) return 'never';
  const states = STATES[type];
  return (Object.hasOwn(states, status) ? states[status] : undefined) ?? UNCLEAR;
}
