import './fhir/websocket-shim.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isResource } from '@medplum/core';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { loadDefinitions, resourceTypes } from './fhir/definitions.ts';
import { findFaults } from './fhir/store.ts';
import { shiftDates } from './shift-dates.ts';

/** The day as of which the people are written down. */
export const PEOPLE_DATE = '2026-11-01';

/** How many days from {@link PEOPLE_DATE} to today in Denmark. */
export function daysSincePeopleDate(now: Date): number {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(now);
  return Math.round((Date.parse(today) - Date.parse(PEOPLE_DATE)) / 86_400_000);
}

/**
 * Reads the synthetic people, `*.json` in a folder, each a FHIR collection Bundle, and moves every date so that
 * {@link PEOPLE_DATE} becomes today: ages and "three weeks ago" stay what they were. A resource that several people share,
 * a practitioner say, may be in several files if it is the same in all.
 * @throws Error that names file and resource, for what is not FHIR, has no id, or differs from its namesake
 */
export async function loadPeople(folder: string, now: Date): Promise<Resource[]> {
  loadDefinitions();
  const days = daysSincePeopleDate(now);
  const found = new Map<string, { text: string; resource: Resource }>();
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  for (const name of names) {
    const bundle = readBundle(name, await readFile(join(folder, name), 'utf8'));
    for (const entry of bundle.entry ?? []) {
      const resource = checkResource(name, entry.resource);
      const reference = `${resource.resourceType}/${resource.id}`;
      const text = JSON.stringify(resource);
      const namesake = found.get(reference);
      if (namesake && namesake.text !== text) throw new Error(`${name}: ${reference} is different in another file`);
      if (!namesake) found.set(reference, { text, resource: shiftDates(resource, days) });
    }
  }
  return [...found.values()].map((entry) => entry.resource);
}

function readBundle(name: string, text: string): Bundle {
  const parsed: unknown = JSON.parse(text);
  if (!isResource<Bundle>(parsed, 'Bundle') || parsed.type !== 'collection') {
    throw new Error(`${name}: not a FHIR Bundle of type collection`);
  }
  return parsed;
}

function checkResource(name: string, resource: Resource | undefined): Resource {
  if (!isResource(resource)) throw new Error(`${name}: an entry without a resource`);
  const label = `${name}: ${resource.resourceType}/${resource.id}`;
  if (!resource.id) throw new Error(`${name}: a ${resource.resourceType} without an id`);
  if (!resourceTypes.includes(resource.resourceType))
    throw new Error(`${label}: the sandbox has no such resource type`);
  const issues = findFaults(resource)?.issue ?? [];
  const faults = issues.map((issue) => `${issue.details?.text} (${issue.expression?.join(', ')})`);
  if (faults.length > 0) throw new Error(`${label}: ${faults.join('; ')}`);
  return resource;
}
