import { describe, expect, test } from 'vitest';
import type { ImagingRules } from '../../../../src/core/guideline/imaging-rules.ts';
import type { Loose } from '../record.ts';
import { appointment, order, overlapOf, procedure, RULES, report, study } from './imaging-record.ts';

/** The examinations of a record, as they stand in the time line. */
function timeLine(resources: readonly Loose[], rules: ImagingRules = RULES) {
  return overlapOf(resources, { rules }).related.map(({ examination }) => examination);
}

const basedOn = [{ reference: 'ServiceRequest/order-UXME30' }];

describe('one examination is put together from all that tells of it', () => {
  test('an order, its appointment, its study and its report', () => {
    const [examination, ...others] = timeLine([
      order('UXME30', { requester: { display: 'Læge Syntetisk' }, status: 'completed' }),
      appointment('UXME30', '2026-05-24T09:00:00+02:00', { basedOn, status: 'fulfilled' }),
      study('UXME30', '2026-05-24T09:10:00+02:00', { basedOn }),
      report('UXME30', '2026-05-25', {
        imagingStudy: [{ reference: 'ImagingStudy/study-UXME30' }],
        conclusion: 'Intet nyt.',
      }),
    ]);
    expect(others).toEqual([]);
    expect(examination).toMatchObject({
      state: 'done',
      time: { text: '2026-05-24T09:10:00+02:00' },
      orderedOn: { text: '2026-05-20' },
      orderedBy: 'Læge Syntetisk',
      report: { reference: 'DiagnosticReport/report-UXME30', conclusion: 'Intet nyt.', preliminary: false },
    });
    expect(examination?.references.map(({ reference }) => reference)).toEqual([
      'ImagingStudy/study-UXME30',
      'DiagnosticReport/report-UXME30',
      'ServiceRequest/order-UXME30',
      'Appointment/appointment-UXME30',
    ]);
  });

  test.each<[string, readonly Loose[]]>([
    [
      'by an accession number',
      [
        study('UXME30', '2026-05-24', { identifier: [{ system: 'acc', value: '7' }] }),
        procedure('UXME30', '2026-05-23', { identifier: [{ system: 'acc', value: '7' }] }),
      ],
    ],
    [
      'by a reference that names it by its number',
      [
        study('UXME30', '2026-05-24', { identifier: [{ system: 'acc', value: '7' }] }),
        report('UXME30', '2026-05-26', { imagingStudy: [{ identifier: { system: 'acc', value: '7' } }] }),
      ],
    ],
    [
      'by the procedure it names',
      [
        study('UXME30', '2026-05-24', { procedureReference: { reference: 'Procedure/procedure-UXME30' } }),
        procedure('UXME30', '2026-05-23'),
      ],
    ],
    [
      'by the order that both carry out, though that was not read',
      [study('UXME30', '2026-05-24', { basedOn }), report('UXME30', '2026-05-26', { basedOn })],
    ],
    [
      'by the day, a study and a report',
      [study('UXME30', '2026-05-24T10:00:00+02:00'), report('UXME30', '2026-05-24')],
    ],
  ])('%s', (_name, resources) => {
    expect(timeLine(resources)).toHaveLength(1);
  });

  test.each<[string, readonly Loose[]]>([
    [
      'two studies of one day',
      [study('UXME30', '2026-05-24', { id: 'a' }), study('UXME30', '2026-05-24', { id: 'b' })],
    ],
    [
      'two studies on one standing order',
      [study('UXME30', '2026-05-24', { id: 'a', basedOn }), study('UXME30', '2025-11-24', { id: 'b', basedOn })],
    ],
    [
      'a study, and an appointment ahead on the same order',
      [study('UXME30', '2026-05-24', { basedOn }), appointment('UXME30', '2026-06-24', { basedOn })],
    ],
    ['an order and another that follows from it', [order('UXME30'), order('UXME30', { id: 'next', basedOn })]],
  ])('but not %s', (_name, resources) => {
    expect(timeLine(resources)).toHaveLength(2);
  });

  test('a cancelled appointment leaves the order open', () => {
    const [examination] = timeLine([
      order('UXME30'),
      appointment('UXME30', '2026-06-24', { basedOn, status: 'cancelled' }),
    ]);
    expect(examination).toMatchObject({ state: 'ordered', orderedOn: { text: '2026-05-20' } });
    expect(examination).not.toHaveProperty('time');
  });

  test('an appointment that names nothing takes the examination from its order', () => {
    const [examination] = timeLine([
      order('UXME30'),
      appointment('UXME30', '2026-06-24T09:00:00+02:00', { basedOn, serviceType: undefined }),
    ]);
    expect(examination).toMatchObject({
      state: 'booked',
      time: { text: '2026-06-24T09:00:00+02:00' },
      display: 'UXME30',
    });
  });

  test('a preliminary report says so, and a registered one is no answer yet', () => {
    expect(timeLine([report('UXME30', '2026-05-24', { status: 'preliminary' })])[0]?.report?.preliminary).toBe(true);
    expect(timeLine([report('UXME30', '2026-05-24', { status: 'registered' })])[0]).toMatchObject({ state: 'ordered' });
  });
});

