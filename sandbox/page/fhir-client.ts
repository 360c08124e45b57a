import type { FhirResource } from 'fhir/r4';
import { type EhrSession, openSession } from './ehr-api.ts';
import { isA, isResource } from './resource.ts';

/** What the FHIR server answered; `resource` may be an OperationOutcome. Status 0: no readable answer came. */
export type FhirAnswer = { readonly status: number; readonly resource: FhirResource | null };

let session: Promise<EhrSession> | null = null;

/**
 * One request with the page's own token; signs in again once if the token has expired.
 * @param path below the FHIR base, or an absolute `next` link
 * @param version makes the request conditional on this version (If-Match)
 */
export async function request(
  method: string,
  path: string,
  body?: FhirResource,
  version?: string,
): Promise<FhirAnswer> {
  const answer = await send(method, path, body, version);
  if (answer.status !== 401) return answer;
  session = null;
  return send(method, path, body, version);
}

async function send(method: string, path: string, body?: FhirResource, version?: string): Promise<FhirAnswer> {
  try {
    return await exchange(method, path, body, version);
  } catch (reason) {
    if (!(reason instanceof Error)) throw reason;
    session = null;
    return { status: 0, resource: null };
  }
}

async function exchange(method: string, path: string, body?: FhirResource, version?: string): Promise<FhirAnswer> {
  session ??= openSession();
  const { accessToken, fhirBase } = await session;
  const response = await fetch(path.startsWith('http') ? path : `${fhirBase}/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${accessToken}`,
      accept: 'application/fhir+json',
      ...(body === undefined ? {} : { 'content-type': 'application/fhir+json' }),
      ...(version === undefined ? {} : { 'if-match': `W/"${version}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    cache: 'no-store',
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, resource: isResource(parsed) ? parsed : null };
}

/** All pages of a search. @throws Error in words when a page does not come */
export async function searchAll(query: string): Promise<FhirResource[]> {
  const found: FhirResource[] = [];
  for (let path: string | undefined = query; path !== undefined; ) {
    const { status, resource } = await request('GET', path);
    if (!isA(resource, 'Bundle')) throw new Error(wordsFor(status, resource));
    for (const entry of resource.entry ?? []) if (isResource(entry.resource)) found.push(entry.resource);
    path = resource.link?.find((link) => link.relation === 'next')?.url;
  }
  return found;
}

/** What went wrong, in the server's words if it has any. */
export function wordsFor(status: number, resource: FhirResource | null): string {
  if (status === 0) return 'Serveren svarer ikke.';
  const issue = isA(resource, 'OperationOutcome') ? resource.issue[0] : undefined;
  return `Serveren svarede ${status}. ${issue?.diagnostics ?? issue?.details?.text ?? ''}`.trim();
}
