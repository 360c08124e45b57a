import type { ServiceRequest } from 'fhir/r4';
import { assess } from '../core/decision/assess.ts';
import type { Assessment } from '../core/decision/guidance.ts';
import { applyAnswers } from '../core/facts/answers.ts';
import type { Facts } from '../core/facts/fact.ts';
import type { Library } from '../core/guideline/library.ts';
import type { ReferralContext } from '../fhir/context.ts';
import { identifyOrder } from '../fhir/order.ts';
import {
  isSameOutcome,
  type OrderAnnotation,
  outcomeOf,
  readAnnotation,
  saysOtherwise,
  standingAnswers,
} from '../fhir/order-annotation.ts';
import { readFacts } from '../fhir/read-facts.ts';
import { factsFor } from '../fhir/requirements.ts';

/** A draft imaging order that some guideline speaks about. */
export interface ImagingDraft {
  readonly order: ServiceRequest;
  /** Its id in the vocabulary. */
  readonly orderId: string;
}

/** A draft with what the guidelines say about it. */
export interface DraftAssessment extends ImagingDraft {
  readonly context: ReferralContext;
  readonly assessment: Assessment;
  /** What the order carries of ours from before. */
  readonly annotation: OrderAnnotation | null;
  /** Whether the clinician has already decided on exactly this. */
  readonly isSettled: boolean;
}

/** Order statuses that are still being written, or revised (order-sign, "re-signed after revision"). */
const OPEN_STATUSES: readonly unknown[] = ['draft', 'active', 'on-hold', undefined];

/** The imaging orders among the drafts. Whatever else is ordered is none of ours. */
export function imagingDrafts({ vocabulary }: Library, orders: readonly ServiceRequest[]): readonly ImagingDraft[] {
  return orders.flatMap((order) => {
    const orderId = OPEN_STATUSES.includes(order.status) ? identifyOrder(vocabulary, order) : null;
    return orderId === null ? [] : [{ order, orderId }];
  });
}

/**
 * Assesses one draft as the app would, with the answers that the app has left on it. One that the record contradicts by now
 * does not count: what is new is never answered by what was said before it.
 */
export async function assessDraft(
  library: Library,
  record: Omit<ReferralContext, 'order'>,
  { order, orderId }: ImagingDraft,
  now: string,
): Promise<DraftAssessment> {
  const { vocabulary } = library;
  const context = { ...record, order };
  const annotation = readAnnotation(order, vocabulary.facts);
  const recorded = readFacts(vocabulary, factsFor(library, orderId), context, orderId, now);
  const answers = standingAnswers(annotation, recorded, now);
  const assessment = await assess(library, applyAnswers(vocabulary.facts, recorded, answers), orderId);
  return { order, orderId, context, assessment, annotation, isSettled: isSettled(annotation, assessment, recorded) };
}

/**
 * Whether the clinician has decided, about this examination, on what comes out now. Not where the record says otherwise
 * than the clinician did: that may be new. And never in an emergency: the telephone is not said too often.
 */
function isSettled(annotation: OrderAnnotation | null, assessment: Assessment, recorded: Facts): boolean {
  if (annotation === null || annotation.kind === 'assessed' || assessment.urgency === 'emergency') return false;
  const { outcome } = annotation;
  const isAboutThis = outcome.order === undefined || outcome.order === assessment.order;
  return isAboutThis && !saysOtherwise(recorded, annotation) && isSameOutcome(outcome, outcomeOf(assessment));
}
