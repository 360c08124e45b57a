import type { Patient } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { matchesSearch, readPerson } from '../../../../sandbox/page/record/person.ts';

const alma: Patient = {
  resourceType: 'Patient',
  id: 'plain-back-pain',
  meta: { tag: [{ system: 'https://ehr.example/sandbox/scenario', display: 'Lændesmerter uden alarmtegn' }] },
  identifier: [{ system: 'urn:oid:1.2.208.176.1.2', value: '9901450001' }],
  name: [{ use: 'official', text: 'Alma Testesen' }],
  gender: 'female',
  birthDate: '1981-03-14',
};
const person = readPerson(alma, new Date(2026, 10, 1));

test('a person is shown with name, number, age, gender and what there is to try', () => {
  expect(person).toEqual({
    id: 'plain-back-pain',
    name: 'Alma Testesen',
    number: '990145-0001',
    age: '45 år',
    gender: 'kvinde',
    scenario: 'Lændesmerter uden alarmtegn',
  });
});

test('where only the year of birth is known, the year is shown and no age', () => {
  expect(readPerson({ ...alma, birthDate: '1961' }, new Date(2026, 10, 1)).age).toBe('født 1961');
});

describe('the search for people', () => {
  test.each(['', 'alma', 'TESTESEN alma', '990145-0001', '9901450001', 'alarmtegn', 'plain-back'])(
    '"%s" finds',
    (s) => {
      expect(matchesSearch(person, s)).toBe(true);
    },
  );

  test('needs every word', () => {
    expect(matchesSearch(person, 'alma eksempelsen')).toBe(false);
  });
});
