import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { factsTable } from '../../../src/cli/rules/facts-table.ts';
import { typesNeeded } from '../../../src/fhir/needs.ts';
import {
  concept,
  condition,
  draft,
  factFrom,
  LOINC,
  type Loose,
  NPU,
  observation,
  outcome,
  PATIENT,
  quantity,
  record,
  request,
  SKS,
  SKS_D,
  shipped,
} from './record.ts';

/** What of a record answers a fact, or is only shown beside its question; `asked` where the record never says anything. */
interface Row {
  readonly resources?: readonly Loose[];
  readonly order?: ReturnType<typeof draft>;
  readonly born?: string;
  readonly answers?: Readonly<Record<string, number>>;
  readonly gives?: unknown;
  readonly hints?: readonly Loose[];
}

const procedure = (code: string): Loose => ({
  resourceType: 'Procedure',
  id: code,
  status: 'completed',
  code: concept(SKS, code),
  performedDateTime: '2019-01-01',
});
const study: Loose = {
  resourceType: 'ImagingStudy',
  id: 'study',
  status: 'available',
  started: '2026-01-05',
  procedureCode: [concept(SKS, 'UXME30')],
};
const s100b = observation({ system: NPU, code: 'NPU19781' }, { valueQuantity: quantity(95, 'ng/L') });
const gcs = observation(
  { system: LOINC, code: '9269-2' },
  { effectiveDateTime: '2026-06-01T11:30:00+02:00', valueQuantity: quantity(14, '{score}') },
);
const crp = (value: number) =>
  observation({ system: NPU, code: 'NPU19748' }, { valueQuantity: quantity(value, 'mg/L') });
const reason = (code: string) => draft({ reasonCode: [concept(SKS_D, code)] });
const ASKED: Row = {};

/** One row for each row of docs/facts.md. */
const ROWS: Readonly<Record<string, Row>> = {
  reason: { order: reason('DM545'), gives: ['low-back-pain'] },
  age: { gives: 60 },
  'cauda-equina-signs': { hints: [condition('DG834', { recordedDate: '2026-05-20' })] },
  'leg-weakness': ASKED,
  'cord-signs': ASKED,
  'high-energy-trauma': ASKED,
  'known-cancer': { resources: [condition('DC509')], gives: true, hints: [request('L02BG03')] },
  'suspects-cancer': ASKED,
  'unexplained-weight-loss': { resources: [condition('DR634')], gives: true },
  'night-or-rest-pain': ASKED,
  'no-improvement-after-4-weeks': ASKED,
  'suspects-spinal-infection': ASKED,
  'infection-risk-factor': { resources: [condition('DE119')], gives: true },
  'fever-or-raised-markers': { resources: [crp(50)], gives: true, hints: [crp(12)] },
  'low-energy-trauma-or-sudden-pain': ASKED,
  osteoporosis: { resources: [condition('DM819')], gives: true, hints: [request('M05BA04')] },
  'long-term-steroids': { resources: [request('H02AB06')], gives: true },
  'pain-duration-weeks': { hints: [condition('DM545')] },
  'onset-before-45': { born: '2000-01-01', gives: true },
  'inflammatory-back-pain': { hints: [condition('DM459')] },
  'prior-lumbar-surgery': { resources: [procedure('KABC16')], gives: true },
  'new-symptoms-since-surgery': { hints: [procedure('KABC16')] },
  'previous-lumbar-imaging': { resources: [study], gives: true },
  'clinical-change-since-imaging': { hints: [study] },
  'pain-pattern': ASKED,
  'weeks-of-treatment': ASKED,
  'intolerable-pain': ASKED,
  'surgery-considered': ASKED,
  'focal-neurological-deficit': ASKED,
  'shunt-treated-hydrocephalus': { resources: [procedure('KAAF05')], gives: true, hints: [condition('DG912')] },
  'therapeutic-anticoagulation': {
    resources: [request('B01AA03')],
    gives: true,
    hints: [request('B01AB05'), condition('DZ921')],
  },
  'coagulation-disorder': { resources: [condition('DD66')], gives: true },
  'hours-since-injury': ASKED,
  gcs: { resources: [gcs], gives: 14 },
  multitrauma: ASKED,
  'post-traumatic-seizure': ASKED,
  'skull-fracture-signs': ASKED,
  'antiplatelet-therapy': { resources: [request('B01AC04')], gives: 'other' },
  'loss-of-consciousness': ASKED,
  'vomiting-episodes': ASKED,
  'extracranial-injury': ASKED,
  's100b-result': { resources: [s100b], gives: 'normal' },
  's100b-sample-hours-after-injury': { resources: [s100b], answers: { 'hours-since-injury': 10 }, gives: 6 },
  's100b-available': ASKED,
  amnesia: ASKED,
  'retrograde-amnesia-minutes': ASKED,
  'dangerous-mechanism': ASKED,
  'gcs-below-15-at-2-hours': ASKED,
  'thunderclap-headache': ASKED,
  'persistent-altered-consciousness': ASKED,
  'meningism-or-raised-icp': ASKED,
  'known-intracranial-disease': { resources: [condition('DC719')], gives: true },
  'suspected-seizure': ASKED,
  'head-injury-with-event': ASKED,
  'extracranial-cancer': { resources: [condition('DC509')], gives: true, hints: [request('L02BG03')] },
  'repeated-vomiting-or-new-dizziness': ASKED,
  'acute-respiratory-illness': ASKED,
  'suspects-lung-cancer': { order: reason('DZ031B'), gives: true, hints: [condition('DZ031B')] },
};

