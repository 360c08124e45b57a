import type { Facts } from '../core/facts/fact.ts';
import type { VignettesDocument } from '../core/schema/vignette.ts';
import { type CaseGround, caseOf } from '../core/vignette/case.ts';

/** The case that is previewed: a vignette by its place and name, or answers clicked from nothing. */
export type ChosenCase =
  | { readonly kind: 'vignette'; readonly index: number; readonly name: string }
  | { readonly kind: 'own'; readonly order: string };

/** What the question loop begins from. */
export interface CaseStart {
  readonly order: string | null;
  readonly facts: Facts;
}

/** The first vignette, else own answers for the first order. */
export function firstCase(vignettes: VignettesDocument | null, orders: readonly string[]): ChosenCase {
  const first = vignettes?.vignettes[0];
  return first ? { kind: 'vignette', index: 0, name: first.name } : { kind: 'own', order: orders[0] ?? '' };
}

/**
 * Finds the case again after an edit: a vignette by its name, which survives others being put before it, else by its
 * place, which survives a new name. Null where it is gone.
 */
export function caseStart(
  chosen: ChosenCase,
  vignettes: VignettesDocument | null,
  ground: CaseGround | null,
): CaseStart | null {
  if (chosen.kind === 'own') return { order: chosen.order, facts: new Map() };
  const found = vignettes?.vignettes.find(({ name }) => name === chosen.name) ?? vignettes?.vignettes[chosen.index];
  return vignettes && found && ground ? caseOf(ground, vignettes, found) : null;
}
