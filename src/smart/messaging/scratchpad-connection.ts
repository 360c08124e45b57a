import type { FhirResource, ServiceRequest } from 'fhir/r4';
import { compareOrder } from '../../fhir/order-update.ts';
import type { Answer, Connection, RequestOptions } from '../request.ts';
import { isOfType, isResource } from '../resource.ts';
import type { Grants } from '../scopes.ts';
import { locationOf, type Scratchpad, type ScratchpadFailure, type ScratchpadRead } from './scratchpad.ts';

/** A FHIR server with the scratchpad in front of it, and what may be done with the two together. */
export interface Layered {
  readonly connection: Connection;
  readonly grants: Grants;
}

/**
 * Lays the scratchpad over the FHIR server, so that a draft is found and saved where it lives: an order on the
 * scratchpad is what the clinician has on the screen, so it wins over the server's. Orders that are not there, and a
 * search when there is no draft there, are left to the server. The assessment of an order on the scratchpad goes there
 * too where the server takes none.
 *
 * The scratchpad keeps no versions. An order read from it is replaced only while it still is as it was read; else the
 * answer is 412, as a server's would be.
 */
export function layScratchpad(server: Connection, grants: Grants, scratchpad: Scratchpad): Layered {
  /** The orders that live on the scratchpad, as whoever asks has last seen them. */
  const seen = new Map<string, ServiceRequest>();

  const askServer = async (target: string, options: RequestOptions, letter: 'c' | 'r' | 's' | 'u'): Promise<Answer> => {
    const [type = ''] = target.split(/[/?]/, 1);
    return grants.reach(type, letter) === 'not-at-all'
      ? { kind: 'refused', status: 403 }
      : server.request(target, options);
  };

  const read = async (location: string): Promise<Answer> => {
    const found = await scratchpad.read(location);
    const [order] = ordersIn(found);
    if (found.kind === 'read') seen.delete(location);
    if (order === undefined) return found.kind === 'read' ? askServer(location, {}, 'r') : answerOf(found);
    seen.set(location, order);
    return answered(order);
  };

  const search = async (target: string): Promise<Answer> => {
    const found = await scratchpad.readAll();
    if (found.kind !== 'read') return answerOf(found);
    const orders = ordersIn(found);
    if (!orders.some(({ status }) => status === 'draft')) return askServer(target, {}, 's');
    for (const order of orders) seen.set(locationOf(order), order);
    return answered({ resourceType: 'Bundle', type: 'searchset', entry: orders.map((resource) => ({ resource })) });
  };

  const update = async (location: string, before: ServiceRequest, order: ServiceRequest): Promise<Answer> => {
    const found = await scratchpad.read(location);
    if (found.kind !== 'read') return answerOf(found);
    const [current] = ordersIn(found);
    if (current === undefined) return { kind: 'refused', status: 404 };
    if (compareOrder(before, current).length > 0) return { kind: 'refused', status: 412 };
    const written = await scratchpad.update(order);
    if (written.kind === 'done') return answered(order);
    // A scratchpad that keeps drafts alone: what is cancelled leaves it.
    const cancelled = order.status === 'revoked' && written.kind === 'refused' && written.status < 500;
    return cancelled && (await scratchpad.delete(location)).kind === 'done' ? answered(order) : answerOf(written);
  };

  const create = async (target: string, options: RequestOptions): Promise<Answer> => {
    const { body } = options;
    // A new draft belongs on the clinician's screen, as the others do; an assessment follows its order.
    const isHere = isOfType(body, 'ServiceRequest') || (seen.size > 0 && grants.reach(target, 'c') === 'not-at-all');
    if (!isHere || !isResource(body)) return server.request(target, options);
    const written = await scratchpad.create(body);
    if (written.kind !== 'done') return answerOf(written);
    return { kind: 'answered', status: 201, body: null, location: written.location };
  };

  return {
    grants: {
      reach(type, letter) {
        const writes = letter === 'c' || (letter === 'u' && type === 'ServiceRequest');
        const drafts = type === 'ServiceRequest' && letter !== 'u' && letter !== 'd';
        return drafts || (writes && seen.size > 0) ? 'fully' : grants.reach(type, letter);
      },
    },
    connection: {
      ...server,
      async request(target, options = {}) {
        const { method = 'GET', body } = options;
        if (method === 'POST') return create(target, options);
        if (!target.startsWith('ServiceRequest')) return server.request(target, options);
        if (method === 'GET') return target.includes('?') ? search(target) : read(target);
        const before = seen.get(target);
        if (before === undefined || !isOfType(body, 'ServiceRequest')) return askServer(target, options, 'u');
        return update(target, before, body);
      },
    },
  };
}

function ordersIn(found: ScratchpadRead): readonly ServiceRequest[] {
  return found.kind === 'read' ? found.resources.filter((one) => isOfType(one, 'ServiceRequest')) : [];
}

function answered(body: FhirResource): Answer {
  return { kind: 'answered', status: 200, body };
}

/** A failure of the scratchpad as one of a server. */
function answerOf(failure: ScratchpadFailure): Answer {
  if (failure.kind === 'silent') return { kind: 'timed-out' };
  return failure.kind === 'malformed' ? { kind: 'malformed', status: 200 } : failure;
}
