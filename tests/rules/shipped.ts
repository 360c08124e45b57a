import { join } from 'node:path';
import type { ChosenGuideline } from '../../src/cli/rules/chosen-guidelines.ts';
import { chooseGuidelines } from '../../src/cli/rules/chosen-guidelines.ts';
import { speechIn } from '../../src/cli/words/speech.ts';
import type { Library } from '../../src/core/guideline/library.ts';

/** The shipped guidelines with their vignettes, read once per test file. */
export async function shippedGuidelines(): Promise<{
  readonly library: Library;
  readonly guidelines: readonly (ChosenGuideline & { readonly id: string })[];
}> {
  const complaints: string[] = [];
  const streams = { error: (line: string) => complaints.push(line) };
  const chosen = await chooseGuidelines([], join(import.meta.dirname, '../../rules'), streams, speechIn('en'));
  if (!chosen) throw new Error(complaints.join(' '));
  const guidelines = chosen.guidelines.map((one) => ({ ...one, id: one.guideline.document.id }));
  return { library: chosen.library, guidelines };
}
