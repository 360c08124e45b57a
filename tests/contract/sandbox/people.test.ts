import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { daysSincePeopleDate, loadPeople } from '../../../sandbox/people.ts';
import { shiftDates } from '../../../sandbox/shift-dates.ts';

describe('shifting dates', () => {
  test.each([
    ['a date', { birthDate: '1961-03-04' }, { birthDate: '1961-03-14' }],
    ['over the end of a month', { birthDate: '2026-10-25' }, { birthDate: '2026-11-04' }],
    ['over a leap day', { date: '2024-02-25' }, { date: '2024-03-06' }],
    [
      'a dateTime, whose time and offset stay',
      { issued: '2026-10-25T23:59:59.5+02:00' },
      { issued: '2026-11-04T23:59:59.5+02:00' },
    ],
    [
      'an instant inside',
      { meta: { lastUpdated: '2026-01-01T00:00:00Z' } },
      { meta: { lastUpdated: '2026-01-11T00:00:00Z' } },
    ],
    ['a month, by its middle', { onsetDateTime: '2026-08' }, { onsetDateTime: '2026-08' }],
    ['a year, by its middle', { birthDate: '1990' }, { birthDate: '1990' }],
    [
      'a list',
      { timing: { event: ['2026-01-01', '2026-02-01'] } },
      { timing: { event: ['2026-01-11', '2026-02-11'] } },
    ],
  ])('%s', (_, before, after) => {
    expect(shiftDates(before, 10)).toEqual(after);
  });

  test('a month and a year move when their middle does', () => {
    expect(shiftDates({ onsetDateTime: '2026-08', start: '2019' }, 365)).toEqual({
      onsetDateTime: '2027-08',
      start: '2020',
    });
    expect(shiftDates({ onsetDateTime: '2026-08' }, -20)).toEqual({ onsetDateTime: '2026-07' });
  });

  test('nothing else changes', () => {
    const untouched = {
      id: '2026-11-01-order',
      identifier: [{ value: '2019' }],
      code: { coding: [{ code: '2019-05' }], text: 'Set 2026-11-01 i klinikken' },
      subject: { reference: 'Patient/2026' },
      valueInteger: 2019,
      active: true,
      deceasedBoolean: null,
    };
    expect(shiftDates(untouched, 100)).toEqual(untouched);
  });

  test('there and back is where it was', () => {
    const resource = { birthDate: '1961-03-04', period: { start: '2026-11-01T08:00:00+01:00' } };
    expect(shiftDates(shiftDates(resource, 1234), -1234)).toEqual(resource);
  });
});

describe('the day of the people becomes today in Denmark', () => {
  test.each([
    ['2026-11-01T12:00:00+01:00', 0],
    ['2026-11-02T00:30:00+01:00', 1],
    ['2026-10-31T23:30:00+01:00', -1],
    ['2027-11-01T12:00:00+01:00', 365],
  ])('%s is %i days on', (now, days) => {
    expect(daysSincePeopleDate(new Date(now))).toBe(days);
  });
});

describe('loading people', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'people-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const patient = { resourceType: 'Patient', id: 'per', birthDate: '1961-03-04' };
  const write = (name: string, ...resources: unknown[]) =>
    writeFile(
      join(folder, name),
      JSON.stringify({
        resourceType: 'Bundle',
        type: 'collection',
        entry: resources.map((resource) => ({ resource })),
      }),
    );
  const load = () => loadPeople(folder, new Date('2026-11-11T12:00:00+01:00'));

  test('gives every resource of every file, shifted, with ids and references kept', async () => {
    const people = fileURLToPath(new URL('fixtures/people', import.meta.url));
    const resources = await loadPeople(people, new Date('2026-11-11T12:00:00+01:00'));
    expect(resources.find((resource) => resource.id === 'ane')).toMatchObject({ birthDate: '1961-03-14' });
    expect(resources.find((resource) => resource.id === 'ane-order')).toMatchObject({
      subject: { reference: 'Patient/ane' },
      authoredOn: '2026-11-11T09:30:00+01:00',
    });
    expect(resources.filter((resource) => resource.id === 'doctor')).toHaveLength(1);
  });

  test.each([
    ['a file that is no Bundle', patient, /a\.json: not a FHIR Bundle/],
    ['a transaction', { resourceType: 'Bundle', type: 'transaction' }, /a\.json: not a FHIR Bundle of type collection/],
  ])('%s is named', async (_, content, message) => {
    await writeFile(join(folder, 'a.json'), JSON.stringify(content));
    await expect(load()).rejects.toThrow(message);
  });

  test.each([
    ['an entry without a resource', undefined, /a\.json: an entry without a resource/],
    ['a resource without an id', { resourceType: 'Patient' }, /a\.json: a Patient without an id/],
    ['a type that the sandbox does not have', { resourceType: 'Substance', id: 's' }, /a\.json: Substance\/s/],
    ['what is not FHIR', { ...patient, colour: 'red' }, /a\.json: Patient\/per: .*colour/],
  ])('%s is named', async (_, resource, message) => {
    await write('a.json', resource);
    await expect(load()).rejects.toThrow(message);
  });

  test('two different resources of one name are named', async () => {
    await write('a.json', patient);
    await write('b.json', { ...patient, birthDate: '1962-01-01' });
    await expect(load()).rejects.toThrow('b.json: Patient/per is different in another file');
  });
});
