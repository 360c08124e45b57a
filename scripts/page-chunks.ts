import type { Plugin } from 'vite';

/** Vite's helper that loads beforehand what a module fetched later imports: here that is on the page already. */
const PRELOAD_HELPER = '\0vite/preload-helper.js';

/** The plugin, and which chunk a module belongs to; null leaves it to the bundler, as all that is fetched later. */
export interface PageChunks {
  readonly plugin: Plugin;
  readonly nameOf: (id: string) => string | null;
}

/** What a page uses. */
interface PageModules {
  /** What comes with it. */
  readonly atOnce: ReadonlySet<string>;
  /** The same, with all that is fetched later and what that uses. */
  readonly ever: ReadonlySet<string>;
}

/**
 * One chunk per page and one for what both pages use, if only later: pieces that were split because something fetched
 * later uses them too compress badly, and save nobody anything (docs/decisions/0006-size.md). Nothing that the one page
 * fetches may stand in the chunk of the other, which would start that page.
 */
export function pageChunks(): PageChunks {
  const pages = new Map<string, PageModules>();
  return {
    plugin: {
      name: 'page-chunks',
      enforce: 'pre',
      load: (id) => (id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load();' : null),
      buildEnd() {
        const imported = (id: string): readonly string[] => this.getModuleInfo(id)?.importedIds ?? [];
        const fetched = (id: string): readonly string[] => this.getModuleInfo(id)?.dynamicallyImportedIds ?? [];
        for (const entry of this.getModuleIds()) {
          const page = /([\w-]+)\.html$/.exec(entry)?.[1];
          if (page === undefined) continue;
          const ever = reachedFrom(entry, (id) => [...imported(id), ...fetched(id)]);
          pages.set(page, { atOnce: reachedFrom(entry, imported), ever });
        }
      },
    },
    nameOf(id) {
      // A page links its style sheet itself; as part of a chunk, whatever imports that chunk would ask for it again.
      if (id.endsWith('.css')) return null;
      const owner = [...pages].find(([, { atOnce }]) => atOnce.has(id));
      if (!owner) return null;
      return [...pages.values()].filter(({ ever }) => ever.has(id)).length > 1 ? 'shared' : owner[0];
    },
  };
}

/** Every module that an entry leads to, itself left out. */
function reachedFrom(entry: string, importsOf: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...importsOf(entry)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...importsOf(id));
  }
  return reached;
}
