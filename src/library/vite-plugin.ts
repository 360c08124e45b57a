import type { Plugin } from 'vite';
import { loadLibrary } from './disk.ts';

const NAME = 'virtual:indikation-rules';

/**
 * Gives the page its rules as a module made at build: parsed, checked and quarantined here, so that neither the schema
 * library nor a wrong guideline reaches the browser.
 */
export function rulesPlugin(rulesFolder: string): Plugin {
  return {
    name: 'indikation-rules',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    async load(id) {
      if (id !== `\0${NAME}`) return null;
      const { library, findings } = await loadLibrary(rulesFolder);
      for (const { file, line, message } of findings) this.warn(`${file}:${line ?? 1} ${message}`);
      const { vocabulary, quarantined } = library;
      const valueSets = Object.fromEntries(
        Object.entries(vocabulary.valueSets).map(([key, { resourceType, url, name, title, compose }]) => [
          key,
          { resourceType, url, name, title, compose },
        ]),
      );
      const guidelines = library.guidelines.map(({ document }) => document);
      const rules = { vocabulary: { ...vocabulary, valueSets }, guidelines, quarantined };
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(rules))});`;
    },
  };
}
