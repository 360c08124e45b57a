import type { Mutant } from '../../core/analysis/mutants.ts';
import { type Mutation, mutate, type Survivor } from '../../core/analysis/mutation.ts';
import type { VignetteDraft } from '../../core/analysis/vignette-draft.ts';
import type { RulesCommand } from '../rules.ts';
import type { Speech } from '../words/speech.ts';
import { type ChosenGuideline, chooseGuidelines } from './chosen-guidelines.ts';
import { draftLines } from './draft-lines.ts';

/**
 * `rules -- mutate [<id> …]`: makes every small mistake an author could make, and lists those that no vignette notices, with
 * the vignette that would. Exit status 1 when a mutant survives or could not be judged.
 */
export const mutateRules: RulesCommand = async (args, rulesFolder, streams, speech) => {
  const chosen = await chooseGuidelines(args, rulesFolder, streams, speech);
  if (!chosen) return 2;
  let alive = 0;
  for (const one of chosen.guidelines) {
    const mutation = mutate(chosen.library, one.guideline, one.vignettes);
    alive += mutation.survivors.length + mutation.undecided.length;
    for (const line of mutationLines(one, mutation, speech)) streams.out(line);
  }
  return alive > 0 ? 1 : 0;
};

function mutationLines(
  { guideline, file, located }: ChosenGuideline,
  { killed, equivalent, survivors, undecided }: Mutation,
  { words, tell }: Speech,
): readonly string[] {
  const { figures } = words.mutate;
  const total = killed.length + equivalent.length + survivors.length + undecided.length;
  const placed = (word: string, { path, change }: Mutant): readonly string[] => {
    const { line, column } = located.locate(path);
    return [`${file}:${line}:${column}  ${word}`, `  ${tell(change)}`];
  };
  return [
    `${guideline.document.id} ${guideline.document.version}: ${figures(total, killed.length, equivalent.length, survivors.length, undecided.length)}`,
    ...equivalent.flatMap((mutant) => placed(words.mutate.equivalent, mutant)),
    ...undecided.flatMap((mutant) => placed(words.mutate.undecided, mutant)),
    ...byDraft(survivors).flatMap(([draft, mutants]) => [
      ...mutants.flatMap((mutant) => placed(words.mutate.survives, mutant)),
      `  ${words.addVignettes}`,
      ...draftLines(guideline, draft).map((text) => `    ${text}`),
    ]),
  ];
}

/** Survivors that one and the same vignette would kill stand together above it. */
function byDraft(survivors: readonly Survivor[]): readonly (readonly [VignetteDraft, readonly Mutant[]])[] {
  const groups = new Map<string, { readonly draft: VignetteDraft; readonly mutants: Mutant[] }>();
  for (const { mutant, draft } of survivors) {
    const key = JSON.stringify(draft);
    const group = groups.get(key) ?? { draft, mutants: [] };
    group.mutants.push(mutant);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ draft, mutants }) => [draft, mutants]);
}
