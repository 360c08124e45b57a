import { computed } from '@preact/signals-core';
import { whyConfer } from '../core/decision/conferring.ts';
import { relatedImaging } from '../i18n/earlier-imaging.ts';
import { composeSparringQuestion } from '../i18n/sparring-question.ts';
import { type CaseModel, caseInWords } from './case-model.ts';
import type { Deciding } from './deciding.ts';
import { createEditedText, type EditedText } from './edited-text.ts';
import type { ImagingChecks } from './imaging-checks.ts';
import { createReferralForm, type ReferralForm } from './referral-form.ts';

/** What was typed in the tools beside the guidance; it outlives every change of the answers. */
export interface Supplements {
  readonly referral: ReferralForm;
  /** The question to who performs the examination. */
  readonly sparring: EditedText;
  /** Fetches sources and patient information again, where they could not be had before. */
  fetchReading(): Promise<void>;
  /** Another patient, or another order. */
  forget(): void;
}

/** What every tool is drawn from. */
export interface SupplementProps {
  readonly model: CaseModel;
  readonly supplements: Supplements;
}

export function createSupplements(
  model: CaseModel,
  deciding: Deciding,
  imaging: ImagingChecks,
  fetchReading: () => Promise<void>,
): Supplements {
  const related = computed((): readonly string[] | null => {
    const shown = imaging.shown.value;
    return typeof shown === 'object' && shown ? relatedImaging(shown.overlap.related) : null;
  });
  const referral = createReferralForm(model, deciding, related);
  const sparring = createEditedText(() => {
    const told = caseInWords(model);
    return told ? composeSparringQuestion(told, whyConfer(told.assessment, told.guidelines)) : '';
  });
  return {
    referral,
    sparring,
    fetchReading,
    forget() {
      referral.clear();
      sparring.useComposed();
    },
  };
}
