import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Decision, OverrideReason } from '../core/decision/decision.ts';
import {
  type DecisionOption,
  decisionOptions,
  isOmission,
  recommendedOption,
} from '../core/decision/decision-options.ts';
import type { Assessment } from '../core/decision/guidance.ts';
import { OMISSION_REASONS, overrideReasonsFor } from '../i18n/override-reasons.ts';

/** What can be decided: by the guidelines, or a change to what none of them rates. */
export type FormOption = DecisionOption | { readonly kind: 'changed'; readonly to: string; readonly rating: null };

/** What the clinician is deciding, as typed so far. It outlives failures to save and changes of the answers. */
export interface DecisionForm {
  readonly options: ReadonlySignal<readonly FormOption[]>;
  /** The option chosen, else the one that is recommended; null when there is neither. */
  readonly choice: ReadonlySignal<FormOption | null>;
  /** The reasons to choose among for the option chosen; empty where none is needed. */
  readonly reasons: ReadonlySignal<readonly OverrideReason[]>;
  readonly reasonCode: Signal<string | null>;
  readonly words: Signal<string>;
  /** The whole decision; null until it can be written. */
  readonly decision: ReadonlySignal<Decision | null>;
  /** Null chooses nothing, not even what is recommended. */
  choose(option: FormOption | null): void;
  clear(): void;
}

/** @param offered what the order can be changed to besides what guidelines rate; null where nothing */
export function createDecisionForm(
  assessment: ReadonlySignal<Assessment | null>,
  offered: ReadonlySignal<FormOption | null> = signal(null),
): DecisionForm {
  const chosen = signal<FormOption | 'recommended' | null>('recommended');
  const reasonCode = signal<string | null>(null);
  const words = signal('');
  const rated = computed(() => (assessment.value ? decisionOptions(assessment.value) : []));
  const options = computed(() => {
    const { value: other } = offered;
    return other === null || rated.value.length === 0 ? rated.value : [...rated.value, other];
  });
  const choice = computed(() => {
    const wanted =
      chosen.value === 'recommended' ? assessment.value && recommendedOption(assessment.value) : chosen.value;
    return options.value.find((option) => isSame(option, wanted)) ?? null;
  });
  const reasons = computed((): readonly OverrideReason[] => {
    const { value: assessed } = assessment;
    const kind = choice.value?.kind;
    if (!assessed) return [];
    if (kind === 'cancelled' && isOmission(assessed)) return OMISSION_REASONS;
    if (kind !== 'kept') return [];
    const instead = rated.value.some((option) => option.kind === 'changed') ? 'examination' : 'no-examination';
    return overrideReasonsFor(assessed.verdict, instead);
  });
  const decision = computed((): Decision | null => {
    const option = choice.value;
    if (!option) return null;
    if (option.kind === 'accepted') return { kind: 'accepted' };
    if (option.kind === 'changed') return { kind: 'changed', to: option.to };
    const own = words.value.trim() === '' ? {} : { words: words.value.trim() };
    if (option.kind === 'cancelled' && reasons.value.length === 0) return { kind: 'cancelled', ...own };
    const reason = reasons.value.find(({ code }) => code === reasonCode.value);
    return reason ? { kind: option.kind, reason, ...own } : null;
  });
  return {
    options,
    choice,
    reasons,
    reasonCode,
    words,
    decision,
    choose(option) {
      chosen.value = option;
    },
    clear() {
      chosen.value = 'recommended';
      reasonCode.value = null;
      words.value = '';
    },
  };
}

/** Whether two options are the same deed; an alternative's rating may have changed meanwhile. */
export function isSame(one: FormOption, other: FormOption | null): boolean {
  if (one.kind === 'changed') return other?.kind === 'changed' && one.to === other.to;
  return one.kind === other?.kind;
}
