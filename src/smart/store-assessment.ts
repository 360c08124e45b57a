import type { FhirResource } from 'fhir/r4';
import type { Answer, Connection } from './request.ts';
import { isResource } from './resource.ts';
import type { Grants } from './scopes.ts';

/**
 * Stores an assessment (FHIR R4 http.html#create). Its reference, e.g. `GuidanceResponse/1`; null where the scopes or the server do not accept one: the order is saved all the same.
 */
export async function storeAssessment(
  connection: Connection,
  grants: Grants,
  assessment: FhirResource,
): Promise<string | null> {
  const { resourceType } = assessment;
  if (grants.reach(resourceType, 'c') === 'not-at-all') return null;
  const answer = await connection.request(resourceType, { method: 'POST', body: assessment });
  return createdReference(resourceType, answer);
}

/** What a create's answer calls the new resource: by its body, else by its Location; null where neither says. */
export function createdReference(resourceType: string, answer: Answer): string | null {
  if (answer.kind !== 'answered') return null;
  const { body, location } = answer;
  if (isResource(body) && body.resourceType === resourceType && body.id !== undefined)
    return `${resourceType}/${body.id}`;
  const [, id] = new RegExp(`(?:^|/)${resourceType}/([A-Za-z0-9.-]{1,64})(?:/|$)`).exec(location ?? '') ?? [];
  return id === undefined ? null : `${resourceType}/${id}`;
}
