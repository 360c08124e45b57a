import './websocket-shim.ts';
import { isResource, OperationOutcomeError } from '@medplum/core';
import type { Bundle, BundleEntry, Resource, ResourceType } from '@medplum/fhirtypes';
import { type Answer, outcome, refusal } from './answer.ts';
import { mandatoryElements, summaryElements } from './definitions.ts';
import { type Caller, permits } from './permission.ts';
import { parseSearchQuery, SearchFault, type SearchQuery } from './search-query.ts';
import type { FhirServer } from './server.ts';
import { sortResources } from './sort.ts';

/** How long the link to a next page works, in seconds. */
const pageSeconds = 3600;

/**
 * Searches one resource type: what the caller may not see is not counted and not shown.
 *
 * A parameter that is unknown is left out and said to be (an entry with `search.mode` outcome), or, with
 * `Prefer: handling=strict`, refused: FHIR R4 search.html#errors. A search that names another patient than the token's is
 * refused, since an empty answer would be read as "nothing found".
 */
export async function search(
  server: FhirServer,
  caller: Caller,
  type: ResourceType,
  parameters: URLSearchParams,
  strict: boolean,
): Promise<Answer> {
  const page = parameters.get('_page');
  const position = page === null ? { parameters, offset: 0 } : await openPage(server, type, page);
  if (!position) return refusal(410, 'not-found', 'This link to a page is unknown or has expired: search again');
  try {
    const query = parseSearchQuery(type, server.base, position.parameters, server.largestPage);
    if (strict && query.ignored.length > 0) {
      return refusal(400, 'not-supported', `Unknown search parameters: ${query.ignored.join(', ')}`);
    }
    const isPatientScoped = caller.scopes.every((scope) => scope.level === 'patient');
    const other = isPatientScoped && namesOtherPatient(query.filters, caller.patient);
    if (other) return refusal(403, 'forbidden', 'The token is for another patient');
    return { status: 200, resource: await findPage(server, caller, type, query, position.offset) };
  } catch (error) {
    if (error instanceof SearchFault) return refusal(400, 'invalid', error.message);
    if (error instanceof OperationOutcomeError) return { status: 400, resource: error.outcome };
    throw error;
  }
}

async function findPage(
  server: FhirServer,
  caller: Caller,
  type: ResourceType,
  query: SearchQuery,
  offset: number,
): Promise<Bundle> {
  const found = await foundBy(server, caller, type, query, offset > 0);
  const shown = found.slice(offset, offset + query.count);
  const link = [{ relation: 'self', url: searchUrl(server, type, query.understood) }];
  const next = offset + query.count;
  if (query.count > 0 && next < found.length) {
    link.push({ relation: 'next', url: await pageUrl(server, type, query.understood, next) });
  }
  const entry = [
    ...shown.map((resource) => entryOf(server, 'match', reduce(resource, query))),
    ...(await includedEntries(server, caller, type, query, shown)),
    ...warnings(query.ignored),
  ];
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.length,
    link,
    ...(entry.length > 0 ? { entry } : {}),
  };
}

/** What a search found, for its next pages: they are of one moment, and a large record is looked through once. */
const lately = new WeakMap<FhirServer, Map<string, Resource[]>>();
/** Searches that are remembered; of more, the oldest is done again. */
const remembered = 20;

async function foundBy(
  server: FhirServer,
  caller: Caller,
  type: ResourceType,
  query: SearchQuery,
  isNextPage: boolean,
): Promise<Resource[]> {
  const searches = lately.get(server) ?? new Map<string, Resource[]>();
  lately.set(server, searches);
  const key = JSON.stringify([caller.launch, caller.patient, caller.scopes, type, query.understood.toString()]);
  const before = isNextPage ? searches.get(key) : undefined;
  if (before) return before;
  const found: Resource[] = [];
  for (const resource of await server.store.search(type, query.filters)) {
    if (await permits(server.store, caller, 's', resource)) found.push(resource);
  }
  const sorted = sortResources(found, query.sort);
  if (sorted.length > query.count) searches.set(key, sorted);
  const [oldest] = searches.keys();
  if (searches.size > remembered && oldest !== undefined) searches.delete(oldest);
  return sorted;
}

