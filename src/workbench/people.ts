import type { People } from '../core/vignette/case.ts';
import { peopleFrom } from '../fhir/read-bundle.ts';

const BUNDLES = import.meta.glob<unknown>(['../../sandbox/people/*.json', '!**/long-record.json'], {
  import: 'default',
  eager: true,
});

/** The sandbox's synthetic people, for vignettes that go the whole way from FHIR; but for the one of hundreds of resources. */
export const sandboxPeople: People = peopleFrom(
  Object.fromEntries(
    Object.entries(BUNDLES).map(([path, bundle]) => [path.replace(/^.*\/([^/]+)\.json$/, '$1'), bundle]),
  ),
);
