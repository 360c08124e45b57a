import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { earlierImaging } from '../i18n/earlier-imaging.ts';
import { composeReferralText, type ReferralParts } from '../i18n/referral-text.ts';
import { type CaseModel, caseInWords } from './case-model.ts';
import type { Deciding } from './deciding.ts';
import { createEditedText, type EditedText } from './edited-text.ts';

/** The referral text as far as it is written. It outlives the panel it is shown in and every change of the answers. */
export interface ReferralForm {
  readonly parts: Readonly<Record<keyof ReferralParts, Signal<string>>>;
  readonly whole: EditedText;
  clear(): void;
}

/** @param related earlier and booked imaging in words; null while it is not read, then what the facts say stands */
export function createReferralForm(
  model: CaseModel,
  { decided, safety }: Pick<Deciding, 'decided' | 'safety'>,
  related: ReadonlySignal<readonly string[] | null>,
): ReferralForm {
  const parts = { problem: signal(''), question: signal(''), consequence: signal('') };
  const whole = createEditedText(() => {
    const told = caseInWords(model);
    if (!told) return '';
    const { problem, question, consequence } = parts;
    return composeReferralText({
      ...told,
      parts: { problem: problem.value, question: question.value, consequence: consequence.value },
      earlierImaging: related.value ?? earlierImaging(told.facts, model.loop.facts.value),
      decision: decided.value,
      safety: safety.value,
    });
  });
  return {
    parts,
    whole,
    clear() {
      whole.useComposed();
      for (const part of Object.values(parts)) part.value = '';
    },
  };
}
