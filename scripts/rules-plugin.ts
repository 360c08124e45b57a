import type { Plugin } from 'vite';
import type { CompiledGuideline } from '../src/core/guideline/compile.ts';
import type { Library, ValueSet, Vocabulary } from '../src/core/guideline/library.ts';
import type { FactDefinition } from '../src/core/schema/vocabulary.ts';
import { factsFor, requirementsOf } from '../src/fhir/requirements.ts';
import { loadLibrary } from '../src/library/disk.ts';
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
    const load = (part: string): string => `() => import('${GUIDELINE}${document.id}${part}')`;
    const orders = JSON.stringify(document.appliesTo.orders);
    return `'${document.id}': { orders: ${orders}, load: ${load('')}, english: ${load('/english')}, reading: ${load('/reading')} }`;
  });
  return [
    `export const orders = ${JSON.stringify(vocabulary.orders)};`,
    `export const quarantined = ${JSON.stringify(quarantined)};`,
    `export const guidelines = { ${entries.join(', ')} };`,
  ].join('\n');
}

function guidelineModule(library: Library, name: string): string {
  const [id, part] = name.split('/');
  const guideline = library.guidelines.find(({ document }) => document.id === id);
  if (!guideline) throw new Error(`there is no guideline "${id}"`);
  const { evidence, patientInformation } = guideline.document;
  if (part === 'reading') return `export default ${JSON.stringify({ evidence, patientInformation })};`;
  const { danish, english } = takeEnglish(packOf(library, guideline));
  return `export default ${JSON.stringify(part === 'english' ? english : danish)};`;
}

/** The guideline with the facts and value sets it needs; what only authors read is left out. */
function packOf(library: Library, guideline: CompiledGuideline): object {
  const { evidence: _evidence, patientInformation: _information, ...document } = guideline.document;
  const [order = null] = document.appliesTo.orders;
  const needed = factsFor({ ...library, guidelines: [guideline] }, order);
  const facts = needed.flatMap((id): [string, FactDefinition][] => {
    const definition = library.vocabulary.facts[id];
    return definition ? [[id, definition]] : [];
  });
  const valueSets = facts.flatMap(([, { read, hints }]) =>
    [...read, ...hints].flatMap((reading) => {
      if ('valueSet' in reading) return [reading.valueSet];
      return 'choices' in reading ? Object.values(reading.choices) : [];
    }),
  );
  return {
    document: { ...document, evidence: {} },
    facts: Object.fromEntries(facts.map(([id, { basis: _basis, ...definition }]) => [id, definition])),
    valueSets: Object.fromEntries([...new Set(valueSets)].map((id) => [id, leanValueSet(library.vocabulary, id)])),
  };
}

function leanValueSet({ valueSets }: Vocabulary, id: string): ValueSet | undefined {
  const valueSet = valueSets[id];
  if (!valueSet) return undefined;
  const { resourceType, url, name, compose } = valueSet;
  return { resourceType, url, name, compose };
}

function resourceTypes(library: Library): readonly string[] {
  const orders = Object.keys(library.vocabulary.orders);
  return [...new Set(orders.flatMap((order) => requirementsOf(library, order).map((one) => one.resourceType)))].sort();
}
