import type { FhirResource } from 'fhir/r4';
import { textAt } from '../fhir/element.ts';
import { isDocumentOf, type ReportPlaces, reportForms } from '../fhir/imaging/report-form.ts';
import type { LaunchGrant } from './find-draft.ts';
import { whoseIs } from './patient-match.ts';
import { type Expired, isDocument, missOf, type ReportDocument, type ReportMiss, readForm } from './report-content.ts';
import type { Connection } from './request.ts';
import { isId, isOfType } from './resource.ts';
import { followPages, pageSize, timeLeft } from './search.ts';

/** What opening the report of an examination came to. */
export type ReportOutcome =
  | {
      readonly kind: 'opened';
      readonly documents: readonly ReportDocument[];
      /** What the reports conclude, where there is no document to show. */
      readonly conclusions: readonly string[];
      /** What there may be besides, and why it is not shown. */
      readonly misses: readonly ReportMiss[];
    }
  | Expired;

/** What opening takes. */
export interface OpeningTask {
  readonly connection: Connection;
  readonly launch: LaunchGrant;
  readonly places: ReportPlaces;
}

/** What was found on the way: resources or documents, and what was missed. */
interface Found<Kind> {
  readonly found: readonly Kind[];
  readonly misses: readonly ReportMiss[];
}

type Reading<Kind> = Promise<Found<Kind> | Expired>;
const NOT_GRANTED: ReportMiss = { kind: 'unread', reason: 'not-granted' };
const MALFORMED: ReportMiss = { kind: 'unread', reason: 'malformed' };
/** The whole takes at most so many times one request's time-out. */
const PATIENCE = 2;

/**
 * Opens the report of an examination: what its DiagnosticReports present, else the documents that are named as its report or
 * filed under it, else the conclusion. Of each resource the first form that can be read is given; of another patient, none.
 */
export async function openReport({ connection, launch, places }: OpeningTask): Promise<ReportOutcome> {
  const opening: Opening = { connection, launch, deadline: performance.now() + PATIENCE * connection.timeoutMs };
  const reports = await readAll(opening, 'DiagnosticReport', places.reports);
  if ('kind' in reports) return reports;
  const presented = await documentsOf(opening, reports.found);
  if ('kind' in presented) return presented;
  const misses = [...reports.misses, ...presented.misses];
  if (presented.found.length > 0) return { kind: 'opened', documents: presented.found, conclusions: [], misses };
  const filed = await filedDocuments(opening, places);
  if ('kind' in filed) return filed;
  const documents = await documentsOf(opening, filed.found);
  if ('kind' in documents) return documents;
  const conclusions = reports.found.flatMap((report) => textAt(report, 'conclusion') ?? []);
  return {
    kind: 'opened',
    documents: documents.found,
    conclusions: documents.found.length > 0 ? [] : [...new Set(conclusions)],
    misses: [...misses, ...filed.misses, ...documents.misses],
  };
}

interface Opening extends Omit<OpeningTask, 'places'> {
  readonly deadline: number;
}

async function readAll(
  opening: Opening,
  type: 'DiagnosticReport' | 'DocumentReference',
  ids: readonly string[],
): Reading<FhirResource> {
  if (ids.length === 0) return { found: [], misses: [] };
  const { connection, launch } = opening;
  if (launch.grants.reach(type, 'r') === 'not-at-all') return { found: [], misses: [NOT_GRANTED] };
  const read = await Promise.all(
    ids.filter(isId).map(async (id): Reading<FhirResource> => {
      const answer = await connection.request(`${type}/${id}`, { timeoutMs: timeLeft(opening) });
      if (answer.kind !== 'answered') return asFound(missOf(answer));
      const { body } = answer;
      const isOwn = isOfType(body, type) && body.id === id && whoseIs(body, launch.patient) === 'this-patient';
      return isOwn ? { found: [body], misses: [] } : asFound(MALFORMED);
    }),
  );
  return together(read);
}

/** Documents that are named as the report, else those filed under the examination. */
async function filedDocuments(opening: Opening, { documents, related }: ReportPlaces): Reading<FhirResource> {
  const named = await readAll(opening, 'DocumentReference', documents);
  if ('kind' in named || named.found.length > 0 || related.length === 0) return named;
  const { connection, launch, deadline } = opening;
  const resourceType = 'DocumentReference';
  if (launch.grants.reach(resourceType, 's') === 'not-at-all')
    return { ...named, misses: [...named.misses, NOT_GRANTED] };
  const query = { patient: launch.patient.id, related: related.join(','), _count: String(pageSize) };
  const first = await connection.request(`${resourceType}?${new URLSearchParams(query)}`, {
    timeoutMs: timeLeft(opening),
  });
  const searched = await followPages({ connection, resourceType, deadline }, first);
  if (searched.kind === 'expired') return searched;
  return {
    found: searched.matches.filter(
      // A server that does not know the parameter gives every document that there is.
      (found) => whoseIs(found, launch.patient) === 'this-patient' && isDocumentOf(found, related),
    ),
    misses: [...named.misses, ...searched.problems.map(({ reason }) => ({ kind: 'unread', reason }) as const)],
  };
}

async function documentsOf(opening: Opening, resources: readonly FhirResource[]): Reading<ReportDocument> {
  return together(await Promise.all(resources.map((resource) => firstDocument(opening, resource))));
}

async function firstDocument(opening: Opening, resource: FhirResource): Reading<ReportDocument> {
  const misses: ReportMiss[] = [];
  for (const form of reportForms(resource)) {
    const outcome = await readForm(form, opening.connection, timeLeft(opening));
    if (outcome.kind === 'expired') return outcome;
    if (isDocument(outcome)) return { found: [outcome], misses: [] };
    misses.push(outcome);
  }
  return { found: [], misses };
}

function together<Kind>(parts: readonly (Found<Kind> | Expired)[]): Found<Kind> | Expired {
  const found: Kind[] = [];
  const misses: ReportMiss[] = [];
  for (const part of parts) {
    if ('kind' in part) return part;
    found.push(...part.found);
    misses.push(...part.misses);
  }
  return { found, misses };
}

function asFound(miss: ReportMiss | Expired): Found<FhirResource> | Expired {
  return miss.kind === 'expired' ? miss : { found: [], misses: [miss] };
}
