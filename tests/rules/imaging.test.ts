import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reachOf } from '../../src/core/guideline/imaging-rules.ts';
import { imagingRequirements, imagingTypes } from '../../src/fhir/imaging/requirements.ts';
import { buildLibrary } from '../../src/library/build.ts';
import { readRuleFiles } from '../../src/library/disk.ts';
import { record } from '../unit/fhir/record.ts';

const files = await readRuleFiles(join(import.meta.dirname, '../../rules'));
const { library, findings } = buildLibrary(files);
const { imaging } = library;
if (imaging === undefined) throw new Error(`the imaging rules have a fault: ${JSON.stringify(findings)}`);

/** What building says of the rules with one file changed. */
function withChange(name: string, right: string, wrong: string) {
  const path = `vocabulary/${name}.json`;
  const text = files[path] ?? '';
  if (!text.includes(right)) throw new Error(`${path} does not hold ${right}`);
  const built = buildLibrary({ ...files, [path]: text.replace(right, wrong) });
  const own = built.findings.filter(({ file }) => file === `rules/${path}`);
  return { codes: own.map(({ code }) => code), lines: own.map(({ line }) => line), library: built.library };
}

describe('the regions, examinations, windows, prompts and reasons that ship', () => {
  test('are sound, and every examination has a code that no other has', () => {
    expect(findings).toEqual([]);
    const codes = Object.values(imaging.examinations).flatMap(({ codes: own }) =>
      own.map(({ system, code }) => `${system} ${code}`),
    );
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(150);
  });

  test.each([
    ['abdomen', ['kidneys', 'liver', 'whole-body'], ['pelvis', 'thorax']],
    ['kidneys', ['upper-abdomen', 'abdomen', 'whole-body'], ['liver', 'pancreas']],
    ['sacroiliac-joints', ['bony-pelvis', 'pelvis'], ['lumbar-spine', 'hip']],
    ['lumbar-spine', ['whole-body'], ['thoracic-spine', 'abdomen']],
    ['whole-body', ['knee', 'heart', 'breast'], []],
  ])('%s reaches what it lies in and what lies in it', (region, reached, not) => {
    const reach = reachOf([region], imaging.regions);
    expect(reached.filter((one) => !reach.has(one))).toEqual([]);
    expect(not.filter((one) => reach.has(one))).toEqual([]);
  });

  test('every examination a guideline speaks about has reasons to choose from', () => {
    expect(Object.keys(library.vocabulary.orders).filter((order) => !imaging.reasons.orders[order]?.length)).toEqual(
      [],
    );
  });

  test('no window stands without a source, nor one without a source unmarked', () => {
    const windows = [imaging.windows.default, ...Object.values(imaging.windows.orders)].flatMap(
      ({ same, overlapping }) => [same, overlapping].filter((window) => window !== undefined),
    );
    for (const { source, proposed } of windows)
      expect(/uden kilde|ingen kilde/i.test(source.da)).toBe(proposed === true);
  });
});

describe('a fault in them is found at its line, and takes no guideline out of use', () => {
  test.each<[string, string, string, string, string]>([
    ['a region that is not there', 'examinations', '"regions": ["skull"]', '"regions": ["skul"]', 'unknown-region'],
    ['a region in one that is not there', 'examinations', '"partOf": "head"', '"partOf": "hed"', 'unknown-region'],
    ['a code of another examination', 'examinations', '"code": "UXCA05"', '"code": "UXCA00"', 'duplicate-id'],
    ['a modality that does not exist', 'examinations', '"modality": "CT"', '"modality": "CAT"', 'invalid-value'],
    ['a window of no examination', 'earlier-imaging', '"mr-lumbar-spine"', '"mr-lumbar"', 'unknown-order'],
    ['a window without a source', 'earlier-imaging', '"source"', '"sourc"', 'missing-key'],
    ['a region of the pregnancy question', 'safety', '"lumbar-spine"]', '"lumbar"]', 'unknown-region'],
    ['a code list that is not there', 'safety', '"valueSet": "implant"', '"valueSet": "implants"', 'unknown-value-set'],
    ['reasons of no examination', 'reasons', '"ct-head"', '"ct-hed"', 'unknown-order'],
    ['no JSON', 'reasons', '{', '', 'not-json'],
  ])('%s', (_name, file, right, wrong, code) => {
    const changed = withChange(file, right, wrong);
    expect(changed.codes).toContain(code);
    expect(changed.lines.every((line) => line !== undefined)).toBe(true);
    expect(changed.library.imaging).toBeUndefined();
    expect(changed.library.guidelines).toHaveLength(library.guidelines.length);
  });

  test('a rules folder without them says nothing beside its guidelines, and has no fault', () => {
    const names = ['examinations', 'earlier-imaging', 'safety', 'reasons'].map((name) => `vocabulary/${name}.json`);
    const without = Object.fromEntries(Object.entries(files).filter(([path]) => !names.includes(path)));
    const built = buildLibrary(without);
    expect(built.findings).toEqual([]);
    expect(built.library.imaging).toBeUndefined();
  });
});

