import './websocket-shim.ts';
import { getStatus, isResource, OperationOutcomeError, parseSearchRequest, validateResource } from '@medplum/core';
import { FhirRouter, getExtraEntries, type HttpMethod, MemoryRepository } from '@medplum/fhir-router';
import type { Bundle, BundleEntry, OperationOutcome, Resource, ResourceType } from '@medplum/fhirtypes';
import type { Answer } from './answer.ts';

/** The interactions this server has (FHIR R4 http.html); all others are refused. */
const interactions = ['read', 'vread', 'history-instance', 'search-type', 'create', 'update'] as const;
export type Interaction = (typeof interactions)[number];

/** What a request is about. `version` only for vread; `id` only where an instance is meant. */
export type Route = { readonly interaction: Interaction; readonly type: string; readonly id: string };

/** Resources in memory, with versions 1, 2, 3 … */
export type Store = ReturnType<typeof createStore>;

/**
 * Medplum's repository in memory behind Medplum's FHIR router. Added here: version numbers (Medplum gives random ids),
 * dates from `now`, and history in the right order.
 */
export function createStore(now: () => Date) {
  const repository = new MemoryRepository();
  const router = new FhirRouter();

  /** Which interaction a method and path (without base and query) ask for; undefined if we have none such. */
  function route(method: string, path: string): Route | undefined {
    const found = router.find(parseMethod(method), path);
    const interaction = interactions.find((known) => known === found?.data?.interaction);
    const { resourceType = '', id = '' } = found?.params ?? {};
    return interaction && { interaction, type: resourceType, id };
  }

  async function read(type: string, id: string): Promise<Resource | undefined> {
    try {
      return await repository.readResource(type, id);
    } catch (error) {
      if (error instanceof OperationOutcomeError) return undefined;
      throw error;
    }
  }

  /** Lets Medplum do one interaction. In "seeding" it keeps the version and date that we set. */
  async function perform(method: string, path: string, body?: Resource, ifMatch?: string): Promise<Answer> {
    const request = {
      method: parseMethod(method),
      url: path,
      pathname: '',
      body,
      params: {},
      query: {},
      headers: ifMatch ? { 'if-match': ifMatch } : {},
    };
    const [result, resource] = await repository.withSeeding(() => router.handleRequest(request, repository));
    return { status: getStatus(result), resource: resource ?? result };
  }

  async function create(resource: Resource): Promise<Answer> {
    const { id: _, ...rest } = resource;
    return perform('POST', resource.resourceType, stamp({ ...rest, id: repository.generateId() }, 1));
  }

  async function update(resource: Resource, current: Resource, ifMatch?: string): Promise<Answer> {
    const next = Number(current.meta?.versionId ?? 0) + 1;
    return perform('PUT', `${resource.resourceType}/${resource.id}`, stamp(resource, next), ifMatch);
  }

  function stamp(resource: Resource, version: number): Resource {
    const meta = { ...resource.meta, versionId: String(version), lastUpdated: now().toISOString() };
    return { ...resource, meta };
  }

  /** All versions, newest first. Medplum turns its own list round at every call. */
  async function history(type: string, id: string): Promise<Resource[]> {
    const { resource } = await perform('GET', `${type}/${id}/_history`);
    if (!isResource<Bundle>(resource, 'Bundle')) return [];
    const versions = (resource.entry ?? []).flatMap((entry) => entry.resource ?? []);
    return versions.sort((a, b) => Number(b.meta?.versionId) - Number(a.meta?.versionId));
  }

  /**
   * All resources of a type that match the search parameters.
   * @throws OperationOutcomeError for a value that cannot be read, such as a date that is none
   */
  async function search(type: ResourceType, parameters: URLSearchParams): Promise<Resource[]> {
    const found = await repository.search(parseSearchRequest(type, asRecord(parameters)));
    return (found.entry ?? []).flatMap((entry) => entry.resource ?? []);
  }

  /** What `_include` (`Type:parameter`) adds to the matches of a search. */
  async function included(type: ResourceType, include: readonly string[], matches: Resource[]): Promise<Resource[]> {
    const entries: BundleEntry[] = [];
    const request = parseSearchRequest(type, { _include: [...include] });
    await getExtraEntries(repository, request, matches, entries);
    return entries.flatMap((entry) => entry.resource ?? []);
  }

  /** Puts resources in as version 1 with the ids they have. */
  async function load(resources: readonly Resource[]): Promise<void> {
    for (const resource of resources) {
      const lastUpdated = resource.meta?.lastUpdated ?? now().toISOString();
      const first = { ...resource, meta: { ...resource.meta, versionId: '1', lastUpdated } };
      await repository.withSeeding(() => repository.createResource(first));
    }
  }

  return { route, read, perform, create, update, history, search, included, load, clear: () => repository.clear() };
}

/** What is wrong with a resource by the R4 definitions; undefined if nothing is. Codes are not checked. */
export function findFaults(resource: Resource): OperationOutcome | undefined {
  try {
    validateResource(resource);
    return undefined;
  } catch (error) {
    if (error instanceof OperationOutcomeError) return error.outcome;
    throw error;
  }
}

export function asRecord(parameters: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
}

function parseMethod(method: string): HttpMethod {
  const known: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
  return known.find((name) => name === method) ?? 'OPTIONS';
}
