import type { FhirResource } from 'fhir/r4';
import { type Problem, problemOf } from './gap.ts';
import { type Answer, type Connection, isOnServer } from './request.ts';
import { readPage } from './searchset.ts';

/** What a search came to: everything found, and what went wrong on the way. */
export interface Searched {
  readonly kind: 'searched';
  readonly matches: readonly FhirResource[];
  readonly included: readonly FhirResource[];
  readonly problems: readonly Problem[];
}

export type SearchOutcome = Searched | { readonly kind: 'expired' };

/**
 * Pages followed per search, and resources kept per search; more than this is a gap `cut-off`. The largest record of a
 * person may be read whole; what bounds the wait is the deadline.
 */
export const pageLimit = 250;
export const resourceLimit = 20_000;
/** Resources asked for on one page; a server may give fewer (FHIR R4 search.html#count). */
export const pageSize = 200;

/** A search and the moment it must be over, on the clock of `performance.now`. */
export interface SearchTask {
  readonly connection: Connection;
  readonly resourceType: string;
  readonly deadline: number;
}

/** How long a request may take, so that the whole stays within its deadline. */
export function timeLeft({ connection, deadline }: Pick<SearchTask, 'connection' | 'deadline'>): number {
  return Math.max(1, Math.min(connection.timeoutMs, deadline - performance.now()));
}

/** Parameters that only make the answer smaller. */
const NARROWING = /&(?:_elements|_summary|date|whenhandedover)=[^&]*/g;

/**
 * Asks for a path, and where the server refuses it with 400, once more without what only makes the answer smaller.
 * @param answered what came of it already, where it was asked in a batch
 */
export async function askWhole(
  ask: (path: string) => Promise<Answer>,
  path: string,
  answered?: Answer,
): Promise<Answer> {
  const answer = answered ?? (await ask(path));
  const whole = path.replace(NARROWING, '');
  return answer.kind === 'refused' && answer.status === 400 && whole !== path ? ask(whole) : answer;
}

/** Follows a search from the answer to its first request to its last page, or to a limit. */
export async function followPages(task: SearchTask, first: Answer): Promise<SearchOutcome> {
  const matches: FhirResource[] = [];
  const included: FhirResource[] = [];
  const problems: Problem[] = [];
  const end = (...more: Problem[]): SearchOutcome => ({
    kind: 'searched',
    matches,
    included,
    problems: [...problems, ...more],
  });

  let answer = first;
  for (let pages = 1; ; pages++) {
    if (answer.kind === 'expired') return { kind: 'expired' };
    if (answer.kind !== 'answered') return end(problemOf(answer));
    const page = readPage(answer.body, task.resourceType);
    if (page === null) return end({ reason: 'malformed', status: answer.status });
    matches.push(...page.matches);
    included.push(...page.included);
    problems.push(...page.problems);
    if (page.next === undefined) {
      // The server counts more than it gave and shows no way to the rest.
      return page.total !== undefined && page.total > matches.length ? end({ reason: 'cut-off' }) : end();
    }
    const next = resolveLink(page.next, task.connection.serverUrl);
    if (pages >= pageLimit || matches.length >= resourceLimit || next === null) return end({ reason: 'cut-off' });
    answer = await task.connection.request(next, { timeoutMs: timeLeft(task) });
  }
}

/** The next page's address; null where it is none, or on another origin, where the token must not go. */
function resolveLink(link: string, serverUrl: string): string | null {
  if (!URL.canParse(link, `${serverUrl}/`)) return null;
  const url = new URL(link, `${serverUrl}/`);
  return isOnServer(serverUrl, url) ? url.href : null;
}
