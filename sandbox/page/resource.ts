import type {
  Bundle,
  Condition,
  DiagnosticReport,
  FhirResource,
  ImagingStudy,
  MedicationRequest,
  MedicationStatement,
  Observation,
  OperationOutcome,
  Patient,
  Procedure,
  ServiceRequest,
} from 'fhir/r4';

type ResourceByType = {
  Bundle: Bundle;
  Condition: Condition;
  DiagnosticReport: DiagnosticReport;
  ImagingStudy: ImagingStudy;
  MedicationRequest: MedicationRequest;
  MedicationStatement: MedicationStatement;
  Observation: Observation;
  OperationOutcome: OperationOutcome;
  Patient: Patient;
  Procedure: Procedure;
  ServiceRequest: ServiceRequest;
};

/** The EHR trusts its own server to send valid R4, so that the type's name is enough to know the shape. */
export function isA<Type extends keyof ResourceByType>(value: unknown, type: Type): value is ResourceByType[Type] {
  return isObject(value) && value.resourceType === type;
}

/** Any resource of our own server. */
export function isResource(value: unknown): value is FhirResource {
  return isObject(value) && typeof value.resourceType === 'string';
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
