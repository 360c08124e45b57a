import type { Ladder } from '../decision/diagram.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Vignette, VignettesDocument } from '../schema/vignette.ts';
import { search } from './explore.ts';
import type { Mutant } from './mutants.ts';
import { openDifference } from './open-difference.ts';
import { conditionLadder, DOES_NOT_APPLY, wholeLadder } from './space.ts';
import { truthOf, type Values } from './truth-of.ts';
import { draftVignette, type VignetteDraft } from './vignette-draft.ts';

/** What tells a mutant from its guideline: a vignette, nothing (proved), or unknown because the search grew too large. */
export type Telling =
  | { readonly kind: 'vignette'; readonly draft: VignetteDraft }
  | { readonly kind: 'equivalent' }
  | { readonly kind: 'undecided' };

/**
 * The vignette close to the usual patient that the guideline passes and a mutant fails. Looked for in turn: a patient with
 * another recommendation; one with another truth of a named criterion, which the clinician reads in the justification;
 * one with open questions to whom another urgency is shown meanwhile.
 *
 * Equivalent is proved for everybody whose facts are known: over the whole space of answers nobody gets another
 * recommendation (hence rating, urgency or questions) or another truth of a criterion. What is shown while questions are
 * open is searched, not proved (`openDifference`).
 */
export function tellApart(
  guideline: CompiledGuideline,
  mutated: CompiledGuideline,
  mutant: Mutant,
  usual: Values,
  document: VignettesDocument,
): Telling {
  const look = (ladders: readonly Ladder[], wanted: (outcomes: readonly string[]) => boolean) =>
    search([guideline, mutated], ladders, wanted, usual);
  const told = (values: Values, expect: Vignette['expect'] = {}): Telling => {
    const order = mutant.seenBy?.order ?? document.order;
    return { kind: 'vignette', draft: draftVignette(guideline, document, values, { order, expect }) };
  };
  if (mutant.seenBy) {
    const { rung } = mutant.seenBy;
    const reached = look([wholeLadder(guideline)], ([outcome]) =>
      rung === undefined ? outcome !== DOES_NOT_APPLY : outcome === rung,
    );
    if (reached.found) return told(reached.values);
    return { kind: reached.exhaustive ? 'equivalent' : 'undecided' };
  }
  const answer = look([wholeLadder(guideline), wholeLadder(mutated)], ([one, other]) => one !== other);
  if (answer.found) return told(answer.values);
  let exhaustive = answer.exhaustive;
  for (const [id, when] of Object.entries(guideline.criteria)) {
    const other = mutated.criteria[id];
    if (!other || JSON.stringify(other) === JSON.stringify(when)) continue;
    const ladders = [conditionLadder(guideline, when), conditionLadder(mutated, other)];
    const differing = look(ladders, ([one, changed]) => one !== changed);
    if (differing.found) return told(differing.values, { criteria: { [id]: truthOf(when, differing.values) } });
    exhaustive &&= differing.exhaustive;
  }
  const open = openDifference(guideline, mutated, usual, document.order);
  if (open) return told(open);
  return { kind: exhaustive ? 'equivalent' : 'undecided' };
}
