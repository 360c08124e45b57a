import type { CompiledGuideline } from '../../core/guideline/compile.ts';
import type { Library } from '../../core/guideline/library.ts';
import { didYouMean } from '../../core/guideline/remark.ts';
import type { LocatedJson } from '../../core/schema/located.ts';
import type { VignettesDocument } from '../../core/schema/vignette.ts';
import { buildLibrary } from '../../library/build.ts';
import { readRuleFiles } from '../../library/disk.ts';
import { readGuideline, readVignettes } from '../../library/read.ts';
import type { Streams } from '../streams.ts';
import type { Speech } from '../words/speech.ts';

/** A guideline with its vignettes, and the places of its file. */
export interface ChosenGuideline {
  readonly guideline: CompiledGuideline;
  readonly vignettes: VignettesDocument;
  readonly file: string;
  readonly located: LocatedJson;
  /** The text of its CHANGELOG.md. */
  readonly changelog: string;
}

/** The library as shipped, without a site's changes, and the guidelines asked for. */
export interface Chosen {
  readonly library: Library;
  readonly guidelines: readonly ChosenGuideline[];
}

/**
 * Reads the guidelines that a command's arguments name, or all. Null, with a word on the error stream, when one of them does
 * not exist or cannot be used: then `npm run rules` says what is wrong with it.
 */
export async function chooseGuidelines(
  ids: readonly string[],
  rulesFolder: string,
  { error }: Pick<Streams, 'error'>,
  { words, tell }: Speech,
): Promise<Chosen | null> {
  const { 'site.json': _site, ...files } = await readRuleFiles(rulesFolder);
  const { library } = buildLibrary(files);
  const known = library.guidelines.map(({ document }) => document.id);
  const broken = library.quarantined.map(({ id }) => id).filter((id) => ids.length === 0 || ids.includes(id));
  const strange = ids.filter((id) => !known.includes(id) && !broken.includes(id));
  for (const id of broken) error(words.outOfService(id));
  for (const id of strange) {
    const near = didYouMean(id, known);
    error(`${words.noGuideline(id)} ${near ? tell(near) : words.known(known)}`);
  }
  if (broken.length + strange.length > 0) return null;
  const guidelines: ChosenGuideline[] = [];
  for (const guideline of library.guidelines) {
    const { id } = guideline.document;
    if (ids.length > 0 && !ids.includes(id)) continue;
    const own = readGuideline(files, id);
    const vignettes = readVignettes(files, id);
    if (!own.ok || !vignettes?.ok) {
      error(words.noVignettes(id));
      return null;
    }
    const changelog = files[`${id}/CHANGELOG.md`] ?? '';
    const file = `rules/${id}/guideline.json`;
    guidelines.push({ guideline, vignettes: vignettes.document, file, located: own.located, changelog });
  }
  return { library, guidelines };
}
