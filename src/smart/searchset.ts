import type { FhirResource } from 'fhir/r4';
import type { Problem } from './gap.ts';
import { isJsonObject } from './json-object.ts';
import { isResource } from './resource.ts';

/** One page of a search, as far as it can be used. */
export interface Page {
  /** Resources of the type that was searched. */
  readonly matches: readonly FhirResource[];
  /** Resources of other types that came along (`search.mode` include). */
  readonly included: readonly FhirResource[];
  /** Address of the next page. */
  readonly next?: string;
  /** How many there are on all pages, where the server says so. */
  readonly total?: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads a searchset Bundle (FHIR R4 bundle.html#searchset). Null where it is none: an answer that cannot be read is
 * never "nothing found". An entry that cannot be read is a problem of its own; the others are used.
 */
export function readPage(body: unknown, resourceType: string): Page | null {
  if (!isJsonObject(body) || body.resourceType !== 'Bundle' || body.type !== 'searchset') return null;
  const { entry = [], link = [], total } = body;
  if (!Array.isArray(entry) || !Array.isArray(link)) return null;
  const entries: readonly unknown[] = entry;
  const matches: FhirResource[] = [];
  const included: FhirResource[] = [];
  const problems: Problem[] = [];
  for (const part of entries) {
    const resource = isJsonObject(part) ? part.resource : undefined;
    const mode = isJsonObject(part) && isJsonObject(part.search) ? part.search.mode : undefined;
    if (isJsonObject(resource) && resource.resourceType === 'OperationOutcome') {
      if (saysIncomplete(resource)) problems.push({ reason: 'failed' });
    } else if (!isResource(resource)) problems.push({ reason: 'malformed' });
    else if (mode === 'include') included.push(resource);
    else if (resource.resourceType === resourceType) matches.push(resource);
    else problems.push({ reason: 'malformed' });
  }
  const next = nextLink(link);
  return {
    matches,
    included,
    problems,
    ...(next === undefined ? {} : { next }),
    ...(typeof total === 'number' ? { total } : {}),
  };
}

function nextLink(links: readonly unknown[]): string | undefined {
  for (const link of links) {
    if (isJsonObject(link) && link.relation === 'next' && typeof link.url === 'string') return link.url;
  }
  return undefined;
}

/**
 * A server that could not look everywhere says so in an OperationOutcome among the results (FHIR R4 search.html,
 * `search.mode` outcome). Warnings about parameters are no such thing.
 */
export function saysIncomplete(outcome: Readonly<Record<string, unknown>>): boolean {
  const issues: readonly unknown[] = Array.isArray(outcome.issue) ? outcome.issue : [];
  return issues.some(
    (issue) =>
      isJsonObject(issue) && (issue.severity === 'error' || issue.severity === 'fatal' || issue.code === 'incomplete'),
  );
}
