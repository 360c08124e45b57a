import { searchPath } from '../smart/read-record.ts';
import { connect } from '../smart/request.ts';
import { isOfType } from '../smart/resource.ts';
import { askWhole, followPages, type Searched, timeLeft } from '../smart/search.ts';
import { withoutSlash } from '../smart/site.ts';
import type { ReadMissing } from './record.ts';

/** Where the service may read, and how long that may take. */
export interface FhirAccessOptions {
  /** FHIR base URLs; a call that names another is never followed. */
  readonly servers: readonly string[];
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Reads with the token the client gave, from the servers of the configuration only, redirects refused: whoever calls the
 * service must not be able to send it anywhere (server-side request forgery). As the app does, it reads only as far back as
 * something counts, which a prefetch template of CDS Hooks 2.0 cannot say; a server that refuses that is asked for all.
 */
export function createReadMissing({ servers, timeoutMs, fetch }: FhirAccessOptions): ReadMissing {
  const allowed = servers.map(withoutSlash);
  return async ({ access, patientId }, missing, now) => {
    if (access === undefined) return { refused: 'There is no fhirAuthorization to read them with.' };
    const server = withoutSlash(access.server);
    if (!allowed.includes(server)) return { refused: 'This fhirServer is not among those the service may read from.' };
    const connection = connect({
      serverUrl: server,
      accessToken: access.token,
      timeoutMs,
      ...(fetch ? { fetch } : {}),
    });
    const deadline = performance.now() + timeoutMs;
    const ask = (path: string) => connection.request(path, { timeoutMs: timeLeft({ connection, deadline }) });
    const patient = missing.patient ? ask(`Patient/${patientId}`) : undefined;
    const searches = await Promise.all(
      missing.searches.map(async (requirement) => {
        const { resourceType } = requirement;
        const first = await askWhole(ask, searchPath(requirement, patientId, now));
        const outcome = await followPages({ connection, resourceType, deadline }, first);
        return { resourceType, outcome };
      }),
    );
    const answer = await patient;
    const body = answer?.kind === 'answered' ? answer.body : undefined;
    if (answer !== undefined && !isOfType(body, 'Patient'))
      return { refused: `The patient could not be read (${answer.kind}).` };
    const read = searches.flatMap(({ resourceType, outcome }) =>
      outcome.kind === 'searched' ? [{ resourceType, outcome }] : [],
    );
    if (read.length < searches.length) return { refused: 'The access token is not valid (401).' };
    if (read.length > 0 && read.every(({ outcome }) => isNothing(outcome)))
      return { refused: 'Nothing could be read from the fhirServer.' };
    return { searches: read, ...(isOfType(body, 'Patient') ? { patient: body } : {}) };
  };
}

function isNothing({ matches, problems }: Searched): boolean {
  return matches.length === 0 && problems.length > 0;
}