async function includedEntries(
  server: FhirServer,
  caller: Caller,
  type: ResourceType,
  query: SearchQuery,
  matches: Resource[],
): Promise<BundleEntry[]> {
  if (query.include.length === 0 || matches.length === 0) return [];
  const entries: BundleEntry[] = [];
  for (const resource of await server.store.included(type, query.include, matches)) {
    if (await permits(server.store, caller, 'r', resource)) entries.push(entryOf(server, 'include', resource));
  }
  return entries;
}

function entryOf(server: FhirServer, mode: 'match' | 'include', resource: Resource): BundleEntry {
  return { fullUrl: `${server.base}/${resource.resourceType}/${resource.id}`, resource, search: { mode } };
}

function warnings(ignored: readonly string[]): BundleEntry[] {
  if (ignored.length === 0) return [];
  const text = `Not understood and left out: ${ignored.join(', ')}`;
  return [{ resource: outcome('warning', 'not-supported', text), search: { mode: 'outcome' } }];
}

/**
 * `_elements`: those asked for and those that a resource must have; `_summary`: those of its summary. Either is marked as a
 * part (FHIR R4 search.html#elements).
 */
function reduce(resource: Resource, { elements, isSummary }: SearchQuery): Resource {
  if (isSummary) return subsetted(summaryOf(resource, summaryElements(resource.resourceType)), resource);
  if (!elements) return resource;
  const kept = new Set(['resourceType', 'id', ...elements, ...mandatoryElements(resource.resourceType)]);
  return subsetted(Object.fromEntries(Object.entries(resource).filter(([name]) => kept.has(name))), resource);
}

/** What of a resource or one of its parts lies on one of the paths. */
function summaryOf(part: object, paths: readonly string[]): object {
  const kept = Object.entries(part).flatMap(([name, value]): [string, unknown][] => {
    const isChoice = (path: string) => path.endsWith('[x]') && name.startsWith(path.slice(0, -3));
    if (name !== 'resourceType' && !paths.some((path) => path === name || isChoice(path))) return [];
    const inner = paths.flatMap((path) => (path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : []));
    return [[name, inner.length === 0 ? value : summaryOfAll(value, inner)]];
  });
  return Object.fromEntries(kept);
}

function summaryOfAll(value: unknown, paths: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((member) => summaryOfAll(member, paths));
  return typeof value === 'object' && value !== null ? summaryOf(value, paths) : value;
}

function subsetted(rest: object, resource: Resource): Resource {
  const tag = {
    system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
    code: 'SUBSETTED',
    display: 'Resource encoded in summary mode',
  };
  const meta = { ...resource.meta, tag: [...(resource.meta?.tag ?? []), tag] };
  const reduced = { ...rest, meta };
  return isResource(reduced) ? reduced : resource;
}

function namesOtherPatient(filters: URLSearchParams, patient: string | undefined): boolean {
  const named = [...filters.getAll('patient'), ...filters.getAll('subject')].flatMap((value) => value.split(','));
  const patients = named.filter((reference) => reference.startsWith('Patient/'));
  return patients.some((reference) => reference !== `Patient/${patient}`);
}

function searchUrl(server: FhirServer, type: string, parameters: URLSearchParams): string {
  return parameters.size > 0 ? `${server.base}/${type}?${parameters}` : `${server.base}/${type}`;
}

/** The next link says nothing: neither the patient nor how pages are counted (FHIR R4 http.html#paging: opaque). */
async function pageUrl(server: FhirServer, type: string, query: URLSearchParams, offset: number): Promise<string> {
  const page = await server.sealer.seal('page', { type, query: query.toString(), offset }, pageSeconds);
  return `${server.base}/${type}?_page=${page}`;
}

async function openPage(server: FhirServer, type: string, page: string) {
  const claims = (await server.sealer.open('page', page))?.claims;
  if (claims?.type !== type || typeof claims.query !== 'string' || typeof claims.offset !== 'number') {
    return undefined;
  }
  return { parameters: new URLSearchParams(claims.query), offset: claims.offset };
}
