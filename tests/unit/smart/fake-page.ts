import type { fhirclient } from 'fhirclient/lib/types';
import type { Page } from '../../../src/smart/page.ts';

/** A page without a browser: what was stored, where it went, and the address it shows. */
export function fakePage(launches: Map<string, unknown> = new Map()) {
  const visited: URL[] = [];
  const addresses: string[] = [];
  const storage: fhirclient.Storage = {
    get: async (key) => structuredClone(launches.get(key) ?? null),
    set: async (key, value) => {
      launches.set(key, structuredClone(value));
      return value;
    },
    unset: async (key) => launches.delete(key),
  };
  const alone = { postMessage: () => undefined };
  const page: Page = {
    storage,
    view: { self: alone, parent: alone, opener: null, addEventListener: () => undefined },
    redirect: (url) => visited.push(url),
    replaceAddress: (url) => addresses.push(url.href),
  };
  return { page, launches, visited, addresses };
}
