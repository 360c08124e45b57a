import { computed, signal } from '@preact/signals';
import { searchAll } from '../fhir-client.ts';
import { type Chart, chartTypes, readChart } from '../record/chart.ts';
import { matchesSearch, type Person, readPerson } from '../record/person.ts';
import { isA } from '../resource.ts';
import { type Load, settle, waiting } from './load.ts';

export const people = signal<Load<readonly Person[]>>(waiting);
export const search = signal('');
/** Id of the person whose chart is open. */
export const chosenPerson = signal<string | null>(null);
export const chart = signal<Load<Chart>>(waiting);
/** Whether the list of people is shown where there is no room for it beside the chart. */
export const isListOpen = signal(false);

export const foundPeople = computed(() => {
  if (people.value.state !== 'here') return [];
  return people.value.value.filter((person) => matchesSearch(person, search.value));
});

export const openPerson = computed(() => {
  if (people.value.state !== 'here') return null;
  return people.value.value.find((person) => person.id === chosenPerson.value) ?? null;
});

export async function loadPeople(): Promise<void> {
  const found = await settle(searchAll('Patient?_count=200'));
  if (found.state !== 'here') {
    people.value = found;
    return;
  }
  const read = found.value.flatMap((resource) => (isA(resource, 'Patient') ? [readPerson(resource, new Date())] : []));
  people.value = { state: 'here', value: read.toSorted((a, b) => a.name.localeCompare(b.name, 'da')) };
}

/** Loads the chart of the chosen person; an answer that comes after another was chosen is dropped. */
export async function loadChart(): Promise<void> {
  const patient = chosenPerson.value;
  if (patient === null) return;
  chart.value = waiting;
  const found = await settle(Promise.all(chartTypes.map((type) => searchAll(`${type}?patient=${patient}&_count=200`))));
  if (chosenPerson.value !== patient) return;
  chart.value = found.state === 'here' ? { state: 'here', value: readChart(found.value.flat()) } : found;
}
