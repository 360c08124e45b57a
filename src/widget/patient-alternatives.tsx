import type { AlternativesProps } from '../ui/alternatives.tsx';
import { guidanceDetails } from '../ui/guidance-details.ts';

/** The other examinations, as they are for a patient whose gender the record may say. */
export function patientAlternatives(isMale: () => boolean): typeof guidanceDetails.Alternatives {
  const { Alternatives } = guidanceDetails;
  return (props: AlternativesProps) => <Alternatives {...props} isMale={isMale()} />;
}
