import { setTimeout as wait } from 'node:timers/promises';
import { accessClaims } from '../authorization/claims.ts';
import { parseResourceScopes } from '../authorization/scopes.ts';
import { parseJson } from '../parse-json.ts';
import { type Answer, refusal } from './answer.ts';
import { runBatch } from './batch.ts';
import { interact } from './interact.ts';
import type { Caller } from './permission.ts';
import type { FhirServer } from './server.ts';

/** Larger bodies are refused with 413. In bytes. */
const largestBody = 1_000_000;

/** Answers a request to the FHIR server, except for what is public (`/metadata`, SMART configuration). */
export async function handleFhir(server: FhirServer, request: Request): Promise<Response> {
  const caller = await identifyCaller(server, request);
  if (!caller) {
    const response = toResponse(refusal(401, 'login', 'The access token is missing, unknown or has expired'), request);
    response.headers.set('www-authenticate', 'Bearer error="invalid_token"');
    return response;
  }
  // Unreferenced, so that a delayed answer never keeps the process alive.
  if (caller.options.delayMs) await wait(caller.options.delayMs, undefined, { ref: false });
  return toResponse(await answer(server, caller, request), request);
}

/** RFC 6750: a bearer token, which says all there is to know. */
async function identifyCaller(server: FhirServer, request: Request): Promise<Caller | undefined> {
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const opened = token ? await server.sealer.open('access', token) : undefined;
  if (!opened) return undefined;
  const { scope, patient, launch, code, options } = accessClaims.parse(opened.claims);
  if (code !== undefined && server.isRevoked(code)) return undefined;
  return { scopes: parseResourceScopes(scope), patient, launch, options };
}

async function answer(server: FhirServer, caller: Caller, request: Request): Promise<Answer> {
  const url = new URL(request.url);
  const path = `${url.origin}${url.pathname}`.slice(server.base.length).replace(/^\/|\/$/g, '');
  const { method } = request;
  const strict = /\bhandling=strict\b/.test(request.headers.get('prefer') ?? '');
  if (method === 'GET') return interact(server, caller, { method, path, query: url.searchParams, strict });
  const text = await request.text();
  if (text.length > largestBody) return refusal(413, 'too-long', `More than ${largestBody} characters`);
  const type = request.headers.get('content-type') ?? '';
  // FHIR R4 search.html: search by POST keeps the patient out of URLs and logs.
  const [, searched] = /^([A-Za-z]+)\/_search$/.exec(path) ?? [];
  if (method === 'POST' && searched) {
    if (!type.startsWith('application/x-www-form-urlencoded')) return refusal(415, 'not-supported', 'Send a form');
    const query = new URLSearchParams([...url.searchParams, ...new URLSearchParams(text)]);
    return interact(server, caller, { method: 'GET', path: searched, query, strict });
  }
  if (method !== 'POST' && method !== 'PUT') return refusal(405, 'not-supported', `${method} is not supported here`);
  if (!/^application\/(fhir\+)?json\b/.test(type)) return refusal(415, 'not-supported', 'Send application/fhir+json');
  const body = parseJson(text);
  if (body === undefined) return refusal(400, 'structure', 'The body is not valid JSON');
  if (method === 'POST' && path === '') return runBatch(server, caller, body);
  const ifMatch = request.headers.get('if-match') ?? undefined;
  return interact(server, caller, { method, path, query: url.searchParams, body, ifMatch, strict });
}

/**
 * A Binary as the content that it holds, where the caller does not want FHIR's own form (FHIR R4 binary.html#rest).
 * `Prefer: return=minimal` leaves the body out (FHIR R4 http.html#ops).
 */
function toResponse({ status, resource, etag, lastModified, location }: Answer, request: Request): Response {
  const headers = new Headers({ 'content-type': 'application/fhir+json; charset=utf-8', 'cache-control': 'no-store' });
  if (etag) headers.set('etag', etag);
  if (lastModified) headers.set('last-modified', new Date(lastModified).toUTCString());
  if (location) headers.set('location', location);
  if (status === 200 && resource?.resourceType === 'Binary' && !isWantedAsFhir(request)) {
    headers.set('content-type', resource.contentType);
    return new Response(Buffer.from(resource.data ?? '', 'base64'), { status, headers });
  }
  const isMinimal = request.method !== 'GET' && /\breturn=minimal\b/.test(request.headers.get('prefer') ?? '');
  const body = isMinimal && status < 300 && etag ? null : JSON.stringify(resource);
  return new Response(body, { status, headers });
}

/** By the first type that is accepted. */
function isWantedAsFhir(request: Request): boolean {
  const [first = '*/*'] = (request.headers.get('accept') ?? '*/*').split(',');
  return request.method !== 'GET' || /json|\*\/\*/.test(first);
}
