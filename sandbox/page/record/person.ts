import type { Patient } from 'fhir/r4';
import { ageOn } from './wording.ts';

/** A person as the list and the banner show them. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** Ten digits with a hyphen, as Danes write it; on day 99, so nobody's. */
  readonly number: string;
  /** E.g. `45 år`; `født 1961` when only that is known. */
  readonly age: string;
  readonly gender: string;
  /** What there is to try with this person, in a few words. */
  readonly scenario: string;
};

const genders: Record<string, string> = { female: 'kvinde', male: 'mand', other: 'andet køn' };

export function readPerson(patient: Patient, today: Date): Person {
  const name = patient.name?.find((candidate) => candidate.use === 'official') ?? patient.name?.[0];
  const number = patient.identifier?.find((identifier) => identifier.system === 'urn:oid:1.2.208.176.1.2')?.value ?? '';
  const age = ageOn(patient.birthDate, today);
  return {
    id: patient.id ?? '',
    name: name?.text ?? [...(name?.given ?? []), name?.family ?? ''].join(' ').trim(),
    number: number.replace(/^(\d{6})(\d{4})$/, '$1-$2'),
    age: age === undefined ? `født ${patient.birthDate ?? 'ukendt'}` : `${age} år`,
    gender: genders[patient.gender ?? ''] ?? 'køn ukendt',
    scenario: patient.meta?.tag?.find((tag) => tag.system === 'https://ehr.example/sandbox/scenario')?.display ?? '',
  };
}

/** Whether every word of the search stands in the person's name, number, id or scenario. */
export function matchesSearch(person: Person, search: string): boolean {
  const text = [person.name, person.number, person.number.replace('-', ''), person.id, person.scenario].join(' ');
  const haystack = text.toLocaleLowerCase('da');
  return search
    .toLocaleLowerCase('da')
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
