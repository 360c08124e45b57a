import type { Facts } from '../core/facts/fact.ts';
import type { VignettesDocument } from '../core/schema/vignette.ts';
import { vignetteFacts, vignetteOrder } from './vignette-results.ts';

/** The case that is previewed: a vignette by its place and name, or answers clicked from nothing. */
export type ChosenCase =
  | { readonly kind: 'vignette'; readonly index: number; readonly name: string }
  | { readonly kind: 'own'; readonly order: string };

/** What the question loop begins from. */
export interface CaseStart {
  readonly order: string;
  readonly facts: Facts;
}

/** The first vignette, else own answers for the first order. */
export function firstCase(vignettes: VignettesDocument | null, orders: readonly string[]): ChosenCase {
  const first = vignettes?.vignettes.findIndex(({ person }) => person === undefined) ?? -1;
  const vignette = vignettes?.vignettes[first];
  if (vignette) return { kind: 'vignette', index: first, name: vignette.name };
  return { kind: 'own', order: orders[0] ?? '' };
}

/**
 * Finds the case again after an edit: a vignette by its name, which survives others being put before it, else by its
 * place, which survives a new name. Null where it is gone.
 */
export function caseStart(chosen: ChosenCase, vignettes: VignettesDocument | null): CaseStart | null {
  if (chosen.kind === 'own') return { order: chosen.order, facts: new Map() };
  const found = vignettes?.vignettes.find(({ name }) => name === chosen.name) ?? vignettes?.vignettes[chosen.index];
  if (!vignettes || !found || found.person !== undefined) return null;
  return { order: vignetteOrder(vignettes, found), facts: vignetteFacts(vignettes, found) };
}
