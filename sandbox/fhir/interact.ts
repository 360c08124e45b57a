import './websocket-shim.ts';
import { isResource } from '@medplum/core';
import type { Bundle, Resource, ServiceRequest } from '@medplum/fhirtypes';
import type { Letter } from '../authorization/scopes.ts';
import { type Answer, refusal, stored } from './answer.ts';
import { resourceTypes } from './definitions.ts';
import { changeOrderMeanwhile, failOnPurpose } from './launch-failures.ts';
import { type Caller, permits, permitsType } from './permission.ts';
import { search } from './search.ts';
import type { FhirServer } from './server.ts';
import { findFaults, type Interaction, type Route } from './store.ts';

/** One request to the FHIR server, on its own or as an entry of a batch. */
export type Call = {
  readonly method: string;
  /** Below the base, without a slash in front: `ServiceRequest/1`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Parsed JSON. */
  readonly body?: unknown;
  readonly ifMatch?: string | undefined;
  /** `Prefer: handling=strict` */
  readonly strict: boolean;
};

/** SMART 2.2, "Scopes for requesting FHIR resources": which letter lets a caller do what. */
const letters: Record<Interaction, Letter> = {
  read: 'r',
  vread: 'r',
  'history-instance': 'r',
  'search-type': 's',
  create: 'c',
  update: 'u',
};

/** Does one interaction for a caller, after scopes, patient compartment and the launch's failures have had their say. */
export async function interact(server: FhirServer, caller: Caller, call: Call): Promise<Answer> {
  const typeName = call.path.split('/')[0];
  const type = resourceTypes.find((known) => known === typeName);
  if (!type) return refusal(404, 'not-supported', `This server has no ${typeName || 'such interaction'}`);
  const route = server.store.route(call.method, call.path);
  if (!route) return refusal(405, 'not-supported', `${call.method} is not supported here`);
  if (route.id !== '' && !/^[A-Za-z0-9.-]{1,64}$/.test(route.id)) return refusal(404, 'not-found', 'No such resource');
  const letter = letters[route.interaction];
  if (!permitsType(caller, letter, type)) {
    return refusal(403, 'forbidden', `The token's scopes do not allow ${route.interaction} of ${type}`);
  }
  const failure = await failOnPurpose(caller, route);
  if (failure) return failure;
  if (route.interaction === 'search-type') return search(server, caller, type, call.query, call.strict);
  if (route.interaction === 'create') return create(server, caller, type, call.body);
  const current = await server.store.read(type, route.id);
  if (!current) return missing(route);
  if (!(await permits(server.store, caller, letter, current))) return notYours(route);
  if (route.interaction === 'update') return update(server, caller, current, call);
  if (route.interaction === 'history-instance') return history(server, route);
  const answer = await server.store.perform('GET', call.path);
  return answer.status === 200 && answer.resource ? stored(200, answer.resource) : answer;
}

function missing(route: Route): Answer {
  if (route.interaction !== 'update') return refusal(404, 'not-found', `There is no ${route.type}/${route.id}`);
  // FHIR R4 http.html#upsert: a server that does not let clients choose ids answers 405.
  return refusal(405, 'not-supported', 'Update does not create: use POST');
}

function notYours(route: Route): Answer {
  return refusal(403, 'forbidden', `${route.type}/${route.id} is outside the patient or the scopes of this token`);
}

async function create(server: FhirServer, caller: Caller, type: string, body: unknown): Promise<Answer> {
  const read = readBody(body, type);
  if ('refused' in read) return read.refused;
  if (!(await permits(server.store, caller, 'c', read.resource))) {
    return refusal(403, 'forbidden', `This ${type} is outside the patient or the scopes of this token`);
  }
  const answer = await server.store.create(read.resource);
  return answer.status === 201 && answer.resource ? stored(201, answer.resource, server.base) : answer;
}

async function update(server: FhirServer, caller: Caller, current: Resource, call: Call): Promise<Answer> {
  const read = readBody(call.body, current.resourceType);
  if ('refused' in read) return read.refused;
  if (read.resource.id !== current.id) return refusal(400, 'invalid', 'The id in the body is not the id in the URL');
  // The new content must belong to the patient too: an order cannot be moved to somebody else.
  if (!(await permits(server.store, caller, 'u', read.resource))) {
    return refusal(403, 'forbidden', 'The new content is outside the patient or the scopes of this token');
  }
  if (call.ifMatch !== undefined && !/^(W\/)?"[^"]+"$/.test(call.ifMatch)) {
    return refusal(400, 'invalid', 'If-Match must be an ETag of this server, such as W/"1"');
  }
  if (isResource<ServiceRequest>(current, 'ServiceRequest')) await changeOrderMeanwhile(server, caller, current);
  const latest = (await server.store.read(current.resourceType, current.id ?? '')) ?? current;
  const answer = await server.store.update(read.resource, latest, call.ifMatch);
  if (answer.status === 412) {
    const is = latest.meta?.versionId;
    return refusal(412, 'conflict', `Somebody else changed it: the current version is ${is}, not ${call.ifMatch}`);
  }
  return answer.status === 200 && answer.resource ? stored(200, answer.resource) : answer;
}

function readBody(body: unknown, type: string): { resource: Resource } | { refused: Answer } {
  if (!isResource(body)) return { refused: refusal(400, 'structure', 'The body is not a FHIR resource in JSON') };
  if (body.resourceType !== type) {
    return { refused: refusal(400, 'invalid', `The body is a ${body.resourceType}, the URL says ${type}`) };
  }
  const faults = findFaults(body);
  return faults ? { refused: { status: 422, resource: faults } } : { resource: body };
}

async function history(server: FhirServer, route: Route): Promise<Answer> {
  const fullUrl = `${server.base}/${route.type}/${route.id}`;
  const versions = await server.store.history(route.type, route.id);
  const entry = versions.map((resource) => {
    const [method, url, status] = isFirst(resource)
      ? (['POST', route.type, '201'] as const)
      : (['PUT', `${route.type}/${route.id}`, '200'] as const);
    return { fullUrl, resource, request: { method, url }, response: { status } };
  });
  const link = [{ relation: 'self' as const, url: `${fullUrl}/_history` }];
  const bundle: Bundle = { resourceType: 'Bundle', type: 'history', total: entry.length, link, entry };
  return { status: 200, resource: bundle };
}

function isFirst(resource: Resource): boolean {
  return resource.meta?.versionId === '1';
}
