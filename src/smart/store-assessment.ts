import type { FhirResource } from 'fhir/r4';
import type { Connection } from './request.ts';
import { isResource } from './resource.ts';
import type { Grants } from './scopes.ts';

/**
 * Stores an assessment (FHIR R4 http.html#create). Its reference, e.g. `GuidanceResponse/1`, from the answer's body, else
 * from its Location; null where the scopes or the server do not accept one: the order is saved all the same.
 */
export async function storeAssessment(
  connection: Connection,
  grants: Grants,
  assessment: FhirResource,
): Promise<string | null> {
  const { resourceType } = assessment;
  if (grants.reach(resourceType, 'c') === 'not-at-all') return null;
  const answer = await connection.request(resourceType, { method: 'POST', body: assessment });
  if (answer.kind !== 'answered') return null;
  const { body, location } = answer;
  if (isResource(body) && body.resourceType === resourceType && body.id !== undefined)
    return `${resourceType}/${body.id}`;
  const [, id] = new RegExp(`(?:^|/)${resourceType}/([A-Za-z0-9.-]{1,64})(?:/|$)`).exec(location ?? '') ?? [];
  return id === undefined ? null : `${resourceType}/${id}`;
}
