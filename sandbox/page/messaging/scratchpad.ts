import type { FhirResource } from 'fhir/r4';
import { isResource } from '../resource.ts';
import type { Payload } from './host.ts';

/** The drafts of the session, by location (`ServiceRequest/…`): here and nowhere else. */
export type Scratchpad = ReadonlyMap<string, FhirResource>;

/** What a message does to the scratchpad, and what is answered. */
export type Turn = { readonly scratchpad: Scratchpad; readonly answer: Payload };

/**
 * One operation on the scratchpad (SMART Web Messaging 1.0.0, "EHR scratchpad interactions") by the app of one patient,
 * which sees and changes nothing of anybody else's. Answers are modelled on FHIR's `Bundle.entry.response`; an empty
 * scratchpad is read without a payload.
 * @param newId id of a created resource
 */
export function runScratchpad(
  scratchpad: Scratchpad,
  patient: string,
  operation: string,
  payload: Readonly<Record<string, unknown>>,
  newId: () => string,
): Turn {
  const answer = (answered: Payload, next = scratchpad): Turn => ({ scratchpad: next, answer: answered });
  const refuse = (status: string, diagnostics: string): Turn => answer({ status, outcome: outcome(diagnostics) });
  const { location, resource } = payload;
  const kept = typeof location === 'string' ? scratchpad.get(location) : undefined;
  const own = kept !== undefined && isOf(kept, patient) ? kept : undefined;

  switch (operation) {
    case 'read': {
      if (typeof location === 'string') return own ? answer({ resource: own }) : refuse('404 Not Found', 'Not here.');
      const all = [...scratchpad.values()].filter((one) => isOf(one, patient));
      return answer(all.length === 0 ? 'no-payload' : { scratchpad: all });
    }
    case 'create': {
      if (!isResource(resource) || !isOf(resource, patient)) return refuse('422 Unprocessable', 'Not of this patient.');
      const created = { ...resource, id: newId() };
      return answer({ status: '201 Created', location: locationOf(created) }, put(scratchpad, created));
    }
    case 'update': {
      // The published form names the resource by its own type and id; the earlier one had a location beside it.
      if (!isResource(resource) || resource.id === undefined)
        return refuse('400 Bad Request', 'No resource with an id.');
      const before = scratchpad.get(locationOf(resource));
      if (!before || !isOf(before, patient)) return refuse('404 Not Found', 'Not here.');
      if (!isOf(resource, patient)) return refuse('422 Unprocessable', 'Not of this patient.');
      return answer({ status: '200 OK' }, put(scratchpad, resource));
    }
    case 'delete': {
      if (own === undefined) return refuse('404 Not Found', 'Not here.');
      return answer({ status: '200 OK' }, new Map([...scratchpad].filter(([, one]) => one !== own)));
    }
    default:
      return refuse('405 Method Not Allowed', 'No such operation.');
  }
}

export function locationOf({ resourceType, id }: FhirResource): string {
  return `${resourceType}/${id}`;
}

/** Puts a resource in its place, or at the end. */
export function put(scratchpad: Scratchpad, resource: FhirResource): Scratchpad {
  return new Map(scratchpad).set(locationOf(resource), resource);
}

function isOf(resource: FhirResource, patient: string): boolean {
  const subject = 'subject' in resource ? resource.subject : undefined;
  return typeof subject === 'object' && 'reference' in subject && subject.reference === `Patient/${patient}`;
}

function outcome(diagnostics: string): FhirResource {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'processing', diagnostics }] };
}
