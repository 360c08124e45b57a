import type { ServiceRequest } from 'fhir/r4';
import type { Decision } from '../core/decision/decision.ts';
import { decisionOptions } from '../core/decision/decision-options.ts';
import type { Rating } from '../core/schema/rating.ts';
import { equalJson } from '../fhir/equality.ts';
import { outcomeOf } from '../fhir/order-annotation.ts';
import { annotateOrder, updateOrder } from '../fhir/order-update.ts';
import { hookWords } from '../i18n/hook-words.ts';
import { composeAssessmentNote, composeOrderNote } from '../i18n/order-note.ts';
import type { Action, Suggestion } from './card.ts';
import type { DraftAssessment } from './draft-assessment.ts';
import type { CardGround } from './speaking.ts';

/**
 * What the clinician can do with one click: change the draft to an examination that is rated better, or cancel it. In an
 * emergency only cancelling is offered: the electronic order is the wrong channel, for whatever examination. A draft
 * without an id cannot be named, so nothing is suggested about it; nor is anything while answers are missing.
 */
export function suggestionsFor(ground: CardGround, draft: DraftAssessment): readonly Suggestion[] {
  const { assessment, order } = draft;
  if (order.id === undefined || assessment.verdict === 'undetermined') {
    return assessment.urgency === 'emergency' && order.id !== undefined ? [cancel(ground, draft)] : [];
  }
  if (assessment.urgency === 'emergency') return [cancel(ground, draft)];
  const changes = decisionOptions(assessment).flatMap((option) => (option.kind === 'changed' ? [option] : []));
  const offered = changes.flatMap(({ to, rating }) => change(ground, draft, to, rating) ?? []);
  const [best, ...others] = offered;
  const recommended =
    best === undefined || changes[0]?.rating !== 'appropriate'
      ? offered
      : [{ ...best, isRecommended: true }, ...others];
  return assessment.verdict === 'appropriate' ? [] : [...recommended, cancel(ground, draft)];
}

/**
 * An action that notes the assessment on the order; null where nothing is to be noted. Nothing else on it changes. While
 * answers are missing there is nothing to note, unless a rating from before has to go.
 */
export function annotation(ground: CardGround, draft: DraftAssessment): Action | null {
  const { assessment, order, annotation: before } = draft;
  const outcome = { ...outcomeOf(assessment), order: draft.orderId };
  const wasRated = before !== null && before.outcome.verdict !== null;
  if (order.id === undefined || (outcome.verdict === null && !wasRated)) return null;
  const annotated = annotateOrder(order, {
    note: composeAssessmentNote(noteInput(ground, draft)),
    noteTime: ground.now,
    outcome,
    answers: before?.answers ?? new Map(),
  });
  if (annotated === order || (before !== null && equalJson(before.outcome, outcome))) return null;
  return {
    type: 'update',
    description: hookWords[ground.language].annotateDescription(labelOf(ground, draft.orderId)),
    resource: annotated,
  };
}

function change(ground: CardGround, draft: DraftAssessment, to: string, rating: Rating): Suggestion | null {
  const alternative = ground.library.vocabulary.orders[to];
  const code = alternative?.codes[0];
  if (alternative === undefined || code === undefined) return null;
  const words = hookWords[ground.language];
  const decision: Decision = { kind: 'changed', to };
  const resource = updateOrder(draft.order, {
    decision,
    code: { system: code.system, code: code.code, ...(code.display === undefined ? {} : { display: code.display }) },
    codeText: alternative.label.da,
    note: composeOrderNote({ ...noteInput(ground, draft), decision }),
    noteTime: ground.now,
    author: { reference: ground.userId },
    outcome: { ...outcomeOf(draft.assessment, rating), order: to },
    answers: draft.annotation?.answers ?? new Map(),
  });
  const label = alternative.label[ground.language];
  return {
    label: words.changeTo(label),
    uuid: ground.newId(),
    actions: [
      { type: 'update', description: words.changeDescription(labelOf(ground, draft.orderId), label), resource },
    ],
  };
}

function cancel(ground: CardGround, { order, orderId }: DraftAssessment): Suggestion {
  const words = hookWords[ground.language];
  return {
    label: words.cancel,
    uuid: ground.newId(),
    actions: [deletion(order, words.cancelDescription(labelOf(ground, orderId)))],
  };
}

/** An action that deletes a draft; the order has an id. */
export function deletion(order: ServiceRequest, description: string): Action {
  return { type: 'delete', description, resourceId: `ServiceRequest/${order.id}` };
}

/** An examination's name. */
export function labelOf({ library, language }: CardGround, order: string): string {
  return library.vocabulary.orders[order]?.label[language] ?? order;
}

function noteInput({ library }: CardGround, { assessment, context, orderId }: DraftAssessment) {
  const { facts, orders } = library.vocabulary;
  return {
    facts,
    orders,
    guidelines: library.guidelines.map(({ document }) => document),
    orderName: orders[orderId]?.label.da ?? orderId,
    assessment,
    gaps: context.gaps,
  };
}
