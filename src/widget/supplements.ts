import type { CaseModel } from './case-model.ts';
import type { Deciding } from './deciding.ts';
import { createReferralForm, type ReferralForm } from './referral-form.ts';

/** What was typed in the tools beside the guidance; it outlives every change of the answers. */
export interface Supplements {
  readonly referral: ReferralForm;
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
  fetchReading: () => Promise<void>,
): Supplements {
  const referral = createReferralForm(model, deciding.form.decision);
  return { referral, fetchReading, forget: referral.clear };
}
