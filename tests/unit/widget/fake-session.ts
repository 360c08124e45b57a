import { resolve } from 'node:path';
import type { Condition, FhirResource, Patient, ServiceRequest } from 'fhir/r4';
import type { Library } from '../../../src/core/guideline/library.ts';
import type { Gap, ReferralContext } from '../../../src/fhir/context.ts';
import { requirementsOf } from '../../../src/fhir/requirements.ts';
import { loadLibrary } from '../../../src/library/disk.ts';
import type {
  CreateOutcome,
  Draft,
  DraftOutcome,
  RecordOutcome,
  SaveOutcome,
  Session,
} from '../../../src/smart/port.ts';
import type { Deciding } from '../../../src/widget/deciding.ts';
import type { Model } from '../../../src/widget/model.ts';
import type { OpenRules } from '../../../src/widget/open-rules.ts';
import { createSequel } from '../../../src/widget/sequel.tsx';
import { createModel } from '../../../src/widget/widget-model.ts';

/** Rules that need no fetching. */
export function allOpen(library: Library): OpenRules {
  const covered = new Set(library.guidelines.flatMap(({ document }) => document.appliesTo.orders));
  return { library, covered, open: async (order) => requirementsOf(library, order) };
}

export const NOW = '2026-11-01T10:00:00+01:00';
const SKS = 'urn:oid:1.2.208.176.2.4';

const patient: Patient = {
  resourceType: 'Patient',
  id: 'anna',
  name: [{ use: 'official', given: ['Anna'], family: 'Testesen' }],
  birthDate: '1980-03-01',
  identifier: [{ system: 'urn:oid:1.2.208.176.1.2', value: '9901450001' }],
};

/** A draft MR of the lumbar spine for low back pain. */
export function draftOf(change: Partial<ServiceRequest> = {}, version = '1'): Draft {
  const order: ServiceRequest = {
    resourceType: 'ServiceRequest',
    id: 'draft-1',
    status: 'draft',
    intent: 'order',
    subject: { reference: 'Patient/anna' },
    code: { coding: [{ system: SKS, code: 'UXME30', display: 'MR-skanning af columna lumbalis' }] },
    reasonCode: [{ coding: [{ system: `${SKS}.12`, code: 'DM545', display: 'Lændesmerter UNS' }] }],
    ...change,
  };
  return { order, version };
}

/** A condition in the record, coded in SKS. */
export function condition(code: string, display: string): Condition {
  return {
    resourceType: 'Condition',
    id: `condition-${code}`,
    subject: { reference: 'Patient/anna' },
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
    },
    code: { coding: [{ system: `${SKS}.12`, code, display }] },
    recordedDate: '2021-05-12',
  };
}

/** What a fake EHR answers; each list is used up from the front, the last one stays. */
export interface FakeEhr {
  readonly drafts?: readonly DraftOutcome[];
  readonly conditions?: readonly FhirResource[];
  readonly gaps?: readonly Gap[];
  readonly records?: readonly RecordOutcome[];
  readonly saves?: readonly SaveOutcome[];
  readonly canWrite?: boolean;
  readonly canCreate?: boolean;
  readonly creates?: readonly CreateOutcome[];
  readonly needPatientBanner?: boolean;
  readonly assessment?: string | null;
  readonly returnToOrder?: Session['returnToOrder'] | undefined;
  readonly watchPatient?: Session['watchPatient'];
}

export interface FakeSession extends Session {
  /** What was written, in order. */
  readonly written: { readonly order: ServiceRequest; readonly version: string | undefined }[];
  readonly stored: FhirResource[];
  /** Orders that were created, as they were sent. */
  readonly created: ServiceRequest[];
}