describe('what is searched for after guidance', () => {
  const searched = (context: ReturnType<typeof record>, order: string | null) =>
    imagingRequirements(context, imaging, order).map(({ resourceType, params }) =>
      `${resourceType} ${params.status ?? ''}`.trim(),
    );

  test('is what guidance has not read: open orders and appointments always, the rest where it is missing', () => {
    const read = record([]);
    const appointments = 'Appointment proposed,pending,waitlist,booked,arrived,checked-in,fulfilled';
    expect(searched(read, 'ct-head')).toEqual([appointments, 'ServiceRequest active,on-hold']);
    expect(searched({ ...read, resources: new Map() }, 'ct-head')).toEqual([
      appointments,
      'ServiceRequest active,on-hold,completed,unknown',
      ...['Condition', 'DiagnosticReport', 'ImagingStudy', 'Procedure'],
    ]);
  });

  test('is the devices too where the draft may be changed to MR', () => {
    const types = imagingRequirements(record([]), imaging, 'ct-head', ['mr-lumbar-spine']);
    expect(types.map(({ resourceType }) => resourceType)).toContain('Device');
  });

  test('is the devices before MR, and not asked for again where it could not be read', () => {
    expect(searched(record([]), 'mr-lumbar-spine')).toContain('Device');
    const gaps = [{ resourceType: 'Procedure', reason: 'refused' as const }];
    expect(searched({ ...record([]), resources: new Map(), gaps }, 'ct-head')).not.toContain('Procedure');
  });

  test('is the pregnancy status where radiation comes near the womb, except of a man', () => {
    const codes = (order: string, gender: 'female' | 'male') =>
      imagingRequirements(record([], { patient: { resourceType: 'Patient', gender } }), imaging, order).flatMap(
        ({ resourceType, params }) => (resourceType === 'Observation' ? [params.code] : []),
      );
    expect(codes('ct-lumbar-spine', 'female')).toEqual(['http://loinc.org|82810-3']);
    expect(codes('ct-lumbar-spine', 'male')).toEqual([]);
    expect(codes('mr-lumbar-spine', 'female')).toEqual([]);
    expect(codes('ct-head', 'female')).toEqual([]);
  });

  test('needs leave for these types, and no medicines until a site sets limits', () => {
    expect(imagingTypes(imaging)).toEqual([
      ...['Appointment', 'Condition', 'Device', 'DiagnosticReport', 'ImagingStudy', 'Observation', 'Procedure'],
      'ServiceRequest',
    ]);
    const contrast = {
      kidneyFunction: { below: 30, within: { days: 7 }, source: 'test' },
      metformin: { source: 'test' },
    };
    const site = { ...imaging, site: { ...imaging.site, contrast } };
    expect(imagingTypes(site)).toEqual(expect.arrayContaining(['Observation', 'MedicationStatement']));
    const [observation] = imagingRequirements(record([]), site, 'ct-head').filter(
      ({ resourceType }) => resourceType === 'Observation',
    );
    expect(observation?.params.code).toContain('DNK35302');
  });
});
