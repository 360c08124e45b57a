import type { Plugin } from 'vite';
import type { Library } from '../src/core/guideline/library.ts';
import { factsFor, requirementsOf } from '../src/fhir/requirements.ts';
import { loadLibrary } from '../src/library/disk.ts';
import { packGuideline, packOrder } from '../src/library/pack.ts';
import { takeEnglish } from '../src/library/texts.ts';

const SHELF = 'virtual:indikation-shelf';
const RESOURCE_TYPES = 'virtual:indikation-resource-types';
const GUIDELINE = 'virtual:indikation-guideline/';

/**
 * Gives the page its rules as modules made at build: parsed, checked and quarantined here, so that neither the schema
 * library nor a wrong guideline reaches the browser. Each guideline is a module of its own with the part of the vocabulary
 * it needs; its English and its evidence are modules beside it (docs/decisions/0003-rules-checked-at-build.md).
 */
export function rulesPlugin(rulesFolder: string): Plugin {
  let loading: Promise<Library> | undefined;
  return {
    name: 'indikation-rules',
    resolveId: (id) => (id.startsWith('virtual:indikation-') ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith('\0virtual:indikation-')) return null;
      loading ??= loadLibrary(rulesFolder).then(({ library, findings }) => {
        for (const { file, line, message } of findings) this.warn(`${file}:${line ?? 1} ${message}`);
        return library;
      });
      const library = await loading;
      const name = id.slice(1);
      if (name === SHELF) return shelfModule(library);
      if (name === RESOURCE_TYPES) return `export default ${JSON.stringify(resourceTypes(library))};`;
      return guidelineModule(library, name.slice(GUIDELINE.length));
    },
  };
}

function shelfModule({ vocabulary, guidelines, quarantined }: Library): string {
  const entries = guidelines.map(({ document }) => {
    const orders = JSON.stringify(document.appliesTo.orders);
    return `'${document.id}': { orders: ${orders}, load: () => import('${GUIDELINE}${document.id}') }`;
  });
  const orders = Object.entries(vocabulary.orders).map(([id, order]) => [id, packOrder(order)]);
  return [
    `export const orders = ${JSON.stringify(Object.fromEntries(orders))};`,
    `export const quarantined = ${JSON.stringify(quarantined)};`,
    `export const guidelines = { ${entries.join(', ')} };`,
  ].join('\n');
}

function guidelineModule(library: Library, name: string): string {
  const [id, part] = name.split('/');
  const guideline = library.guidelines.find(({ document }) => document.id === id);
  if (!guideline) throw new Error(`there is no guideline "${id}"`);
  const [order = null] = guideline.document.appliesTo.orders;
  const needed = factsFor({ ...library, guidelines: [guideline] }, order);
  const { pack, reading } = packGuideline(guideline, library.vocabulary, needed);
  if (part === 'reading') return `export default ${JSON.stringify(reading)};`;
  const { danish, english } = takeEnglish(pack);
  if (part === 'english') return `export default ${JSON.stringify(english)};`;
  return [
    `export default ${JSON.stringify(danish)};`,
    `export const english = () => import('${GUIDELINE}${id}/english');`,
    `export const reading = () => import('${GUIDELINE}${id}/reading');`,
  ].join('\n');
}

function resourceTypes(library: Library): readonly string[] {
  const orders = Object.keys(library.vocabulary.orders);
  return [...new Set(orders.flatMap((order) => requirementsOf(library, order).map((one) => one.resourceType)))].sort();
}