describe('where and by whom', () => {
  test.each<[string, Loose]>([
    ['the location of a study', study('UXME30', '2026-05-24', { location: { display: 'Prøvekøbing' } })],
    [
      'the organisation of a series',
      study('UXME30', '2026-05-24', {
        series: [{ uid: '1', performer: [{ actor: { reference: 'Organization/o', display: 'Prøvekøbing' } }] }],
      }),
    ],
    ['the performer of a report', report('UXME30', '2026-05-24', { performer: [{ display: 'Prøvekøbing' }] })],
    ['the performer of an order', order('UXME30', { performer: [{ display: 'Prøvekøbing' }] })],
    [
      'the place among those who take part in an appointment, not the doctor',
      appointment('UXME30', '2026-06-24', {
        participant: [
          { actor: { reference: 'Patient/p1' } },
          { actor: { reference: 'Practitioner/x', display: 'Læge Syntetisk' } },
          { actor: { reference: 'Location/l', display: 'Prøvekøbing' } },
        ],
      }),
    ],
    [
      'an organisation contained in the report',
      report('UXME30', '2026-05-24', {
        contained: [{ resourceType: 'Organization', id: 'o', name: 'Prøvekøbing' }],
        performer: [{ reference: '#o' }],
      }),
    ],
  ])('is %s', (_name, resource) => {
    expect(timeLine([resource])[0]?.place).toBe('Prøvekøbing');
  });

  test.each<[string, Loose]>([
    ['the referrer of a study', study('UXME30', '2026-05-24', { referrer: { display: 'Læge Syntetisk' } })],
    [
      'the requester of an order, contained in it, by the parts of the name',
      order('UXME30', {
        contained: [{ resourceType: 'Practitioner', id: 'd', name: [{ given: ['Læge'], family: 'Syntetisk' }] }],
        requester: { reference: '#d' },
      }),
    ],
    [
      'whoever holds the role that asked',
      order('UXME30', {
        contained: [{ resourceType: 'PractitionerRole', id: 'r', practitioner: { display: 'Læge Syntetisk' } }],
        requester: { reference: '#r' },
      }),
    ],
  ])('whoever ordered it is %s', (_name, resource) => {
    expect(timeLine([resource])[0]?.orderedBy).toBe('Læge Syntetisk');
  });

  test.each<[string, Loose, string]>([
    ['a study', study('UXME30', '2026-05-24'), '2026-05-24'],
    ['a report', report('UXME30', '2026-05-24'), '2026-05-24'],
    ['a procedure', procedure('UXME30', '2026-05-23'), '2026-05-23'],
    ['an appointment', appointment('UXME30', '2026-06-24T09:00:00+02:00'), '2026-06-24T09:00:00+02:00'],
    ['an order with a time of its own', order('UXME30', { occurrenceDateTime: '2026-06-25' }), '2026-06-25'],
  ])('the time is that of %s', (_name, resource, text) => {
    expect(timeLine([resource])[0]?.time?.text).toBe(text);
  });

  test('private is what one of the site’s private providers has made, never who asked for it', () => {
    const sor = { system: 'urn:oid:1.2.208.176.1.1', value: '000000000000001' };
    const rules = { ...RULES, site: { ...RULES.site, privateProviders: [{ ...sor, name: 'Prøveklinik' }] } };
    const provider = { identifier: sor, display: 'Prøveklinik' };
    expect(timeLine([report('UXME30', '2026-05-24', { performer: [provider] })], rules)[0]?.isPrivate).toBe(true);
    expect(timeLine([report('UXME30', '2026-05-24', { performer: [provider] })])[0]?.isPrivate).toBe(false);
    expect(timeLine([order('UXME30', { requester: provider })], rules)[0]?.isPrivate).toBe(false);
  });
});
