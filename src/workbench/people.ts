import type { People } from '../core/vignette/case.ts';
import { peopleFrom } from '../fhir/read-bundle.ts';

const TEXTS = import.meta.glob<string>(['../../sandbox/people/*.json', '!**/long-record.json'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The sandbox's synthetic people, for vignettes that go the whole way from FHIR; but for the one of hundreds of resources. */
export const sandboxPeople: People = peopleFrom(
  Object.fromEntries(Object.entries(TEXTS).map(([path, text]) => [path.replace(/^.*\/([^/]+)\.json$/, '$1'), text])),
);
