import type { FhirResource } from 'fhir/r4';
import { recordFindings } from '../../src/cli/record-findings.ts';
import type { Library } from '../../src/core/guideline/library.ts';
import { contextFromBundle } from '../../src/fhir/bundle.ts';
import type { ReferralContext } from '../../src/fhir/context.ts';
import { momentOf } from '../../src/fhir/date.ts';
import { earlierExaminations, wideVocabulary } from '../../src/fhir/imaging/history.ts';
import { isDocumentOf, reportForms, reportKind, reportPlaces } from '../../src/fhir/imaging/report-form.ts';
import { toldOnce } from '../../src/fhir/imaging/told-once.ts';
import { identifyOrder } from '../../src/fhir/order.ts';
import { orderTexts } from '../../src/fhir/order-text.ts';
import { patientBanner } from '../../src/fhir/patient.ts';
import { readFacts } from '../../src/fhir/read-facts.ts';
import { recordReading } from '../../src/fhir/record-reading.ts';
import { originOf } from '../../src/fhir/resource-origin.ts';
import { trailOf, trailTargets } from '../../src/fhir/trail.ts';
import { assembleContext } from '../../src/smart/record.ts';
import { readPage } from '../../src/smart/searchset.ts';
import { randomOf } from './random.ts';
import { randomResource } from './random-resource.ts';
import { supportOf } from './unsupported-facts.ts';

/** What a run over random records came to. */
export interface FuzzRun {
  readonly resources: number;
  readonly records: number;
  /** Facts that became known, over all records. */
  readonly known: number;
  /** Records that broke a law, by the seed that makes them again. */
  readonly broken: readonly { readonly seed: number; readonly what: string }[];
}

const PER_RECORD = 20;
const MOMENTS = ['2026-06-01T12:00:00+02:00', '2026-06-01T00:00:00Z', '2019-12-31T23:59:59-05:00'];
const PATIENT = { resourceType: 'Patient', id: 'p1', birthDate: '1966-06-01' } as const;

/**
 * Reads facts from records of random resources, each record by the way of a Bundle and by the way of a searched record.
 * Laws: nothing is thrown, and no fact is known without a resource that supports it.
 */
export function fuzz(
  library: Library,
  resources: number,
  firstSeed: number,
  progress?: (done: number) => void,
): FuzzRun {
  const broken: { seed: number; what: string }[] = [];
  const records = Math.ceil(resources / PER_RECORD);
  let known = 0;
  for (let record = 0; record < records; record += 1) {
    const seed = firstSeed + record;
    try {
      const found = readRandomRecord(library, seed);
      known += found.known;
      broken.push(...found.unsupported.map((what) => ({ seed, what })));
    } catch (error) {
      broken.push({ seed, what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    if (record % 500 === 499) progress?.((record + 1) * PER_RECORD);
  }
  return { resources: records * PER_RECORD, records, known, broken };
}

function readRandomRecord(
  { vocabulary, imaging }: Library,
  seed: number,
): { known: number; unsupported: readonly string[] } {
  const random = randomOf(seed);
  const made = Array.from({ length: PER_RECORD }, (_, index) => randomResource(random, `r${index}`));
  const now = random.pick(MOMENTS);
  const draft = {
    resourceType: 'ServiceRequest',
    id: 'draft',
    status: 'draft',
    intent: 'order',
    subject: { reference: 'Patient/p1' },
  };
  const read = contextFromBundle({
    resourceType: 'Bundle',
    entry: [PATIENT, draft, ...made].map((resource) => ({ resource })),
  });
  const contexts = [...('error' in read ? [] : [read.context]), searched(made)];
  let known = 0;
  const unsupported: string[] = [];
  for (const context of contexts) {
    patientBanner(context.patient);
    recordReading(context, vocabulary.facts);
    if (context.order !== null) orderTexts({ ...context.order });
    readBehind(made, context);
    if (imaging !== undefined) {
      recordFindings(context, imaging, now);
      const moment = momentOf(now).instant;
      earlierExaminations(context, imaging, wideVocabulary(imaging), moment).forEach(reportPlaces);
    }
    const order = random.pick([...Object.keys(vocabulary.orders), null, identifyOrder(vocabulary, context.order)]);
    const support = supportOf(vocabulary, context, order, now);
    for (const fact of readFacts(vocabulary, Object.keys(vocabulary.facts), context, order, now).values())
      toldOnce(fact, context);
    known += support.known.length;
    unsupported.push(...support.unsupported);
  }
  return { known, unsupported };
}

/** What is read when somebody opens a report or a fact: its forms, the trail, and the origin of everything. */
function readBehind(made: readonly unknown[], context: ReferralContext): void {
  const references = made.map((_, index) => `${typeOf(made[index])}/r${index}`);
  trailOf(made, trailTargets(references), PATIENT.id);
  for (const reference of references) originOf(context, reference);
  for (const resource of made) {
    isDocumentOf(resource, references);
    for (const { contentType } of reportForms(resource)) reportKind(contentType);
  }
}

/** The resources as a server's answers to searches, one of each type. */
function searched(made: readonly unknown[]): ReferralContext {
  const types = new Set(made.map(typeOf));
  const searches = [...types].flatMap((resourceType) => {
    const entry = made.filter((resource) => typeOf(resource) === resourceType).map((resource) => ({ resource }));
    const page = readPage({ resourceType: 'Bundle', type: 'searchset', entry }, resourceType);
    return page === null ? [] : [{ resourceType, outcome: { kind: 'searched' as const, ...page } }];
  });
  const draft: unknown = made[0];
  return assembleContext({
    patient: PATIENT,
    order: draft as FhirResource & { resourceType: 'ServiceRequest' },
    launchPatient: { id: 'p1', serverUrl: 'https://ehr.example/fhir' },
    searches,
    gaps: [],
    at: '2026-06-01T12:00:00Z',
  });
}

function typeOf(resource: unknown): string {
  const { resourceType } = (resource ?? {}) as { resourceType?: unknown };
  return typeof resourceType === 'string' ? resourceType : 'Basic';
}
