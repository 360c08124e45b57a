import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Decision } from '../core/decision/decision.ts';
import { type DecisionOption, decisionOptions } from '../core/decision/decision-options.ts';
import type { Assessment } from '../core/decision/guidance.ts';
import { overrideReasonsFor } from '../i18n/override-reasons.ts';

/** What the clinician is deciding, as typed so far. It outlives failures to save and changes of the answers. */
export interface DecisionForm {
  readonly options: ReadonlySignal<readonly DecisionOption[]>;
  /** The option chosen; null when none is, or when the chosen one is no longer offered. */
  readonly choice: ReadonlySignal<DecisionOption | null>;
  readonly reasonCode: Signal<string | null>;
  readonly words: Signal<string>;
  /** The whole decision; null until it can be written. */
  readonly decision: ReadonlySignal<Decision | null>;
  choose(option: DecisionOption | null): void;
  clear(): void;
}

export function createDecisionForm(assessment: ReadonlySignal<Assessment | null>): DecisionForm {
  const chosen = signal<DecisionOption | null>(null);
  const reasonCode = signal<string | null>(null);
  const words = signal('');
  const options = computed(() => (assessment.value ? decisionOptions(assessment.value) : []));
  const choice = computed(() => options.value.find((option) => isSame(option, chosen.value)) ?? null);
  const decision = computed((): Decision | null => {
    const option = choice.value;
    const verdict = assessment.value?.verdict;
    const own = words.value.trim() === '' ? {} : { words: words.value.trim() };
    if (!option || verdict === undefined) return null;
    if (option.kind === 'accepted') return { kind: 'accepted' };
    if (option.kind === 'changed') return { kind: 'changed', to: option.to };
    if (option.kind === 'cancelled') return { kind: 'cancelled', ...own };
    const reason = overrideReasonsFor(verdict).find(({ code }) => code === reasonCode.value);
    return reason ? { kind: 'kept', reason, ...own } : null;
  });
  return {
    options,
    choice,
    reasonCode,
    words,
    decision,
    choose(option) {
      chosen.value = option;
    },
    clear() {
      chosen.value = null;
      reasonCode.value = null;
      words.value = '';
    },
  };
}

/** Whether two options are the same deed; an alternative's rating may have changed meanwhile. */
export function isSame(one: DecisionOption, other: DecisionOption | null): boolean {
  if (one.kind === 'changed') return other?.kind === 'changed' && one.to === other.to;
  return one.kind === other?.kind;
}
