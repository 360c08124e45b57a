import type { Plugin } from 'vite';
import type { Library } from '../src/core/guideline/library.ts';
import { imagingTypes } from '../src/fhir/imaging/requirements.ts';
import { factsFor, READ_ON_PRESS, requirementsOf } from '../src/fhir/requirements.ts';
import { examinationsByReason } from '../src/library/by-reason.ts';
import { loadLibrary } from '../src/library/disk.ts';
import { packGuidelines, packOrder } from '../src/library/pack.ts';
import { takeEnglish } from '../src/library/texts.ts';

const SHELF = 'virtual:indikation-shelf';
const RESOURCE_TYPES = 'virtual:indikation-resource-types';
const IMAGING = 'virtual:indikation-imaging';
const BY_REASON = 'virtual:indikation-by-reason';
const ORDER = 'virtual:indikation-order/';

/**
 * Gives the page its rules as modules made at build: parsed, checked and quarantined here, so that neither the schema
 * library nor a wrong guideline reaches the browser. What speaks about an order is one module, with the part of the
 * vocabulary it needs; its English and its evidence are modules beside it (docs/decisions/0003-rules-checked-at-build.md).
 */
export function rulesPlugin(rulesFolder: string): Plugin {
  let loading: Promise<Library> | undefined;
  return {
    name: 'indikation-rules',
    resolveId: (id) => (id.startsWith('virtual:indikation-') ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith('\0virtual:indikation-')) return null;
      loading ??= loadLibrary(rulesFolder).then(({ library, findings }) => {
        for (const { file, line, message } of findings) this.warn(`${file}:${line ?? 1} ${message.en}`);
        return library;
      });
      const library = await loading;
      const name = id.slice(1);
      if (name === SHELF) return shelfModule(library);
      if (name === IMAGING) return `export default ${JSON.stringify(library.imaging ?? null)};`;
      if (name === RESOURCE_TYPES) return `export default ${JSON.stringify(resourceTypes(library))};`;
      if (name === BY_REASON) return `export default ${JSON.stringify(await examinationsByReason(library))};`;
      return orderModule(library, name.slice(ORDER.length));
    },
  };
}

function shelfModule(library: Library): string {
  const { vocabulary, quarantined } = library;
  const entries = sameSpeakers(library).map(
    ({ orders, speaking }) =>
      `{ orders: ${JSON.stringify(orders)}, guidelines: ${JSON.stringify(speaking.map(({ document }) => document.id))}, load: () => import('${ORDER}${orders[0]}') }`,
  );
  const orders = Object.entries(vocabulary.orders).map(([id, order]) => [id, packOrder(order)]);
  return [
    `export const orders = ${JSON.stringify(Object.fromEntries(orders))};`,
    `export const quarantined = ${JSON.stringify(quarantined)};`,
    `export const groups = [${entries.join(', ')}];`,
  ].join('\n');
}

/** The orders that the same guidelines speak about. */
interface SameSpeakers {
  readonly orders: readonly string[];
  readonly speaking: Library['guidelines'];
}

function sameSpeakers({ vocabulary, guidelines }: Library): readonly SameSpeakers[] {
  const groups = new Map<string, SameSpeakers>();
  for (const order of Object.keys(vocabulary.orders)) {
    const speaking = guidelines.filter(({ document }) => document.appliesTo.orders.includes(order));
    const key = speaking.map(({ document }) => document.id).join();
    if (speaking.length > 0) groups.set(key, { orders: [...(groups.get(key)?.orders ?? []), order], speaking });
  }
  return [...groups.values()];
}

function orderModule(library: Library, name: string): string {
  const [order = '', part] = name.split('/');
  const group = sameSpeakers(library).find(({ orders }) => orders.includes(order));
  if (!group) throw new Error(`no guideline speaks about "${order}"`);
  const needs = { facts: factsFor(library, order), searches: requirementsOf(library, order) };
  const { pack, readings } = packGuidelines(group.speaking, library.vocabulary, needs);
  if (part === 'reading') return `export default ${JSON.stringify(readings)};`;
  const { danish, english } = takeEnglish(pack);
  if (part === 'english') return `export default ${JSON.stringify(english)};`;
  return [
    `export default ${JSON.stringify(danish)};`,
    `export const english = () => import('${ORDER}${order}/english');`,
    `export const reading = () => import('${ORDER}${order}/reading');`,
  ].join('\n');
}

function resourceTypes(library: Library): readonly string[] {
  const orders = Object.keys(library.vocabulary.orders);
  const guidance = orders.flatMap((order) => requirementsOf(library, order).map((one) => one.resourceType));
  const beside = library.imaging ? imagingTypes(library.imaging) : [];
  return [...new Set([...guidance, ...beside, ...READ_ON_PRESS])].sort();
}
