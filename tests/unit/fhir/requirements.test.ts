import { describe, expect, test } from 'vitest';
import type { CompiledGuideline } from '../../../src/core/guideline/compile.ts';
import type { Library } from '../../../src/core/guideline/library.ts';
import { factsFor, requirementsOf } from '../../../src/fhir/requirements.ts';
import { ATC, codes, LOINC, NPU, shipped, valueSet, vocabularyOf } from './record.ts';

const crp = { reader: 'observation', valueSet: 'crp', pick: 'latest', within: { days: 7 }, unit: 'mg/L', gives: true };

/** A library with one guideline on MR of the lumbar spine, using these facts of a test vocabulary. */
function libraryOf(facts: Record<string, object>, used = Object.keys(facts)): Library {
  const vocabulary = vocabularyOf(facts, {
    crp: {
      ...codes(NPU, 'NPU19748'),
      compose: {
        include: [
          { system: NPU, concept: [{ code: 'NPU19748' }] },
          { system: LOINC, concept: [{ code: '1988-5' }] },
        ],
      },
    },
    open: valueSet({ system: LOINC, filter: [{ property: 'concept', op: 'regex', value: '.*' }] }),
    comma: codes(LOINC, 'a,b|c$d\\e'),
    drugs: codes(ATC, 'H02AB06'),
  });
  const guideline: unknown = {
    document: { appliesTo: { orders: ['mr-lumbar-spine'] } },
    facts: Object.fromEntries(used.map((id) => [id, vocabulary.facts[id]])),
  };
  return { vocabulary, guidelines: [guideline as CompiledGuideline], quarantined: [] };
}

const params = (library: Library, type: string) =>
  requirementsOf(library, 'mr-lumbar-spine').find(({ resourceType }) => resourceType === type)?.params;

describe('what to fetch', () => {
  test('an unknown examination, or one that no guideline speaks about, needs nothing', () => {
    const library = libraryOf({ a: { read: [crp] } });
    expect(requirementsOf(library, null)).toEqual([]);
    expect(requirementsOf(library, 'xr-chest')).toEqual([]);
    expect(factsFor(library, null)).toEqual([]);
  });

  test('one search per resource type, however many facts read it, with a page size', () => {
    const read = [{ reader: 'condition', valueSet: 'drugs', gives: true }];
    const library = libraryOf({
      a: { read },
      b: { read },
      c: { read: [{ reader: 'procedure', valueSet: 'drugs', gives: true }] },
    });
    expect(requirementsOf(library, 'mr-lumbar-spine')).toEqual([
      { resourceType: 'Condition', params: { _count: '200' } },
      { resourceType: 'Procedure', params: { _count: '200' } },
    ]);
  });

  test('observations by their codes, under every address of the code system', () => {
    expect(params(libraryOf({ a: { read: [crp] } }), 'Observation')).toEqual({
      code: `${LOINC}|1988-5,http://npu-terminology.org|NPU19748,${NPU}|NPU19748`,
      _count: '200',
    });
  });

  test('measurements only as far back as some reading goes, unless finding none means something', () => {
    const since = (over: object) => {
      const library = libraryOf({ a: { read: [crp, { ...crp, within: { hours: 200 } }], ...over } });
      return requirementsOf(library, 'mr-lumbar-spine')[0]?.since;
    };
    expect(since({})).toEqual({ param: 'date', days: 10 });
    expect(since({ none: { is: false } })).toBeUndefined();
  });

  test('of what is large only the part that is read', () => {
    const region = { region: 'lumbar-spine', within: { days: 365 }, answers: {} };
    const library = libraryOf({ a: { read: [{ reader: 'imaging', ...region, gives: true }] } });
    expect(params(library, 'ImagingStudy')).toEqual({ _summary: 'true', _count: '200' });
    expect(params(library, 'DiagnosticReport')?._elements?.split(',')).toEqual(
      expect.arrayContaining([
        'status',
        'code',
        'category',
        'subject',
        'effectiveDateTime',
        'issued',
        'modifierExtension',
      ]),
    );
    expect(params(library, 'DiagnosticReport')?._elements).not.toContain('presentedForm');
  });

  test('a value set that cannot be listed leaves the codes open', () => {
    expect(params(libraryOf({ a: { read: [crp, { ...crp, valueSet: 'open' }] } }), 'Observation')).toEqual({
      _count: '200',
    });
  });

  test("signs that separate search values are escaped, as FHIR's search page asks", () => {
    expect(params(libraryOf({ a: { read: [{ ...crp, valueSet: 'comma' }] } }), 'Observation')?.code).toBe(
      `${LOINC}|a\\,b\\|c\\$d\\\\e`,
    );
  });

  test('medicine that has ended need not be fetched; what is unclear must', () => {
    const library = libraryOf({ a: { read: [{ reader: 'medication', valueSet: 'drugs', gives: true }] } });
    expect(params(library, 'MedicationRequest')).toMatchObject({ status: 'active,unknown' });
    expect(params(library, 'MedicationStatement')).toMatchObject({ status: 'active,intended,unknown' });
    expect(requirementsOf(library, 'mr-lumbar-spine')[0]).toMatchObject({
      resourceType: 'MedicationDispense',
      params: { status: 'completed,unknown', _include: 'MedicationDispense:medication' },
      since: { param: 'whenhandedover', days: 366 },
    });
  });

  test('hints are fetched too, and so are the sources of derived facts', () => {
    const library = libraryOf(
      {
        shown: { hints: [{ reader: 'condition', valueSet: 'drugs', gives: true }] },
        follows: { read: [{ reader: 'derived', fact: 'source', gives: true }] },
        source: { type: 'number', unit: 'year', min: 0, max: 9, read: [{ ...crp, gives: 1 }] },
      },
      ['shown', 'follows'],
    );
    expect(factsFor(library, 'mr-lumbar-spine')).toEqual(['shown', 'follows', 'source']);
    expect(requirementsOf(library, 'mr-lumbar-spine').map(({ resourceType }) => resourceType)).toEqual([
      'Condition',
      'Observation',
    ]);
  });

  test('the Patient is read by id, not searched', () => {
    const age = { type: 'number', unit: 'year', min: 0, max: 120, read: [{ reader: 'age' }] };
    expect(requirementsOf(libraryOf({ age }), 'mr-lumbar-spine')).toEqual([]);
  });
});

test('the shipped vocabulary, all of it used, needs these searches for low back pain', () => {
  const used = Object.keys(shipped.vocabulary.facts);
  const guideline: unknown = {
    document: { appliesTo: { orders: ['mr-lumbar-spine'] } },
    facts: Object.fromEntries(used.map((id) => [id, shipped.vocabulary.facts[id]])),
  };
  const library = { ...shipped, guidelines: [guideline as CompiledGuideline] };
  expect(requirementsOf(library, 'mr-lumbar-spine').map(({ resourceType }) => resourceType)).toEqual([
    'Condition',
    'DiagnosticReport',
    'ImagingStudy',
    'MedicationDispense',
    'MedicationRequest',
    'MedicationStatement',
    'Observation',
    'Procedure',
    'ServiceRequest',
  ]);
});
