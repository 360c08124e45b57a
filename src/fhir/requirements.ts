/** One search of the patient's record that the loaded guidelines call for; the patient parameter is added by whoever searches. */
export interface Requirement {
  /** FHIR R4 resource type, e.g. `Condition`. */
  readonly resourceType: string;
  /** Search parameters besides patient, e.g. `{ code: 'http://loinc.org|1988-5' }`. */
  readonly params: Readonly<Record<string, string>>;
}
