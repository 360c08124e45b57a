import './websocket-shim.ts';
import { evalFhirPath, toPeriod } from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import type { Parameter } from './definitions.ts';
import type { SearchQuery } from './search-query.ts';

/**
 * Sorts by the rules of `_sort` (FHIR R4 search.html#sort), the first rule first. Dates are compared as instants, whatever
 * their time zone and precision; resources without a value come last either way.
 */
export function sortResources(resources: readonly Resource[], rules: SearchQuery['sort']): Resource[] {
  const keyed = resources.map((resource) => ({
    resource,
    keys: rules.map((rule) => sortKey(rule.parameter, resource)),
  }));
  keyed.sort((a, b) => {
    for (const [index, rule] of rules.entries()) {
      const order = compare(a.keys[index], b.keys[index], rule.descending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map((entry) => entry.resource);
}

function sortKey(parameter: Parameter, resource: Resource): string | undefined {
  const [value] = evalFhirPath(parameter.path, resource);
  if (value === undefined || value === null) return undefined;
  if (parameter.kind === 'date') return toPeriod(value)?.start;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function compare(a: string | undefined, b: string | undefined, descending: boolean): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return (a < b ? -1 : 1) * (descending ? -1 : 1);
}
