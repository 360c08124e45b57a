import type { FhirResource, Patient, ServiceRequest } from 'fhir/r4';
import { type Connection, connect } from '../../../src/smart/request.ts';

export const serverUrl = 'https://ehr.example/fhir';

/** One request as the fake server saw it. */
export interface Seen {
  readonly method: string;
  /** Relative to the FHIR base; '' is the base itself. */
  readonly target: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What the fake server answers: a resource, a status with or without body, text as it is, or a way of failing. */
export type Reply =
  | {
      readonly status?: number;
      readonly json?: unknown;
      readonly text?: string;
      readonly headers?: Record<string, string>;
    }
  | 'offline'
  | 'hangs';

/** A FHIR server that is a function, and the list of what it was asked. */
export function fakeServer(reply: (request: Seen) => Reply): { fetch: typeof globalThis.fetch; seen: Seen[] } {
  const seen: Seen[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = String(input);
    const request: Seen = {
      method: init.method ?? 'GET',
      target: url === serverUrl ? '' : url.replace(`${serverUrl}/`, ''),
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' && init.body.startsWith('{') ? JSON.parse(init.body) : init.body,
    };
    seen.push(request);
    const answer = reply(request);
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    if (answer === 'hangs') return untilAborted(init.signal);
    const { status = 200, json, text = json === undefined ? '' : JSON.stringify(json), headers = {} } = answer;
    return new Response(status === 204 ? null : text, { status, headers });
  };
  return { fetch, seen };
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}

/** A connection to a fake server; 200 ms is a long wait here. */
export function connectTo(reply: (request: Seen) => Reply, timeoutMs = 200): { connection: Connection; seen: Seen[] } {
  const { fetch, seen } = fakeServer(reply);
  return { connection: connect({ serverUrl, accessToken: 'a-token', timeoutMs, fetch }), seen };
}

export const patient: Patient = { resourceType: 'Patient', id: 'p1', name: [{ text: 'Testpatient Et' }] };

export function draftOrder(changes: Partial<ServiceRequest> = {}): ServiceRequest {
  return {
    resourceType: 'ServiceRequest',
    id: 'o1',
    meta: { versionId: '3' },
    status: 'draft',
    intent: 'order',
    subject: { reference: 'Patient/p1' },
    ...changes,
  };
}

export function searchset(resources: readonly unknown[], more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ resource, search: { mode: 'match' } })),
    ...more,
  };
}

export function condition(id: string, patientId = 'p1'): FhirResource {
  return { resourceType: 'Condition', id, subject: { reference: `Patient/${patientId}` } };
}
