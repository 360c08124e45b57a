import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { longRecord } from '../../../sandbox/people/generate-long-record.ts';
import { loadPeople, PEOPLE_DATE } from '../../../sandbox/people.ts';

type Resource = {
  resourceType: string;
  id: string;
  meta?: { tag?: { system: string; code: string }[] };
  identifier?: { system: string; value: string }[];
  name?: { family: string; text: string }[];
  status?: string;
  intent?: string;
  extension?: unknown[];
  requester?: unknown;
  category?: unknown[];
};
type Bundle = { resourceType: string; type: string; entry: { fullUrl: string; resource: Resource }[] };

const folder = fileURLToPath(new URL('../../../sandbox/people', import.meta.url));
const readBundle = (name: string) => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Bundle;
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? [file.replace('.json', '')] : []));
const people = names.filter((name) => name !== 'practitioner').map((name) => ({ name, bundle: readBundle(name) }));
const shared = readBundle('practitioner');

/** How many draft orders a person has; everybody else has one. */
const drafts: Record<string, number> = { 'no-draft': 0, 'two-drafts': 2 };

const resourcesOf = (bundle: Bundle) => bundle.entry.map((entry) => entry.resource);
const referenceTo = (resource: Resource) => `${resource.resourceType}/${resource.id}`;

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'reference' in value && typeof value.reference === 'string' ? [value.reference] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

describe('every synthetic person', () => {
  test('is one of at least sixteen', () => {
    expect(people.length).toBeGreaterThanOrEqual(16);
  });

  test.each(people)('$name is a collection with one patient of the same name as the file', ({ name, bundle }) => {
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
    const patients = resourcesOf(bundle).filter((resource) => resource.resourceType === 'Patient');
    expect(patients.map((patient) => patient.id)).toEqual([name]);
  });

  test.each(people)('$name has a family name that nobody has', ({ bundle }) => {
    const families = resourcesOf(bundle).flatMap((resource) => resource.name ?? []);
    expect(families).toHaveLength(1);
    expect(families[0]?.family).toMatch(/^(Testesen|Eksempelsen|Prøvesen|Syntetisk)$/);
    expect(families[0]?.text).toContain(families[0]?.family);
  });

  test('has a CPR-like number of its own, on the 99th of the month', () => {
    const numbers = people.flatMap(({ bundle }) =>
      resourcesOf(bundle).flatMap((resource) =>
        (resource.identifier ?? []).filter((identifier) => identifier.system === 'urn:oid:1.2.208.176.1.2'),
      ),
    );
    expect(numbers).toHaveLength(people.length);
    expect(new Set(numbers.map((number) => number.value)).size).toBe(people.length);
    for (const number of numbers) expect(number.value).toMatch(/^99\d{8}$/);
  });

  test.each([...people, { name: 'practitioner', bundle: shared }])(
    '$name is tagged as test data throughout',
    ({ bundle }) => {
      for (const resource of resourcesOf(bundle)) {
        const codes = resource.meta?.tag?.map((tag) => tag.code);
        expect(codes, referenceTo(resource)).toContain('HTEST');
      }
    },
  );

  test.each(people)('$name says in a few words what there is to try', ({ name, bundle }) => {
    const tags = resourcesOf(bundle).flatMap((resource) => resource.meta?.tag ?? []);
    const scenarios = tags.filter((tag) => tag.system === 'https://ehr.example/sandbox/scenario');
    expect(scenarios).toEqual([
      { system: scenarios[0]?.system, code: name, display: expect.stringMatching(/^.{5,35}$/) },
    ]);
  });

  test.each(people)('$name refers only to itself and to the shared practitioner and organisations', ({ bundle }) => {
    const known = [...resourcesOf(bundle), ...resourcesOf(shared)].map(referenceTo);
    for (const reference of referencesIn(bundle).filter((one) => !one.startsWith('#')))
      expect(known).toContain(reference);
  });

  test.each(people)('$name has the draft orders that are declared', ({ name, bundle }) => {
    const orders = resourcesOf(bundle).filter((resource) => resource.resourceType === 'ServiceRequest');
    const open = orders.filter((order) => order.status === 'draft');
    expect(open).toHaveLength(drafts[name] ?? 1);
    for (const order of open) {
      expect(order.intent).toBe('order');
      expect(order.extension).not.toHaveLength(0);
      expect(order.requester).toEqual({ reference: 'Practitioner/laege-testesen', display: 'Læge Test Testesen' });
      expect(order.category).toHaveLength(1);
    }
  });

  test('stands in the table of people, and nobody else does', () => {
    const readme = readFileSync(`${folder}/README.md`, 'utf8');
    const table = readme.slice(readme.indexOf('## Who is who'), readme.indexOf('## From the outcome'));
    const rows = [...table.matchAll(/^\| `([a-z-]+)` +\|/gm)].map((match) => match[1]);
    expect(rows.toSorted()).toEqual(people.map((person) => person.name).toSorted());
  });

  test('has ids that no other person has, and each fullUrl ends with its own', () => {
    const entries = [shared, ...people.map((person) => person.bundle)].flatMap((bundle) => bundle.entry);
    const references = entries.map((entry) => referenceTo(entry.resource));
    expect(new Set(references).size).toBe(references.length);
    for (const entry of entries) {
      expect(entry.fullUrl.endsWith(`/${referenceTo(entry.resource)}`)).toBe(true);
      expect(entry.resource.id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
    }
  });

  test('is valid FHIR R4 in every resource', async () => {
    const loaded = await loadPeople(folder, new Date(`${PEOPLE_DATE}T12:00:00+01:00`));
    const written = [shared, ...people.map((person) => person.bundle)].flatMap((bundle) => bundle.entry);
    expect(loaded).toHaveLength(written.length);
  }, 30_000);
});

describe('the long record', () => {
  test('is what its script writes', () => {
    expect(readFileSync(`${folder}/long-record.json`, 'utf8')).toBe(longRecord());
  }, 20_000);

  test('does not fit on one page of 200, and keeps what matters for the end', () => {
    const resources = resourcesOf(readBundle('long-record'));
    const conditions = resources.filter((resource) => resource.resourceType === 'Condition');
    expect(resources.filter((resource) => resource.resourceType === 'Observation').length).toBeGreaterThanOrEqual(300);
    expect(conditions.length).toBeGreaterThan(200);
    expect(conditions.at(-1)?.id).toBe('long-record-cancer');
  });
});

test('the signed-in clinician is Læge Test Testesen, and the only practitioner', () => {
  const practitioners = [shared, ...people.map((person) => person.bundle)]
    .flatMap(resourcesOf)
    .filter((resource) => resource.resourceType === 'Practitioner');
  expect(practitioners.map((practitioner) => practitioner.id)).toEqual(['laege-testesen']);
  expect(practitioners[0]?.name?.[0]?.text).toBe('Læge Test Testesen');
});
