import { ageAt } from '../date.ts';
import { hasAny, isElement, textAt } from '../element.ts';
import { referenceTo } from '../record.ts';
import { because, NOTHING, type ReadingInput, type ReadingResult } from './reading-result.ts';

/** Whole years from Patient.birthDate on now's calendar day (FHIR R4 patient.html). Never from the CPR number. */
export function readAge({ context, now }: ReadingInput): ReadingResult {
  const patient: unknown = context.patient;
  if (!isElement(patient) || patient.resourceType !== 'Patient' || !hasAny(patient, ['birthDate'])) return NOTHING;
  const birthDate = textAt(patient, 'birthDate');
  const years = birthDate === undefined ? null : ageAt(birthDate, now);
  const reference = referenceTo(patient);
  if (birthDate === undefined || years === null) {
    return { kind: 'undecidable', because: [because('birth-date-unusable', reference)], hints: [] };
  }
  const references = [{ reference, display: birthDate, date: birthDate }];
  return { kind: 'hit', value: years, source: 'record', references, hints: [] };
}
