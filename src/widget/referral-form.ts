import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { DANISH } from '../i18n/danish-speech.ts';
import { earlierImaging } from '../i18n/earlier-imaging.ts';
import { composeReferralText, type ReferralParts } from '../i18n/referral-text.ts';
import { valueWords } from '../i18n/sentence.ts';
import type { CaseModel } from './case-model.ts';
import type { Deciding } from './deciding.ts';

/** The referral text as far as it is written. It outlives the panel it is shown in and every change of the answers. */
export interface ReferralForm {
  readonly parts: Readonly<Record<keyof ReferralParts, Signal<string>>>;
  /** What would stand without own edits; empty until there is an assessment. */
  readonly composed: ReadonlySignal<string>;
  /** What stands: the own edits where there are any. */
  readonly text: ReadonlySignal<string>;
  /** Whether the facts have changed since the text was edited. */
  readonly isOutdated: ReadonlySignal<boolean>;
  edit(text: string): void;
  /** Gives up the own edits for what the facts say now. */
  useComposed(): void;
  clear(): void;
}

export function createReferralForm(model: CaseModel, decision: Deciding['form']['decision']): ReferralForm {
  const parts = { problem: signal(''), question: signal(''), consequence: signal('') };
  const edited = signal<{ readonly text: string; readonly from: string } | null>(null);
  const composed = computed((): string => {
    const { library, loop } = model;
    const assessment = loop.assessment.value;
    if (!assessment) return '';
    const { facts, orders } = library.vocabulary;
    const order = model.order.value;
    const known = assessment.order === null ? undefined : orders[assessment.order];
    const reason = loop.facts.value.get('reason');
    const answered = reason?.known && facts.reason ? valueWords(DANISH, facts.reason, reason.value) : '';
    return composeReferralText({
      facts,
      orders,
      guidelines: library.guidelines.map(({ document }) => document),
      orderName: known?.label.da ?? order?.code ?? '',
      assessment,
      reason: order?.reason || answered,
      parts: { problem: parts.problem.value, question: parts.question.value, consequence: parts.consequence.value },
      earlierImaging: earlierImaging(facts, loop.facts.value),
      decision: decision.value,
      gaps: model.gaps.value,
    });
  });
  return {
    parts,
    composed,
    text: computed(() => edited.value?.text ?? composed.value),
    isOutdated: computed(() => edited.value !== null && edited.value.from !== composed.value),
    edit(text) {
      edited.value = { text, from: composed.value };
    },
    useComposed() {
      edited.value = null;
    },
    clear() {
      edited.value = null;
      for (const part of Object.values(parts)) part.value = '';
    },
  };
}
