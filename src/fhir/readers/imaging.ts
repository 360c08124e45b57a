import type { Reading } from '../../core/schema/vocabulary.ts';
import { within } from '../condition-status.ts';
import { dateRange, type InstantRange, type RecordedTime, timeAt, timeOf } from '../date.ts';
import { type Element, elementsAt, entryOf, textAt } from '../element.ts';
import { conceptsOfExamination, examinationDisplay, judgeExamination } from '../examination.ts';
import { completion } from '../procedure-status.ts';
import { draftOf, resourcesOf } from '../record.ts';
import {
  allVerdicts,
  type Judgement,
  type ReadingInput,
  type ReadingResult,
  recordReference,
  resultOf,
  type Verdict,
} from './reading-result.ts';

type ImagingReading = Extract<Reading, { reader: 'imaging' }>;

/** Where an earlier examination may stand; all four are needed before "none" means none. */
export const IMAGING_TYPES = ['ImagingStudy', 'DiagnosticReport', 'Procedure', 'ServiceRequest'] as const;
export type ImagingType = (typeof IMAGING_TYPES)[number];

/** Earlier examinations of the region within the period, of a modality that could answer the draft. The draft itself never counts. */
export function readImaging(reading: ImagingReading, input: ReadingInput): ReadingResult {
  const draft = draftOf(input.context);
  const draftId = textAt(draft, 'id');
  const judgements = IMAGING_TYPES.flatMap((type) =>
    resourcesOf(input.context, type)
      .filter((resource) => resource !== draft)
      .filter(({ id }) => type !== 'ServiceRequest' || draftId === undefined || id !== draftId)
      .flatMap((resource) => judge(resource, type, reading, input)),
  );
  return resultOf(judgements, reading.gives);
}

function judge(
  resource: Element,
  type: ImagingType,
  { region, within: period, answers }: ImagingReading,
  { vocabulary, order, now }: ReadingInput,
): readonly Judgement[] {
  const done = STATUS[type](resource);
  if (done.truth === 'false') return [];
  const draft = order === null ? undefined : entryOf(vocabulary.orders, order);
  const examined = judgeExamination(resource, vocabulary, {
    region,
    modalities: draft === undefined ? undefined : (entryOf(answers, draft.modality) ?? []),
  });
  if (examined.truth === 'false') return [];
  const time = timeOfExamination(resource, type, now.instant);
  const verdict = allVerdicts([done, within(time, period, now), examined]);
  const display = examinationDisplay(resource, conceptsOfExamination(resource), vocabulary);
  return verdict.truth === 'false' ? [] : [{ verdict, reference: recordReference(resource, display, time) }];
}

const STATUS: Readonly<Record<ImagingType, (resource: Element) => Verdict>> = {
  ImagingStudy: statusIn(['available'], ['cancelled', 'entered-in-error']),
  DiagnosticReport: (report) =>
    textAt(report, 'status') === 'preliminary' || textAt(report, 'status') === 'partial'
      ? { truth: 'unknown', doubt: 'preliminary' }
      : statusIn(['final', 'amended', 'corrected', 'appended'], ['cancelled', 'entered-in-error'])(report),
  Procedure: completion,
  ServiceRequest: (order) =>
    order.doNotPerform === true
      ? { truth: 'false' }
      : statusIn(['completed'], ['draft', 'active', 'on-hold', 'revoked', 'entered-in-error'])(order),
};

function statusIn(counting: readonly string[], never: readonly string[]): (resource: Element) => Verdict {
  return (resource) => {
    const status = textAt(resource, 'status') ?? '';
    if (counting.includes(status)) return { truth: 'true' };
    return never.includes(status) ? { truth: 'false' } : { truth: 'unknown', doubt: 'status-unclear' };
  };
}

/** When the images were made. A completed order without a date of its own was carried out between its writing and now. */
export function timeOfExamination(resource: Element, type: ImagingType, now: number): RecordedTime | undefined {
  switch (type) {
    case 'ImagingStudy':
      return timeAt(resource, 'started') ?? firstSeries(resource);
    case 'DiagnosticReport':
      return timeOf(resource, 'effective') ?? timeAt(resource, 'issued');
    case 'Procedure':
      return timeOf(resource, 'performed');
    case 'ServiceRequest':
      return timeOf(resource, 'occurrence') ?? sinceWritten(resource, now);
  }
}

function firstSeries(study: Element): RecordedTime | undefined {
  return elementsAt(study, 'series').flatMap((series) => timeAt(series, 'started') ?? [])[0];
}

function sinceWritten(order: Element, now: number): RecordedTime | undefined {
  const text = textAt(order, 'authoredOn');
  if (text === undefined) return undefined;
  const written: InstantRange | null = dateRange(text);
  return { text, range: written === null ? null : { ...written, latest: Math.max(written.latest, now) } };
}
