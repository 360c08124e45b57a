import type { ServiceRequest } from 'fhir/r4';
import type { Decision } from '../core/decision/decision.ts';
import type { Assessment } from '../core/decision/guidance.ts';
import type { Answer } from '../core/facts/answers.ts';
import type { Guideline } from '../core/schema/guideline.ts';
import type { Coding, OrderDefinition } from '../core/schema/vocabulary.ts';
import { assessmentResource } from '../fhir/assessment-resource.ts';
import { type AnnotatedOutcome, outcomeOf } from '../fhir/order-annotation.ts';
import { type NamedReference, updateOrder } from '../fhir/order-update.ts';
import type { Draft, SaveOutcome, Session } from '../smart/port.ts';

/** Examinations by id, with their names and codes. */
export type NamedOrders = Readonly<Record<string, Pick<OrderDefinition, 'label' | 'codes'>>>;

/** A decision on its way to the order. */
export interface SaveInput {
  readonly session: Session;
  /** What the order can be changed to, by id. */
  readonly orders: NamedOrders;
  readonly draft: Draft;
  readonly assessment: Assessment;
  /** Those of the library: each stored assessment bears the name of its own. */
  readonly guidelines: readonly Guideline[];
  readonly decision: Decision;
  /** The clinician's answers, which travel with the decision. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Goes on the order as it stands. */
  readonly note: string;
  /** The reason that the clinician's answer or choice puts on the order, in one or more systems; empty where none. */
  readonly reason: readonly Coding[];
  /** When it is written, as an ISO date-time. */
  readonly now: string;
}

/** What came of saving, and whether the assessment was stored as a document of its own. */
export interface Saving {
  readonly outcome: SaveOutcome;
  readonly assessmentStored: boolean;
}

/**
 * Stores each guideline's guidance where the server accepts it, then writes the decision on the order. Throws when the
 * decision is to change to an examination that the vocabulary has no code for: such a one is never offered.
 */
export async function saveDecision(input: SaveInput): Promise<Saving> {
  const { session, draft, assessment, guidelines, note, now } = input;
  const assessed = { order: draft.order, patientId: session.patientId, now, note };
  const stored = await Promise.all(
    assessment.guidance.map(async (guidance) => {
      const reference = await session.storeAssessment(assessmentResource(guidance, assessed));
      const title = guidelines.find(({ id }) => id === guidance.guideline)?.title;
      return reference === null ? [] : [{ reference, display: title?.da ?? guidance.guideline }];
    }),
  );
  const references = stored.flat();
  const author = await session.author();
  const outcome = await session.saveOrder(decidedOrder(input, references, author), draft.version);
  return { outcome, assessmentStored: references.length > 0 };
}

/** The draft with the decision on it: code if changed, reason, note, reference to the assessment, status if cancelled. */
function decidedOrder(
  input: SaveInput,
  references: readonly NamedReference[],
  author: string | undefined,
): ServiceRequest {
  const { orders, draft, assessment, answers, decision, note, reason, now } = input;
  const alternative = decision.kind === 'changed' ? orders[decision.to] : undefined;
  const code = alternative?.codes[0];
  return updateOrder(draft.order, {
    decision,
    ...(alternative && code ? { code, codeText: alternative.label.da } : {}),
    ...(reason.length > 0 ? { reason } : {}),
    note,
    outcome: outcomeDecidedOn(assessment, decision),
    answers,
    noteTime: now,
    ...(author === undefined ? {} : { author: { reference: author } }),
    assessment: references,
  });
}

/** What the decision rests on, for the examination that the order is for from now on. */
function outcomeDecidedOn(assessment: Assessment, decision: Decision): AnnotatedOutcome {
  const to = decision.kind === 'changed' ? decision.to : assessment.order;
  const known = assessment.alternatives.find(({ order }) => order === to)?.rating;
  // What no guideline rates does not take over the verdict of what it stands in place of.
  const rating = known ?? (decision.kind === 'changed' ? 'undetermined' : undefined);
  return { ...outcomeOf(assessment, rating), ...(to === null ? {} : { order: to }) };
}
