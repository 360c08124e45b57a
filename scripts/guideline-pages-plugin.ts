import type { Plugin } from 'vite';
import { guidelinePages, PAGES_FOLDER } from '../src/cli/guideline-pages.ts';

/** Puts each guideline's page beside the app at build, as plain files: no page of the app loads them, they are only linked to. */
export function guidelinePagesPlugin(rulesFolder: string): Plugin {
  return {
    name: 'indikation-guideline-pages',
    apply: 'build',
    async generateBundle() {
      for (const [name, source] of await guidelinePages(rulesFolder))
        this.emitFile({ type: 'asset', fileName: `${PAGES_FOLDER}/${name}`, source });
    },
  };
}
