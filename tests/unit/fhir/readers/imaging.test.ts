import { describe, expect, test } from 'vitest';
import { concept, draft, factFrom, LOINC, type Loose, outcome, record, SKS, without } from '../record.ts';

const earlier = (resources: Loose[], order = 'mr-lumbar-spine') =>
  factFrom('previous-lumbar-imaging', record(resources), { order });
const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const coding = (code: string) => ({ system: DCM, code });
const study = (over: Record<string, unknown> = {}): Loose => ({
  resourceType: 'ImagingStudy',
  id: 'i1',
  status: 'available',
  subject: { reference: 'Patient/p1' },
  started: '2026-02-01',
  procedureCode: [concept(SKS, 'UXME30', 'MR-skanning af columna lumbalis')],
  ...over,
});
const report = (over: Record<string, unknown> = {}): Loose => ({
  resourceType: 'DiagnosticReport',
  id: 'r1',
  status: 'final',
  subject: { reference: 'Patient/p1' },
  category: [concept('http://terminology.hl7.org/CodeSystem/v2-0074', 'RAD')],
  code: concept(LOINC, '24968-0'),
  effectiveDateTime: '2026-02-01',
  ...over,
});
const procedure = (over: Record<string, unknown> = {}): Loose => ({
  resourceType: 'Procedure',
  id: 'x1',
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  code: concept(SKS, 'UXCE30'),
  performedDateTime: '2026-02-01',
  ...over,
});
const order = (over: Record<string, unknown> = {}): Loose => ({
  resourceType: 'ServiceRequest',
  id: 'other',
  status: 'completed',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  code: concept(SKS, 'UXME30+UXZ10'),
  authoredOn: '2026-02-01',
  ...over,
});

describe('an earlier examination of the lumbar spine', () => {
  test.each([study(), report(), procedure(), order()])('$resourceType counts', (resource) => {
    expect(earlier([resource])).toMatchObject({
      known: true,
      value: true,
      provenance: {
        kind: 'record',
        references: [{ reference: `${resource.resourceType}/${resource.id}`, date: '2026-02-01' }],
      },
    });
  });

  test('an MR of the whole spine holds the lumbar spine', () => {
    expect(outcome(earlier([study({ procedureCode: [concept(SKS, 'UXME00')] })]))).toBe(true);
  });

  test('none in a completely read record is none, and says when that was', () => {
    const searches = [
      { resourceType: 'ImagingStudy', count: 0, at: '2026-06-01T10:00:02Z' },
      { resourceType: 'Procedure', count: 3, at: '2026-06-01T10:00:01Z' },
      { resourceType: 'Condition', count: 3, at: '2026-06-01T09:00:01Z' },
    ];
    expect(factFrom('previous-lumbar-imaging', record([], { searches }))).toEqual({
      known: true,
      value: false,
      provenance: { kind: 'record', references: [], searchedAt: '2026-06-01T10:00:01Z' },
    });
  });

  test.each(['ImagingStudy', 'DiagnosticReport', 'Procedure', 'ServiceRequest'])(
    'none is not none while %s could not be read; one found counts all the same',
    (type) => {
      expect(factFrom('previous-lumbar-imaging', without(record([]), type))).toEqual({
        known: false,
        reason: 'error',
        because: [type],
      });
      const found = type === 'ImagingStudy' ? report() : study();
      expect(outcome(factFrom('previous-lumbar-imaging', without(record([found]), type)))).toBe(true);
    },
  );

  test('the draft itself, an active order and a revoked one never count', () => {
    expect(outcome(earlier([order({ id: 'draft' })]))).toBe(false);
    expect(outcome(earlier([order({ status: 'active' })]))).toBe(false);
    expect(outcome(earlier([order({ status: 'revoked' })]))).toBe(false);
    const self: unknown = draft({ status: 'completed', id: undefined });
    const context = record([self as Loose]);
    expect(outcome(factFrom('previous-lumbar-imaging', { ...context, order: self as never }))).toBe(false);
  });
});

describe('when', () => {
  test('counts for 365 days, both sides', () => {
    expect(outcome(earlier([study({ started: '2025-06-01T12:00:00+02:00' })]))).toBe(true);
    expect(outcome(earlier([study({ started: '2025-06-01T11:59:58+02:00' })]))).toBe(false);
    expect(outcome(earlier([study({ started: '2025-06-01' })]))).toBe('unsupported');
    expect(outcome(earlier([study({ started: '2025-06-04' })]))).toBe(true);
  });

  test('an undated one does not decide', () => {
    expect(earlier([study({ started: undefined })])).toMatchObject({
      reason: 'unsupported',
      because: ['date-missing: ImagingStudy/i1'],
    });
  });

  test('a completed order without date of its own was carried out after it was written', () => {
    expect(outcome(earlier([order({ authoredOn: '2025-08-01' })]))).toBe(true);
    expect(outcome(earlier([order({ authoredOn: '2024-08-01' })]))).toBe('unsupported');
    expect(outcome(earlier([order({ authoredOn: '2024-08-01', occurrenceDateTime: '2024-09-01' })]))).toBe(false);
  });

  test('a series tells the date where the study does not', () => {
    expect(outcome(earlier([study({ started: undefined, series: [{ started: '2026-02-01' }] })]))).toBe(true);
  });
});

