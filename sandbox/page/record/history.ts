import type { ServiceRequest } from 'fhir/r4';
import { isObject } from '../resource.ts';
import { writeMoment } from './wording.ts';

/** One version of an order, and which of its elements differ from the version before. */
export type OrderVersion = { readonly version: string; readonly when: string; readonly changed: readonly string[] };

const elementWords: Record<string, string> = {
  code: 'undersøgelse',
  reasonCode: 'indikation',
  reasonReference: 'indikation (reference)',
  note: 'noter',
  supportingInfo: 'vedlagt',
  status: 'status',
  priority: 'hastegrad',
};

/** What happened to an order, newest first. @param versions all of them, in any order */
export function readHistory(versions: readonly ServiceRequest[]): OrderVersion[] {
  const sorted = versions.toSorted((a, b) => Number(a.meta?.versionId) - Number(b.meta?.versionId));
  return sorted
    .map((order, index) => {
      const before = sorted[index - 1];
      return {
        version: order.meta?.versionId ?? '',
        when: writeMoment(order.meta?.lastUpdated),
        changed: before === undefined ? [] : changedElements(before, order).map((name) => elementWords[name] ?? name),
      };
    })
    .toReversed();
}

/** What a change came to, in one sentence. */
export function changeWords({ version, changed }: OrderVersion): string {
  return `Henvisningen er ændret til version ${version}: ${changed.join(', ') || 'intet synligt'}.`;
}

/** Names of the top-level elements that differ, whatever the order of keys; `meta` always does and is left out. */
export function changedElements(before: ServiceRequest, after: ServiceRequest): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const old = new Map(Object.entries(before));
  const now = new Map(Object.entries(after));
  return [...names].filter((name) => name !== 'meta' && canonical(old.get(name)) !== canonical(now.get(name)));
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, member: unknown) => {
      if (!isObject(member)) return member;
      return Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? ''
  );
}
