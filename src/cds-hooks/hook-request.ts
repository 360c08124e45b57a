import type { ServiceRequest } from 'fhir/r4';
import { type Element, elementAt, isElement, numberAt, textAt } from '../fhir/element.ts';
import { isId, isOfType, isResource } from '../smart/resource.ts';
import type { Failure } from './operation-outcome.ts';

/** The hooks this service answers (CDS Hooks hook library). */
export const HOOKS = ['order-select', 'order-sign'] as const;
export type Hook = (typeof HOOKS)[number];

/** Leave to read what was not sent along (CDS Hooks 2.0, "FHIR Resource Access"). The token is used and forgotten. */
export interface FhirAccess {
  /** FHIR base URL as the client gave it. */
  readonly server: string;
  readonly token: string;
}

/** A hook call whose parts have the form the specification gives them. */
export interface HookRequest {
  readonly hook: Hook;
  readonly patientId: string;
  /** The signed-in user, e.g. `Practitioner/abc`. */
  readonly userId: string;
  /** FHIR base URL without slash at the end. */
  readonly fhirServer?: string;
  readonly access?: FhirAccess;
  /** The orders a card may be about: at order-select the selected ones, at order-sign all. */
  readonly drafts: readonly ServiceRequest[];
  /** Every ServiceRequest of the ordering session. */
  readonly session: readonly ServiceRequest[];
  /** By key; a key that is absent was not read, null was read and is not there. */
  readonly prefetch: Readonly<Record<string, unknown>>;
}

export type ParsedHookRequest =
  | { readonly ok: true; readonly request: HookRequest }
  | { readonly ok: false; readonly failure: Failure };

/** FHIR's own resources nest about twenty deep; deeper JSON is no resource, and would exhaust whoever walks it. */
const DEEPEST = 64;

/** Parses a call of the service of that hook (CDS Hooks 2.0, "HTTP Request", and the hook's own context). */
export function parseHookRequest(body: string, hook: Hook): ParsedHookRequest {
  const content = parseBody(body);
  if (content === undefined) return { ok: false, failure: { code: 'not-json' } };
  if (!isElement(content)) return invalid('The body is not a JSON object.');
  if (textAt(content, 'hook') === undefined) return invalid('hook is missing.');
  if (content.hook !== hook)
    return { ok: false, failure: { code: 'wrong-hook', diagnostics: `This service answers ${hook}.` } };
  if (textAt(content, 'hookInstance') === undefined) return invalid('hookInstance is missing.');
  const { context, prefetch = {} } = content;
  if (!isElement(context)) return invalid('context is missing.');
  if (!isElement(prefetch)) return invalid('prefetch is not an object.');
  const userId = textAt(context, 'userId');
  if (userId === undefined) return invalid('context.userId is missing.');
  const patientId: unknown = context.patientId;
  if (!isId(patientId)) return invalid('context.patientId is not a FHIR id.');
  const access = accessOf(content);
  if (typeof access === 'string') return invalid(access);
  const session = ordersIn(context.draftOrders);
  if (typeof session === 'string') return invalid(session);
  const selected = hook === 'order-select' ? selectionsOf(context) : null;
  if (typeof selected === 'string') return invalid(selected);
  const fhirServer = textAt(content, 'fhirServer');
  return {
    ok: true,
    request: {
      hook,
      patientId,
      userId,
      ...(fhirServer === undefined ? {} : { fhirServer: fhirServer.replace(/\/+$/, '') }),
      ...(access === null ? {} : { access }),
      drafts: selected === null ? session : session.filter(({ id }) => id !== undefined && selected.has(id)),
      session,
      prefetch,
    },
  };
}

/** Undefined for what is not JSON, or nests deeper than any resource. */
export function parseBody(body: string): unknown {
  if (nestsTooDeep(body)) return undefined;
  try {
    const content: unknown = JSON.parse(body);
    return content;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Counts brackets outside strings, without building anything. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (inString) {
      if (sign === 0x5c) at += 1;
      else if (sign === 0x22) inString = false;
    } else if (sign === 0x22) inString = true;
    else if (sign === 0x7b || sign === 0x5b) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (sign === 0x7d || sign === 0x5d) depth -= 1;
  }
  return false;
}

/** Null where the client gave no token; a sentence where what it gave is wrong. */
function accessOf(content: Element): FhirAccess | null | string {
  if (content.fhirServer !== undefined && textAt(content, 'fhirServer') === undefined)
    return 'fhirServer is not a URL.';
  if (content.fhirAuthorization === undefined) return null;
  const authorization = elementAt(content, 'fhirAuthorization');
  const server = textAt(content, 'fhirServer');
  if (server === undefined || !URL.canParse(server)) return 'fhirAuthorization needs a fhirServer.';
  const token = textAt(authorization, 'access_token');
  if (token === undefined) return 'fhirAuthorization.access_token is missing.';
  if (!/^[\x21-\x7e]+$/.test(token)) return 'fhirAuthorization.access_token is not a bearer token.';
  if (textAt(authorization, 'token_type') !== 'Bearer') return 'fhirAuthorization.token_type is not Bearer.';
  for (const name of ['scope', 'subject'])
    if (textAt(authorization, name) === undefined) return `fhirAuthorization.${name} is missing.`;
  if (numberAt(authorization, 'expires_in') === undefined) return 'fhirAuthorization.expires_in is missing.';
  return { server, token };
}

/** The ServiceRequests of a draftOrders Bundle; other kinds of orders are not ours. */
function ordersIn(draftOrders: unknown): readonly ServiceRequest[] | string {
  if (!isElement(draftOrders) || draftOrders.resourceType !== 'Bundle') return 'context.draftOrders is not a Bundle.';
  const { entry = [] } = draftOrders;
  if (!Array.isArray(entry)) return 'context.draftOrders.entry is not a list.';
  const orders: ServiceRequest[] = [];
  for (const [index, one] of entry.entries()) {
    const resource: unknown = isElement(one) ? one.resource : undefined;
    if (!isResource(resource)) return `context.draftOrders.entry[${index}].resource is not a FHIR resource.`;
    if (isOfType(resource, 'ServiceRequest')) orders.push(resource);
  }
  return orders;
}

/** Ids of the selected ServiceRequests. */
function selectionsOf(context: Element): ReadonlySet<string> | string {
  const { selections } = context;
  if (!Array.isArray(selections)) return 'context.selections is not a list.';
  const ids = new Set<string>();
  for (const selection of selections) {
    if (typeof selection !== 'string') return 'context.selections holds something other than references.';
    const [type, id] = selection.split('/');
    if (type === 'ServiceRequest' && id !== undefined) ids.add(id);
  }
  return ids;
}

function invalid(diagnostics: string): ParsedHookRequest {
  return { ok: false, failure: { code: 'not-a-hook-request', diagnostics } };
}