const { facts } = shipped.vocabulary;
const rows = Object.entries(ROWS);

test('every fact of the vocabulary has its row here, and every row its fact', () => {
  expect(Object.keys(ROWS).sort()).toEqual(Object.keys(facts).sort());
});

test('docs/facts.md is what the vocabulary says; `npm run schema` makes it anew', () => {
  const file = readFileSync(resolve(import.meta.dirname, '../../../docs/facts.md'), 'utf8');
  expect(file).toBe(factsTable(shipped.vocabulary));
});

describe('a fact that the record can answer', () => {
  test.each(rows.filter(([, { gives }]) => gives !== undefined))('%s: is answered by it', (id, row) => {
    const { resources, order = draft(), born = PATIENT.birthDate, answers = {} } = row;
    const context = record(resources, { order, patient: { ...PATIENT, birthDate: born ?? '' } });
    expect(outcome(factFrom(id, context, { answers }))).toEqual(row.gives);
  });

  test.each(rows.filter(([id, { gives }]) => gives !== undefined && id !== 'age'))(
    '%s: finding nothing means what is declared, and nothing once it was not read',
    (id) => {
      const definition = facts[id];
      const none = definition === undefined || definition.none === 'unknown' ? 'unknown' : definition.none.is;
      expect(outcome(factFrom(id, record()))).toBe(none);
      const types = definition?.read.flatMap(typesNeeded) ?? [];
      for (const type of types) {
        const resources = new Map(record().resources);
        resources.delete(type);
        expect(outcome(factFrom(id, record([], { resources })))).toBe('error');
      }
    },
  );
});

test.each(rows.filter(([, { hints }]) => hints))('%s: is only shown, and answers nothing', (id, { hints = [] }) => {
  for (const resource of hints) {
    const fact = factFrom(id, record([resource]));
    expect(fact.known).toBe(false);
    expect(fact.hints).toMatchObject([{ reference: `${resource.resourceType}/${resource.id}` }]);
  }
});

test.each(rows.filter(([, row]) => row === ASKED))('%s: is asked, whatever the record holds', (id) => {
  expect(facts[id]?.question).toBeDefined();
  const everything = rows.flatMap(([, { resources = [], hints = [] }]) => [...resources, ...hints]);
  expect(factFrom(id, record(everything))).toEqual({ known: false, reason: 'not-asked' });
});
