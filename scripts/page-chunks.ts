import type { Plugin } from 'vite';

/** Vite's helper that loads beforehand what a module fetched later imports: here that is on the page already. */
const PRELOAD_HELPER = '\0vite/preload-helper.js';

/** The plugin, and which chunk a module belongs to; null leaves it to the bundler, as all that is fetched later. */
export interface PageChunks {
  readonly plugin: Plugin;
  readonly nameOf: (id: string) => string | null;
}

/**
 * One chunk per page and one for what both pages use: pieces that were split because something fetched later uses them
 * too compress badly, and save nobody anything (docs/decisions/0006-size.md).
 */
export function pageChunks(): PageChunks {
  const pages = new Map<string, ReadonlySet<string>>();
  return {
    plugin: {
      name: 'page-chunks',
      enforce: 'pre',
      load: (id) => (id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load();' : null),
      buildEnd() {
        for (const entry of this.getModuleIds()) {
          const page = /([\w-]+)\.html$/.exec(entry)?.[1];
          if (page)
            pages.set(
              page,
              reachedFrom(entry, (id) => this.getModuleInfo(id)?.importedIds ?? []),
            );
        }
      },
    },
    nameOf(id) {
      const users = [...pages].filter(([, reached]) => reached.has(id)).map(([page]) => page);
      return users.length > 1 ? 'shared' : (users[0] ?? null);
    },
  };
}

/** Every module that comes with an entry, itself left out. */
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
