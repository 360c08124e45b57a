import type { Vocabulary } from '../../core/guideline/library.ts';
import { comparableCodings, sameCode } from '../coding.ts';
import { type RecordedTime, timeAt } from '../date.ts';
import { type Element, elementAt, elementsAt } from '../element.ts';
import { conceptsOfExamination } from '../examination.ts';
import { mayBeImaging } from '../imaging-category.ts';
import { ordersOf } from '../order.ts';
import { timeOfExamination } from '../readers/imaging.ts';
import type { HistoryType, StatedState } from './state.ts';

/** One resource behind an examination. */
export interface Member {
  readonly type: HistoryType;
  readonly resource: Element;
  readonly stated: Exclude<StatedState, 'never'>;
}

/** SKS codes of radiology. */
const SKS_RADIOLOGY = /^UX/;

/**
 * Whether it may be imaging at all: most procedures, orders and reports of a record are something else. What has the draft's own
 * code is, whoever knows it.
 */
export function isImaging(member: Member, draft: Element | undefined, wide: Vocabulary): boolean {
  const { type, resource } = member;
  if (type === 'ImagingStudy' || type === 'Appointment' || mayBeImaging(resource)) return true;
  const wanted = comparableCodings(elementAt(draft, 'code')).map(({ normal }) => normal);
  return conceptsOf(member).some(
    (concept) =>
      comparableCodings(concept).some(
        ({ normal }) => SKS_RADIOLOGY.test(normal.code) || wanted.some((code) => sameCode(code, normal)),
      ) || ordersOf(concept, wide).length > 0,
  );
}

/** When images were made or are to be. An order or appointment without a time of its own has none. */
export function timeOf({ type, resource, stated }: Member, now: number): RecordedTime | undefined {
  if (type === 'Appointment') return timeAt(resource, 'start');
  if (type === 'ServiceRequest' && stated.state !== 'done' && occurrence(resource) === undefined) return undefined;
  return timeOfExamination(resource, type, now);
}

function occurrence(order: Element): unknown {
  return order.occurrenceDateTime ?? order.occurrencePeriod;
}

/** The concepts by which a member says what is examined. An appointment says it under several names. */
export function conceptsOf({ type, resource }: Member): readonly Element[] {
  return type === 'Appointment' ? elementsAt(resource, 'serviceType') : conceptsOfExamination(resource);
}

/** What the first member that says it says. */
export function firstOf<T>(members: readonly Member[], find: (member: Member) => T | undefined): T | undefined {
  for (const member of members) {
    const found = find(member);
    if (found !== undefined) return found;
  }
  return undefined;
}
