import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Library } from '../guideline/library.ts';
import type { VignettesDocument } from '../schema/vignette.ts';
import { recompile } from './condition-site.ts';
import { createJudge } from './judge.ts';
import { tellApart } from './killing-vignette.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { usualPatient } from './patient-of.ts';
import type { VignetteDraft } from './vignette-draft.ts';

/** A mutant that no vignette noticed, and the vignette that would. */
export interface Survivor {
  readonly mutant: Mutant;
  readonly draft: VignetteDraft;
}

/** How the vignettes of one guideline fare against its mutants; every mutant stands in exactly one list. */
export interface Mutation {
  readonly guideline: string;
  readonly killed: readonly { readonly mutant: Mutant; readonly by: number }[];
  /** Proved: no patient tells it from the guideline. */
  readonly equivalent: readonly Mutant[];
  readonly survivors: readonly Survivor[];
  /** Neither killed nor proved: the diagrams grew too large. */
  readonly undecided: readonly Mutant[];
}

/** Makes every mutant of a guideline and holds it against its vignettes (docs/decisions/0007-coverage-and-mutation.md). */
export function mutate(library: Library, guideline: CompiledGuideline, document: VignettesDocument): Mutation {
  const judge = createJudge(library, guideline, document);
  const usual = usualPatient(guideline, document);
  const killed: { mutant: Mutant; by: number }[] = [];
  const equivalent: Mutant[] = [];
  const survivors: Survivor[] = [];
  const undecided: Mutant[] = [];
  for (const mutant of mutantsOf(guideline)) {
    const compiled = recompile(guideline, mutant.document);
    const by = judge(compiled);
    if (by !== null) {
      killed.push({ mutant, by });
      continue;
    }
    const telling = tellApart(guideline, compiled, mutant, usual, document);
    if (telling.kind === 'vignette') survivors.push({ mutant, draft: telling.draft });
    else if (telling.kind === 'equivalent') equivalent.push(mutant);
    else undecided.push(mutant);
  }
  return { guideline: guideline.document.id, killed, equivalent, survivors, undecided };
}
