import type { OperationOutcome, OperationOutcomeIssue, Resource } from '@medplum/fhirtypes';

/** The answer to one FHIR interaction, before it becomes an HTTP response or an entry of a batch. */
export type Answer = {
  readonly status: number;
  readonly resource?: Resource;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly location?: string;
};

/** An OperationOutcome with one issue. `text` is for people. */
export function outcome(
  severity: OperationOutcomeIssue['severity'],
  code: OperationOutcomeIssue['code'],
  text: string,
): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue: [{ severity, code, details: { text } }] };
}

/** A refusal: HTTP status with an OperationOutcome, as FHIR R4 http.html#Status-Codes asks. */
export function refusal(status: number, code: OperationOutcomeIssue['code'], text: string): Answer {
  return { status, resource: outcome('error', code, text) };
}

/**
 * One stored resource, with its version as a weak ETag and its date (FHIR R4 http.html#versionaware).
 * @param base the FHIR base URL, given when the resource is new: then the answer has a Location
 */
export function stored(status: number, resource: Resource, base?: string): Answer {
  const version = resource.meta?.versionId;
  const changed = resource.meta?.lastUpdated;
  return {
    status,
    resource,
    ...(version ? { etag: `W/"${version}"` } : {}),
    ...(changed ? { lastModified: changed } : {}),
    ...(base ? { location: `${base}/${resource.resourceType}/${resource.id}/_history/${version}` } : {}),
  };
}
