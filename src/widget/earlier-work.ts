import type { Signal } from '@preact/signals-core';
import { assess } from '../core/decision/assess.ts';
import { applyAnswers } from '../core/facts/answers.ts';
import type { Library } from '../core/guideline/library.ts';
import {
  isSameOutcome,
  type OrderAnnotation,
  outcomeOf,
  readAnnotation,
  saysOtherwise,
  standingAnswers,
} from '../fhir/order-annotation.ts';
import { factReader } from '../fhir/read-facts.ts';
import type { Loop, RecordFacts } from '../ui/loop.ts';
import type { OpenCase } from './open-case.ts';
import { orderLine } from './order-line.ts';
import type { RecalledAnswers } from './recall.ts';
import { RecalledNotice } from './recalled-notice.tsx';
import type { Stage } from './stage.ts';

/** What taking up earlier work needs of the widget's model. */
export interface EarlierWorkPorts {
  readonly library: Library;
  readonly loop: Loop;
  /** ISO date-time. */
  readonly now: string;
  readonly stage: Signal<Stage>;
  readonly recalled: Signal<RecalledAnswers | null>;
}

/**
 * Takes up what an order tells that carries a note of ours: its answers, where none are kept in this tab, and that it was
 * decided, if nothing decisive has changed since. The service that is asked at signing goes by the same answers, so that
 * app and card say the same; but answers that the record contradicts by now are asked again.
 */
export async function takeUpEarlierWork(
  { draft, context }: OpenCase,
  { library, loop, now, stage, recalled }: EarlierWorkPorts,
): Promise<void> {
  const order = loop.order.value;
  const read = factReader(library.vocabulary, context, order, now);
  const annotation = readAnnotation(draft.order, library.vocabulary.facts);
  const decided = await decidedBefore(library, annotation, order, read);
  const answers = standingAnswers(annotation, read(new Map()), now);
  // The EHR may have gone on to another patient meanwhile.
  if (stage.value.kind !== 'reading') return;
  if (answers.size > 0 && recalled.value === null) {
    const at = Date.parse(annotation?.time ?? '');
    recalled.value = { answers, typed: null, at, isOnOrder: true, Notice: RecalledNotice };
    await loop.begin(order, read, false, answers);
  }
  if (stage.value.kind === 'reading' && decided !== null)
    stage.value = { kind: 'saved', order: orderLine(draft.order), assessmentStored: false, earlier: decided };
}

/**
 * When it was decided about this draft (FHIR dateTime), if nothing decisive has changed since: it is for the same
 * examination, the record says nothing else than what was answered then, and record and answers together still give the
 * same outcome. Null otherwise, and always where nothing was settled or it had to be settled by telephone: then the page
 * may not fall silent.
 * @param read what the record says now
 */
async function decidedBefore(
  library: Library,
  annotation: OrderAnnotation | null,
  order: string | null,
  read: RecordFacts,
): Promise<string | null> {
  const { facts: definitions } = library.vocabulary;
  if (!annotation || annotation.kind === 'assessed' || annotation.time === undefined) return null;
  const { outcome, answers, time } = annotation;
  if (order === null || outcome.order !== order || outcome.verdict === null) return null;
  if (outcome.urgency === 'emergency' || outcome.urgency === 'same-day') return null;
  if (saysOtherwise(read(new Map()), annotation)) return null;
  const now = await assess(library, applyAnswers(definitions, read(answers), answers), order);
  const isSettled =
    now.guidance.every(({ recommendation }) => recommendation !== null) && now.outOfService.length === 0;
  return isSettled && isSameOutcome(outcomeOf(now), outcome) ? time : null;
}
