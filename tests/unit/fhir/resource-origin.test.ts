import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { originOf } from '../../../src/fhir/resource-origin.ts';
import { ATC, concept, condition, draft, ICD_10, type Loose, observation, record, request, SKS_D } from './record.ts';

const origin = (resource: Loose, reference = `${resource.resourceType}/${resource.id}`) =>
  originOf(record([resource]), reference);

describe('a fact opens to its resource', () => {
  test('a diagnosis: every code, both statuses, when and by whom it was recorded, and from where', () => {
    const recorded = condition('DC509', {
      code: {
        coding: [
          { system: SKS_D, code: 'DC509', display: 'Brystkræft UNS' },
          { system: ICD_10, code: 'C50.9' },
        ],
        text: 'Brystkræft',
      },
      recordedDate: '2021-05-12',
      recorder: { reference: 'Practitioner/x', display: 'Læge Syntetisk' },
      encounter: { display: 'Mammakirurgisk Afdeling' },
      meta: { source: 'https://other.example/fhir' },
      note: [{ text: 'Opereret.' }],
    });
    expect(origin(recorded)).toEqual({
      reference: 'Condition/c-DC509',
      codes: ['Brystkræft UNS (DC509)', 'Brystkræft (C50.9)'],
      statuses: ['active', 'confirmed'],
      recordedOn: '2021-05-12',
      by: ['Læge Syntetisk'],
      from: ['Mammakirurgisk Afdeling', 'https://other.example/fhir'],
      notes: ['Opereret.'],
    });
  });

  test('a medicine that is a resource of its own gives its code', () => {
    const contained = [{ resourceType: 'Medication', id: 'm', code: concept(ATC, 'B01AA03', 'warfarin') }];
    const taken = { resourceType: 'MedicationStatement', id: 's', contained, medicationReference: { reference: '#m' } };
    expect(origin(taken)?.codes).toEqual(['warfarin (B01AA03)']);
  });

  test('when the server last changed it is no time of writing, and stands in only where none is stated', () => {
    const meta = { lastUpdated: '2026-05-30T08:00:00Z' };
    const study = origin({ resourceType: 'ImagingStudy', id: 's', started: '2026-05-01', meta });
    expect(study).toMatchObject({ changedOn: '2026-05-30T08:00:00Z' });
    expect(study).not.toHaveProperty('recordedOn');
    expect(origin(condition('DC509', { meta, recordedDate: '2021-05-12' }))).not.toHaveProperty('changedOn');
  });

  test.each<[string, Loose, string[], string[]]>([
    [
      'a measurement, by its performers: persons and places apart',
      observation(
        { system: 'x', code: 'y' },
        { performer: [{ display: 'Bioanalytiker' }, { reference: 'Organization/o', display: 'Prøvelaboratoriet' }] },
      ),
      ['Bioanalytiker'],
      ['Prøvelaboratoriet'],
    ],
    [
      'a prescription, by who wrote it',
      request('H02AB06', { requester: { display: 'Læge Syntetisk' } }),
      ['Læge Syntetisk'],
      [],
    ],
    [
      'a procedure, by its actors',
      {
        resourceType: 'Procedure',
        id: 'p',
        performer: [
          { actor: { display: 'Kirurg' }, onBehalfOf: { reference: 'Organization/o', display: 'Sygehuset' } },
        ],
      },
      ['Kirurg'],
      ['Sygehuset'],
    ],
    [
      'somebody contained in it',
      condition('DM545', {
        contained: [{ resourceType: 'Practitioner', id: 'x', name: [{ text: 'Læge Indeholdt' }] }],
        recorder: { reference: '#x' },
      }),
      ['Læge Indeholdt'],
      [],
    ],
    ['nobody, where nobody is named', condition('DM545'), [], []],
  ])('%s', (_name, resource, by, from) => {
    expect(origin(resource)).toMatchObject({ by, from });
  });

  test('a suspicion says that it is one, and a code without words is shown bare', () => {
    const suspected = condition('DM45', { verificationStatus: { coding: [{ code: 'unconfirmed' }] } });
    expect(origin(suspected)).toMatchObject({ statuses: ['active', 'unconfirmed'], codes: ['DM45'] });
  });

  test('the order, what is contained in it, and the patient are found as well', () => {
    const placed = draft({
      requester: { display: 'Læge Syntetisk' },
      contained: [{ resourceType: 'Condition', id: 'c', code: concept(SKS_D, 'DM545', 'Lændesmerter UNS') }],
    });
    const context = record([], { order: placed });
    expect(originOf(context, 'ServiceRequest/draft')).toMatchObject({ by: ['Læge Syntetisk'], statuses: ['draft'] });
    expect(originOf(context, 'ServiceRequest/draft#c')).toMatchObject({ codes: ['Lændesmerter UNS (DM545)'] });
    expect(originOf(context, 'Patient/p1')).not.toBeNull();
  });

  test('what was not read has none, and another patient’s never', () => {
    expect(originOf(record([]), 'Condition/1')).toBeNull();
    expect(origin(condition('DM545', { subject: { reference: 'Patient/p2' } }))).toBeNull();
  });

  test('whatever stands in the resource, nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('code', 'recorder', 'performer', 'note', 'meta', 'status', 'encounter'),
          fc.jsonValue(),
        ),
        (over) => {
          const resource = condition('DM545', over);
          expect(() => origin(resource)).not.toThrow();
        },
      ),
      { numRuns: 300, seed: 20260608 },
    );
  });
});
