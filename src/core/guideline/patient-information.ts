import type { Guideline, PatientInformation } from '../schema/guideline.ts';

/**
 * What the patient is given after a recommendation, in the author's words. Null where the guideline has no text for it, and
 * while no recommendation is reached: what says that a scan rarely helps must not be handed to who may need one.
 */
export function patientInformationFor(
  { patientInformation }: Guideline,
  recommendation: string | null,
): PatientInformation | null {
  if (!patientInformation || recommendation === null) return null;
  return patientInformation.recommendations.includes(recommendation) ? patientInformation : null;
}
