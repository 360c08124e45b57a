import { randomUUID } from 'node:crypto';
import type { AccessClaims } from '../authorization/claims.ts';
import { parseResourceScopes } from '../authorization/scopes.ts';
import type { Sealer } from '../authorization/sealer.ts';
import type { FhirServer } from '../fhir/server.ts';
import { parseJson } from '../parse-json.ts';
import { failureWords, noAnswer } from './failure-words.ts';
import type { ClientIdentity } from './identity.ts';
import { readPrefetch } from './prefetch.ts';

/** One question to the services: at which moment, about which drafts, and what goes along. */
export type HookCall = {
  readonly hook: 'order-select' | 'order-sign';
  readonly patient: string;
  readonly userId: string;
  /** Draft orders as resources. */
  readonly drafts: readonly unknown[];
  /** References of those that are being written now; for order-select. */
  readonly selections: readonly string[];
  /** Whether the record is sent along. */
  readonly prefetch: boolean;
  /** Whether the service may read in the record by itself. */
  readonly fhirAccess: boolean;
};

/** What one service answered, as it came, or why it did not, in a sentence for the clinician. */
export type ServiceAnswer =
  | { readonly service: string; readonly response: unknown }
  | { readonly service: string; readonly failed: string };

/** What this EHR calls services with. */
export type CdsClient = {
  /** Asks every service of that hook. Without a service, or with one that does not answer in time, nothing is held up. */
  call(call: HookCall): Promise<readonly ServiceAnswer[]>;
  /** Tells a service what was chosen (CDS Hooks 2.0, "Feedback"). @returns the status it answered with; 0 where none came */
  feedback(service: string, feedback: unknown): Promise<number>;
};

export type CdsClientSettings = {
  /** Base URL of the services, without a slash at the end; absent where this EHR has none. */
  readonly hooksUrl?: string | undefined;
  readonly identity: ClientIdentity;
  readonly fhir: FhirServer;
  readonly sealer: Sealer;
};

/** Nobody waits longer than this for an answer. In milliseconds. */
const longestWait = 3_000;
/** What a service may read by itself, and for how long. */
const scope = 'patient/*.rs';
const accessSeconds = 60;

/** The client's side of CDS Hooks 2.0: discovery, prefetch, the call, and feedback. */
export function createCdsClient({ hooksUrl, identity, fhir, sealer }: CdsClientSettings): CdsClient {
  async function send(url: string, body?: unknown): Promise<Response> {
    return fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await identity.token(url)}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(longestWait),
    });
  }

  async function discover(hook: string): Promise<readonly { id: string; prefetch: Record<string, unknown> }[]> {
    const response = await send(`${hooksUrl}/cds-services`);
    const body: unknown = parseJson(await response.text());
    const services: readonly unknown[] = isRecord(body) && Array.isArray(body.services) ? body.services : [];
    return services.flatMap((service) => {
      if (!isRecord(service) || service.hook !== hook || typeof service.id !== 'string') return [];
      return [{ id: service.id, prefetch: isRecord(service.prefetch) ? service.prefetch : {} }];
    });
  }

  async function ask(call: HookCall, id: string, templates: Record<string, unknown>): Promise<ServiceAnswer> {
    const context = {
      userId: call.userId,
      patientId: call.patient,
      ...(call.hook === 'order-select' ? { selections: call.selections } : {}),
      draftOrders: { resourceType: 'Bundle', type: 'collection', entry: call.drafts.map((resource) => ({ resource })) },
    };
    const caller = { scopes: parseResourceScopes(scope), patient: call.patient, options: {} };
    const response = await send(`${hooksUrl}/cds-services/${encodeURIComponent(id)}`, {
      hook: call.hook,
      hookInstance: randomUUID(),
      fhirServer: fhir.base,
      context,
      ...(call.fhirAccess ? { fhirAuthorization: await grantAccess(call.patient) } : {}),
      ...(call.prefetch ? { prefetch: await readPrefetch(fhir, caller, templates, context) } : {}),
    });
    const text = await response.text();
    if (response.status !== 200) return { service: id, failed: failureWords(response.status) };
    return { service: id, response: parseJson(text) };
  }

  /** A token for this patient and these minutes (CDS Hooks 2.0, "Passing the Access Token to the CDS Service"). */
  async function grantAccess(patient: string) {
    const claims: AccessClaims = { scope, patient, options: {} };
    return {
      access_token: await sealer.seal('access', claims, accessSeconds),
      token_type: 'Bearer',
      expires_in: accessSeconds,
      scope,
      subject: 'indikation-hooks',
    };
  }

  return {
    async call(call) {
      if (hooksUrl === undefined) return [];
      try {
        const services = await discover(call.hook);
        return await Promise.all(services.map(({ id, prefetch }) => ask(call, id, prefetch).catch(asFailure(id))));
      } catch (error) {
        return [asFailure('')(error)];
      }
    },
    async feedback(service, feedback) {
      if (hooksUrl === undefined) return 0;
      try {
        const url = `${hooksUrl}/cds-services/${encodeURIComponent(service)}/feedback`;
        return (await send(url, { feedback })).status;
      } catch (error) {
        if (isUnreachable(error)) return 0;
        throw error;
      }
    },
  };
}

/** A service that does not answer holds nobody up. */
function asFailure(service: string) {
  return (error: unknown): ServiceAnswer => {
    if (isUnreachable(error)) return { service, failed: noAnswer };
    throw error;
  };
}

/** What `fetch` throws without a network or a readable answer, and after the time that was given. */
function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError || error instanceof DOMException;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
