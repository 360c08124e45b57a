import type { OverrideReason } from '../core/decision/decision.ts';
import type { Verdict } from '../core/schema/rating.ts';

/** HL7's non-adherence reason codes (CDS Hooks): the code system of every override reason. */
export const OVERRIDE_REASON_SYSTEM = 'http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes';

/** Reasons for keeping an order against advice. The codes are about the recommended action, so it is named in the words. */
const KEEPING = {
  expert: {
    code: 'expert-contradicts',
    label: { da: 'Aftalt med speciallæge eller radiolog', en: 'Agreed with a specialist or radiologist' },
  },
  benefit: {
    code: 'risk-benefit-ratio',
    label: {
      da: 'Gavnen vurderes større end ulempen hos denne patient',
      en: 'Benefit is judged to outweigh harm in this patient',
    },
  },
  tried: {
    code: 'action-unsuccessful',
    label: { da: 'Det anbefalede er prøvet uden virkning', en: 'What is recommended was tried without effect' },
  },
  contraindicated: {
    code: 'patient-contraindication',
    label: { da: 'Det anbefalede er kontraindiceret', en: 'What is recommended is contraindicated' },
  },
  unavailable: {
    code: 'service-not-available',
    label: { da: 'Det anbefalede kan ikke fås i tide', en: 'What is recommended is not available in time' },
  },
  policy: {
    code: 'policy-contradicts',
    label: { da: 'Lokal instruks siger noget andet', en: 'Local policy says otherwise' },
  },
  unsuited: {
    code: 'patient-ineligible',
    label: { da: 'Retningslinjen passer ikke på denne patient', en: 'The guideline does not fit this patient' },
  },
  prefers: {
    code: 'prefers-alternative',
    label: { da: 'Patienten ønsker undersøgelsen efter information', en: 'The informed patient wants the examination' },
  },
  open: {
    code: 'need-more-info',
    label: { da: 'Oplysningerne kan ikke skaffes nu', en: 'The facts cannot be obtained now' },
  },
} satisfies Record<string, OverrideReason>;

/**
 * The few reasons that make sense for keeping an order under a verdict, most usual first. `instead` tells whether another
 * examination is recommended: only that can be contraindicated or not to be had; treatment can have been tried.
 */
export function overrideReasonsFor(
  verdict: Verdict,
  instead: 'examination' | 'no-examination' = 'no-examination',
): readonly OverrideReason[] {
  const { expert, benefit, tried, contraindicated, unavailable, policy, unsuited, prefers, open } = KEEPING;
  if (verdict === 'undetermined') return [open, expert, benefit, unsuited];
  if (verdict === 'no-standard') return [expert, benefit, policy];
  if (instead === 'examination') return [expert, benefit, contraindicated, unavailable, policy, unsuited];
  if (verdict === 'may-be-appropriate') return [expert, benefit, tried, policy];
  return [expert, benefit, tried, policy, unsuited, prefers];
}

/** The few reasons for leaving out an examination that a recommendation supports, most usual first. */
export const OMISSION_REASONS: readonly OverrideReason[] = [
  { code: 'action-completed', label: { da: 'Undersøgelsen er allerede lavet', en: 'The examination has been done' } },
  { code: 'patient-refuses', label: { da: 'Patienten ønsker den ikke', en: 'The patient declines it' } },
  {
    code: 'risk-benefit-ratio',
    label: {
      da: 'Ulempen vurderes større end gavnen hos denne patient',
      en: 'Harm is judged to outweigh benefit in this patient',
    },
  },
  {
    code: 'patient-contraindication',
    label: { da: 'Undersøgelsen er kontraindiceret', en: 'The examination is contraindicated' },
  },
  {
    code: 'expert-contradicts',
    label: { da: 'Aftalt med speciallæge eller radiolog', en: 'Agreed with a specialist or radiologist' },
  },
];