export function fakeSession(ehr: FakeEhr = {}): FakeSession {
  const drafts = [...(ehr.drafts ?? [{ kind: 'one', draft: draftOf() } as const])];
  const records = [...(ehr.records ?? [])];
  const saves = [...(ehr.saves ?? [])];
  const written: FakeSession['written'] = [];
  const stored: FhirResource[] = [];
  const created: ServiceRequest[] = [];
  const creates = [...(ehr.creates ?? [])];
  return {
    patientId: 'anna',
    issuer: 'https://ehr.example/fhir',
    needPatientBanner: ehr.needPatientBanner ?? true,
    canWrite: ehr.canWrite ?? true,
    canCreate: ehr.canCreate ?? true,
    returnToOrder: ehr.returnToOrder,
    watchPatient: ehr.watchPatient,
    written,
    stored,
    created,
    findDraft: async () => next(drafts),
    async readRecord(draft, requirements, onProgress) {
      onProgress(requirements.length, requirements.length);
      if (records.length > 0) return next(records);
      return { kind: 'read', context: recordOf(draft.order, requirements, ehr) };
    },
    opener: async () => null,
    author: async () => undefined,
    async storeAssessment(assessment) {
      stored.push(assessment);
      return ehr.assessment === undefined ? 'GuidanceResponse/1' : ehr.assessment;
    },
    async createOrder(order) {
      created.push(order);
      if (creates.length > 0) return next(creates);
      return { kind: 'created', draft: { order: { ...order, id: 'new-1' }, version: '1' } };
    },
    async saveOrder(order, version) {
      written.push({ order, version });
      if (saves.length > 0) return next(saves);
      return { kind: 'saved', draft: { order, version: '2' } };
    },
  };
}

/** Takes the first; the last one is given again and again. */
function next<T>(queue: T[]): T {
  const [first] = queue;
  if (first === undefined) throw new Error('the fake EHR has run out of answers');
  if (queue.length > 1) queue.shift();
  return first;
}

function recordOf(
  order: ServiceRequest,
  requirements: Parameters<Session['readRecord']>[1],
  { conditions = [], gaps = [] }: FakeEhr,
): ReferralContext {
  const types = [...new Set(requirements.map(({ resourceType }) => resourceType))];
  const unread = gaps.map(({ resourceType }) => resourceType);
  const read = types.filter((type) => !unread.includes(type));
  return {
    patient,
    order,
    resources: new Map(read.map((type) => [type, type === 'Condition' ? conditions : []])),
    searches: read.map((resourceType) => ({ resourceType, count: 0, at: NOW })),
    gaps,
  };
}

let loaded: Promise<Library> | undefined;

/** The guidelines that ship. */
export function shippedLibrary(): Promise<Library> {
  loaded ??= loadLibrary(resolve(import.meta.dirname, '../../../rules')).then(({ library }) => library);
  return loaded;
}

/** A widget started beside that EHR. */
export async function startedModel(session: Session): Promise<Model> {
  const model = createModel({
    loadSequel: async () => createSequel,
    rules: allOpen(await shippedLibrary()),
    now: NOW,
    openSession: async () => ({ kind: 'session', session }),
  });
  await model.start();
  return model;
}

/** Answers every screen with "none of these" until nothing is asked that has a negative value. */
export async function answerNone(model: Model, screens = 9): Promise<void> {
  const { facts } = model.library.vocabulary;
  for (let taps = 0; taps < screens; taps += 1) {
    const screen = model.loop.screen.value;
    if (!screen) return;
    const negatives = screen.facts.flatMap((id) => {
      const negative = facts[id]?.negative;
      return negative === undefined || model.loop.answers.value.has(id) ? [] : [[id, { value: negative }] as const];
    });
    if (negatives.length === 0) return;
    await model.loop.answer(new Map(negatives));
  }
}

/** What the clinician decides with; it is there once what comes after guidance has been fetched. */
export function decidingOf(model: Model): Deciding {
  const sequel = model.sequel.value;
  if (typeof sequel === 'string') throw new Error(`what comes after guidance is ${sequel}`);
  return sequel.deciding;
}

/** Chooses to keep the order with a reason and own words. */
export function keep(model: Model, words: string): void {
  decidingOf(model).form.choose({ kind: 'kept' });
  decidingOf(model).form.reasonCode.value = 'expert-contradicts';
  decidingOf(model).form.words.value = words;
}