describe('a modality that could answer the draft', () => {
  test('an X-ray answers an X-ray draft, not an MR draft', () => {
    const xray = study({ procedureCode: [concept(SKS, 'UXRE30')] });
    expect(outcome(earlier([xray]))).toBe(false);
    expect(outcome(earlier([xray], 'ct-lumbar-spine'))).toBe(false);
    expect(outcome(earlier([xray], 'xr-lumbar-spine'))).toBe(true);
  });

  test('MR and CT answer each other, and both answer an X-ray draft', () => {
    expect(outcome(earlier([procedure()]))).toBe(true);
    expect(outcome(earlier([study()], 'ct-lumbar-spine'))).toBe(true);
    expect(outcome(earlier([study()], 'xr-lumbar-spine'))).toBe(true);
  });

  test('when the draft is unknown, an examination of the region does not decide', () => {
    const fact = factFrom('previous-lumbar-imaging', record([study()]), { order: 'unheard-of' });
    expect(fact).toMatchObject({ reason: 'unsupported', because: ['modality-unclear: ImagingStudy/i1'] });
  });
});

describe('what was examined', () => {
  const scan = (series: object[], over: Record<string, unknown> = {}) =>
    outcome(earlier([study({ procedureCode: undefined, modality: [coding('MR')], series, ...over })]));

  test('another region is another region', () => {
    expect(outcome(earlier([study({ procedureCode: [concept(SKS, 'UXMA00')] })]))).toBe(false);
    expect(outcome(earlier([procedure({ code: concept(SKS, 'UXRC00') })]))).toBe(false);
    expect(outcome(earlier([study({ procedureCode: [concept(SKS, 'UXMG25')] })]))).toBe(false);
  });

  test('a spine code that the vocabulary does not know may be the lumbar spine', () => {
    expect(earlier([study({ procedureCode: [concept(SKS, 'UXME40')] })])).toMatchObject({
      reason: 'unsupported',
      because: ['region-unclear: ImagingStudy/i1'],
    });
    expect(outcome(earlier([study({ procedureCode: [concept(SKS, 'UXRE40')] })]))).toBe(false);
    expect(outcome(earlier([study({ procedureCode: [concept(SKS, 'UXMH00')] })]))).toBe('unsupported');
  });

  test('of several codes of a study any may be the one', () => {
    expect(outcome(earlier([study({ procedureCode: [concept(SKS, 'UXMA00'), concept(SKS, 'UXME30')] })]))).toBe(true);
    const half = [concept(SKS, 'UXMA00'), { text: 'MR lænd' }];
    expect(outcome(earlier([study({ procedureCode: half })]))).toBe('unsupported');
  });

  test("without code, the study's modality and body part tell", () => {
    expect(scan([{ modality: coding('MR'), bodySite: { system: 'urn:dicom', code: 'LSPINE' } }])).toBe(true);
    expect(scan([{ modality: coding('MR'), bodySite: { system: 'urn:dicom', code: 'KNEE' } }])).toBe(false);
    expect(scan([{ modality: coding('MR'), bodySite: { system: 'urn:dicom', code: 'SPINE' } }])).toBe('unsupported');
    expect(scan([{ modality: coding('MR') }])).toBe('unsupported');
    expect(scan([])).toBe('unsupported');
  });

  test('a modality that cannot answer needs no region', () => {
    expect(scan([], { modality: [coding('US')] })).toBe(false);
    expect(scan([], { modality: undefined })).toBe('unsupported');
    expect(scan([], { modality: [coding('PT'), coding('CT')] })).toBe(false);
  });

  test('a report series beside the images does not blur the region', () => {
    const images = { modality: coding('MR'), bodySite: { system: 'urn:dicom', code: 'KNEE' } };
    expect(scan([images, { modality: coding('SR') }], { modality: [coding('MR'), coding('SR')] })).toBe(false);
  });

  test('a radiology report in words alone does not decide, a laboratory report is something else', () => {
    expect(outcome(earlier([report({ code: { text: 'MR columna lumbalis' } })]))).toBe('unsupported');
    expect(outcome(earlier([report({ code: { text: 'MR columna lumbalis' }, effectiveDateTime: '2020-01-01' })]))).toBe(
      false,
    );
    const lab = [concept('http://terminology.hl7.org/CodeSystem/v2-0074', 'LAB')];
    expect(outcome(earlier([report({ category: lab, code: { text: 'Levertal' } })]))).toBe(false);
    expect(outcome(earlier([report({ category: undefined, code: { text: 'Svar' } })]))).toBe('unsupported');
  });

  test('a procedure or order we do not know is imaging only where it says so', () => {
    expect(outcome(earlier([procedure({ code: concept(SKS, 'KJEA01', 'Appendektomi') })]))).toBe(false);
    expect(outcome(earlier([procedure({ code: { text: 'MR-skanning af ryggen' } })]))).toBe('unsupported');
    expect(outcome(earlier([order({ code: { text: 'Fysioterapi' } })]))).toBe(false);
    const category = concept('http://snomed.info/sct', '363679005');
    expect(outcome(earlier([procedure({ code: { text: 'Ryg' }, category })]))).toBe('unsupported');
    expect(outcome(earlier([order({ code: { text: 'Ryg' }, category: [category] })]))).toBe('unsupported');
  });
});

describe('whether it was done', () => {
  test.each([
    [study({ status: 'cancelled' }), false],
    [study({ status: 'entered-in-error' }), false],
    [study({ status: 'registered' }), 'unsupported'],
    [report({ status: 'entered-in-error' }), false],
    [report({ status: 'cancelled' }), false],
    [report({ status: 'preliminary' }), 'unsupported'],
    [report({ status: 'appended' }), true],
    [procedure({ status: 'not-done' }), false],
    [procedure({ status: 'in-progress' }), 'unsupported'],
    [order({ status: 'unknown' }), 'unsupported'],
    [order({ doNotPerform: true }), false],
  ])('%j', (resource, expected) => {
    expect(outcome(earlier([resource]))).toBe(expected);
  });
});
