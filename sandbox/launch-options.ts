import { z } from 'zod';

/** FHIR resource types, e.g. `["MedicationRequest"]`. */
const resourceTypes = z
  .array(z.string().regex(/^[A-Z][A-Za-z]+$/, 'a FHIR resource type, e.g. Condition'))
  .exactOptional();

/**
 * What shall go wrong in one launch. The options travel sealed inside the `launch` value and from there in the access
 * token, so that two launches side by side never disturb each other and the server keeps no list of them.
 * An option that is absent (or false) changes nothing; an unknown option is an error.
 */
export const launchOptionsSchema = z.strictObject({
  /** Searches of these resource types answer 500 with an OperationOutcome, also inside a batch. */
  failSearch: resourceTypes,
  /** Searches of these resource types never answer, also inside a batch. */
  hangSearch: resourceTypes,
  /** Searches of these resource types answer 200 with a resource that is not a Bundle. */
  malformedSearch: resourceTypes,
  /**
   * What the authorization server does not grant: whole scopes (`launch/servicerequest`, `patient/ServiceRequest.u`;
   * of `patient/ServiceRequest.rsu` the rest is then granted) or resource types (`Condition`: every scope on it, and
   * every wildcard scope).
   */
  refuseScopes: z.array(z.string().min(1)).exactOptional(),
  /** The first update of each order in this launch finds that somebody else changed the order just before: 412. */
  changeOrder: z.boolean().exactOptional(),
  /** Every update answers 403. */
  refuseWrite: z.boolean().exactOptional(),
  /** Every create (of an assessment, say) answers 403. */
  refuseAssessment: z.boolean().exactOptional(),
  /** A batch answers 405, as some servers do. */
  refuseBatch: z.boolean().exactOptional(),
  /** Life of the access token, in seconds. */
  tokenSeconds: z.number().int().min(1).max(3600).exactOptional(),
  /** The launch value is good for one authorization: signing in with it again is refused. */
  launchOnce: z.boolean().exactOptional(),
  /** Every answer of the FHIR server comes this much later, in milliseconds. */
  delayMs: z.number().int().min(0).max(60_000).exactOptional(),
  /** The token response has no `fhirContext`, as in EHRs that do not know it. */
  withoutFhirContext: z.boolean().exactOptional(),
});

/** See {@link launchOptionsSchema}; import this type, not the schema, into the EHR page. */
export type LaunchOptions = z.infer<typeof launchOptionsSchema>;
