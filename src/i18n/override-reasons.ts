import type { OverrideReason } from '../core/decision/decision.ts';
import type { Verdict } from '../core/schema/rating.ts';

/** HL7's non-adherence reason codes (CDS Hooks): the code system of every override reason. */
export const OVERRIDE_REASON_SYSTEM = 'http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes';

const REASONS = {
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
  done: {
    code: 'action-completed',
    label: { da: 'Det anbefalede er allerede prøvet', en: 'What is recommended has already been tried' },
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
  refuses: {
    code: 'patient-refuses',
    label: { da: 'Patienten ønsker ikke det anbefalede', en: 'The patient declines what is recommended' },
  },
  open: {
    code: 'need-more-info',
    label: { da: 'Oplysningerne kan ikke skaffes nu', en: 'The facts cannot be obtained now' },
  },
} satisfies Record<string, OverrideReason>;

/** The few reasons that make sense for keeping an order under a verdict, most usual first. */
export function overrideReasonsFor(verdict: Verdict): readonly OverrideReason[] {
  const { expert, benefit, done, contraindicated, unavailable, policy, unsuited, refuses, open } = REASONS;
  if (verdict === 'undetermined') return [open, expert, benefit, unsuited];
  if (verdict === 'no-standard') return [expert, benefit, policy];
  if (verdict === 'may-be-appropriate') return [expert, benefit, done, contraindicated, unavailable, policy, refuses];
  return [expert, benefit, done, contraindicated, unavailable, policy, unsuited, refuses];
}
