import type { FhirResource } from 'fhir/r4';
import { isJsonObject } from '../json-object.ts';
import { isResource } from '../resource.ts';
import { saysIncomplete } from '../searchset.ts';
import type { Channel, Reply } from './channel.ts';

/** Why the scratchpad did not do what was asked. */
export type ScratchpadFailure =
  /** No answer in time. */
  | { readonly kind: 'silent' }
  /** The EHR said no: the number of its `status`, 0 where that is none. */
  | { readonly kind: 'refused'; readonly status: number }
  /** What it holds cannot be read. */
  | { readonly kind: 'malformed' };

export type ScratchpadRead = { readonly kind: 'read'; readonly resources: readonly FhirResource[] } | ScratchpadFailure;
export type ScratchpadWrite = { readonly kind: 'done' } | ScratchpadFailure;

/** The drafts of the clinician's session, which the EHR may have nowhere else (SMART Web Messaging 1.0.0, "Scratchpad"). */
export interface Scratchpad {
  /** Everything on it. */
  readAll(): Promise<ScratchpadRead>;
  /** One resource, or none where it is not there. @param location `ServiceRequest/123` */
  read(location: string): Promise<ScratchpadRead>;
  /** Puts a resource on it. @returns also where the EHR put it */
  create(resource: FhirResource): Promise<{ readonly kind: 'done'; readonly location: string } | ScratchpadFailure>;
  /** Replaces a resource, known by its type and id. */
  update(resource: FhirResource): Promise<ScratchpadWrite>;
  delete(location: string): Promise<ScratchpadWrite>;
}

/**
 * The EHR's scratchpad over a channel ("EHR scratchpad interactions"). Requests carry the members of both the published
 * and the earlier form of the specification (`location` beside the `resource` of an update), and answers of both are
 * read: a list of resources or a Bundle, and no payload at all where the scratchpad is empty.
 * @param timeoutMs how long the EHR may take for one answer, in milliseconds
 */
export function openScratchpad(channel: Channel, timeoutMs: number): Scratchpad {
  const ask = (operation: string, payload: Readonly<Record<string, unknown>>): Promise<Reply> =>
    channel.ask(`scratchpad.${operation}`, payload, timeoutMs);

  return {
    async readAll() {
      const answer = takeRead(await ask('read', {}));
      return answer.kind === 'taken' ? resourcesIn(answer.payload.scratchpad) : answer;
    },
    async read(location) {
      const answer = takeRead(await ask('read', { location }));
      if (answer.kind !== 'taken') return isAbsence(answer) ? { kind: 'read', resources: [] } : answer;
      const { resource, scratchpad } = answer.payload;
      const found = resourcesIn(resource === undefined ? scratchpad : [resource]);
      if (found.kind !== 'read') return found;
      return { kind: 'read', resources: found.resources.filter((one) => locationOf(one) === location) };
    },
    async create(resource) {
      const answer = takeWritten(await ask('create', { resource }));
      if (answer.kind !== 'taken') return answer;
      const { location } = answer.payload;
      return typeof location === 'string' ? { kind: 'done', location } : { kind: 'malformed' };
    },
    async update(resource) {
      return done(takeWritten(await ask('update', { location: locationOf(resource), resource })));
    },
    async delete(location) {
      return done(takeWritten(await ask('delete', { location })));
    },
  };
}

/** Where a resource is on the scratchpad: its type and id ("scratchpad.read"). */
export function locationOf({ resourceType, id }: FhirResource): string {
  return `${resourceType}/${id}`;
}

/** An answer that says yes, or why there is none such. */
type Taken = { readonly kind: 'taken'; readonly payload: Readonly<Record<string, unknown>> } | ScratchpadFailure;

/** The answer to a reading. It need have no `status`; an OperationOutcome with an error says no as well. */
function takeRead(reply: Reply): Taken {
  if (reply.kind === 'silent') return reply;
  const { status, outcome } = reply.payload;
  return isJsonObject(outcome) && saysIncomplete(outcome) ? refusal(status) : take(reply.payload, status ?? '200');
}

/** The answer to a writing, of which a `status` is required. */
function takeWritten(reply: Reply): Taken {
  return reply.kind === 'silent' ? reply : take(reply.payload, reply.payload.status);
}

function take(payload: Readonly<Record<string, unknown>>, status: unknown): Taken {
  const refused = refusal(status);
  return refused.status >= 200 && refused.status < 300 ? { kind: 'taken', payload } : refused;
}

/** `status` is an HTTP status in words: "200 OK" (FHIR R4 bundle-definitions.html#Bundle.entry.response.status). */
function refusal(status: unknown) {
  const [code = '0'] = /^\d{3}\b/.exec(String(status)) ?? [];
  return { kind: 'refused', status: Number(code) } as const;
}

function done(answer: Taken): ScratchpadWrite {
  return answer.kind === 'taken' ? { kind: 'done' } : answer;
}

function isAbsence(failure: ScratchpadFailure): boolean {
  return failure.kind === 'refused' && (failure.status === 404 || failure.status === 410);
}

/** The resources of a list or of a Bundle; one that cannot be read may be the one that matters, so then none is. */
function resourcesIn(content: unknown): ScratchpadRead {
  if (content === undefined || content === null) return { kind: 'read', resources: [] };
  const list = isJsonObject(content) && content.resourceType === 'Bundle' ? entriesOf(content.entry) : content;
  if (!Array.isArray(list)) return { kind: 'malformed' };
  const resources = list.filter(isResource).filter(({ id }) => id !== undefined);
  return resources.length === list.length ? { kind: 'read', resources } : { kind: 'malformed' };
}

function entriesOf(entries: unknown = []): unknown {
  return Array.isArray(entries) ? entries.map((entry) => (isJsonObject(entry) ? entry.resource : entry)) : entries;
}
