import type { ReadonlySignal } from '@preact/signals-core';
import type { Gap } from '../fhir/context.ts';
import { DANISH } from '../i18n/danish-speech.ts';
import { valueWords } from '../i18n/sentence.ts';
import type { SparringInput } from '../i18n/sparring-question.ts';
import type { GuidanceModel } from '../ui/guidance-model.ts';
import type { OrderLine } from './order-line.ts';

/** The case that is assessed: rules, loop, the draft in words, and what of the record was not read. */
export interface CaseModel extends GuidanceModel {
  /** Null by hand. */
  readonly order: ReadonlySignal<OrderLine | null>;
  readonly gaps: ReadonlySignal<readonly Gap[]>;
}

/** A case as texts about it need it. */
export type CaseInWords = SparringInput;

/** The case as it stands, the reason in the order's own words, else as it was answered; null before there is an assessment. */
export function caseInWords({ library, loop, order, gaps }: CaseModel): CaseInWords | null {
  const assessment = loop.assessment.value;
  if (!assessment) return null;
  const { facts, orders } = library.vocabulary;
  const known = assessment.order === null ? undefined : orders[assessment.order];
  const reason = loop.facts.value.get('reason');
  const answered = reason?.known && facts.reason ? valueWords(DANISH, facts.reason, reason.value) : '';
  return {
    facts,
    orders,
    guidelines: library.guidelines.map(({ document }) => document),
    orderName: known?.label.da ?? order.value?.code ?? '',
    assessment,
    reason: order.value?.reason || answered,
    gaps: gaps.value,
  };
}
