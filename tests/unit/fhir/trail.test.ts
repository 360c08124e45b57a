import { describe, expect, test } from 'vitest';
import { trailOf, trailTargets } from '../../../src/fhir/trail.ts';

const provenance = (change: object = {}): object => ({
  resourceType: 'Provenance',
  target: [{ reference: 'Condition/c1' }],
  recorded: '2026-05-20T10:00:00+02:00',
  agent: [
    {
      type: { coding: [{ code: 'author' }] },
      who: { display: 'Læge Test Testesen' },
      onBehalfOf: { display: 'Eksempelby Lægehus' },
    },
  ],
  ...change,
});
const trail = (...resources: readonly unknown[]) => trailOf(resources, ['Condition/c1'], 'p1');

describe('the trail of who recorded a resource', () => {
  test('who, when, in what part and for whom', () => {
    expect(trail(provenance())).toEqual([
      {
        recordedOn: '2026-05-20T10:00:00+02:00',
        agents: [{ name: 'Læge Test Testesen', part: 'author', onBehalfOf: 'Eksempelby Lægehus' }],
        from: [],
      },
    ]);
  });

  test('what was done, where, and what it was taken from; newest first', () => {
    const older = provenance({
      recorded: '2019-01-02T00:00:00Z',
      activity: { text: 'Overført' },
      location: { display: 'Prøvekøbing' },
      entity: [
        { role: 'source', what: { display: 'Epikrise' } },
        { role: 'removal', what: { display: 'Noget fjernet' } },
      ],
    });
    expect(trail(older, provenance()).map(({ recordedOn, activity, from }) => [recordedOn, activity, from])).toEqual([
      ['2026-05-20T10:00:00+02:00', undefined, []],
      ['2019-01-02T00:00:00Z', 'Overført', ['Prøvekøbing', 'Epikrise']],
    ]);
  });

  test.each([
    ['a display', { display: 'Læge Test', reference: 'Practitioner/1' }, 'Læge Test'],
    ['what is contained', { reference: '#who' }, 'Læge Indeholdt'],
    ['an identifier', { identifier: { value: 'AUT-1' } }, 'AUT-1'],
    ['the reference, failing all else', { reference: 'Practitioner/1' }, 'Practitioner/1'],
  ])('names whoever did it by %s', (_, who, name) => {
    const contained = [{ resourceType: 'Practitioner', id: 'who', name: [{ text: 'Læge Indeholdt' }] }];
    expect(trail(provenance({ contained, agent: [{ who }] }))[0]?.agents).toEqual([{ name }]);
  });

  test.each([
    ['of something else', provenance({ target: [{ reference: 'Condition/c2' }] })],
    ['of another patient too', provenance({ target: [{ reference: 'Condition/c1' }, { reference: 'Patient/p2' }] })],
    ['of nothing', provenance({ target: undefined })],
    ['that is no resource', 'Provenance'],
  ])('what is %s is left out', (_, resource) => {
    expect(trail(resource)).toEqual([]);
  });

  test('a version of the resource counts, and what is contained is searched by its owner', () => {
    expect(
      trail(provenance({ target: [{ reference: 'https://ehr.example/fhir/Condition/c1/_history/2' }] })),
    ).toHaveLength(1);
    expect(trailTargets(['MedicationRequest/m1#med', 'MedicationRequest/m1', 'ServiceRequest'])).toEqual([
      'MedicationRequest/m1',
    ]);
  });
});
