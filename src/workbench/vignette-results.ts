import { assess } from '../core/decision/assess.ts';
import type { Facts } from '../core/facts/fact.ts';
import type { Library } from '../core/guideline/library.ts';
import type { Vignette, VignettesDocument } from '../core/schema/vignette.ts';
import { differences, givenFacts } from '../core/vignette/run.ts';
import { type ChangedPart, changedParts, type Outcome, outcomeOf } from './outcome.ts';

/** How a vignette comes out under the edited guideline, against what it expects and against the shipped version. */
export interface VignetteResult {
  /** Its place in the document. */
  readonly index: number;
  readonly name: string;
  /** What is otherwise than expected, a line each; empty when it passes. */
  readonly differences: readonly string[];
  readonly now: Outcome;
  readonly shipped: Outcome;
  readonly changed: readonly ChangedPart[];
}

/** What a run needs from outside. */
export interface RunPorts {
  /** Lets the page draw and take input; called between vignettes. */
  readonly breathe: () => Promise<void>;
  /** Whether the text has changed meanwhile, so that the results are of no use. */
  readonly isOutdated: () => boolean;
}

/** A guideline as it is edited, beside all others, and as it shipped. */
export interface Compared {
  readonly guideline: string;
  readonly edited: Library;
  readonly shipped: Library;
}

/** The facts of a vignette at fact level. */
export function vignetteFacts(document: VignettesDocument, vignette: Vignette): Facts {
  return givenFacts({ ...document.given, ...vignette.given });
}

/** The order of a vignette. */
export function vignetteOrder(document: VignettesDocument, vignette: Vignette): string {
  return vignette.order ?? document.order;
}

/**
 * Runs every vignette that gives facts; one through a sandbox person needs a record, and is run by the tests. Null when
 * outdated before the end. Rejects when the engine fails: then nothing may be said of any.
 */
export async function runVignettes(
  { guideline, edited, shipped }: Compared,
  document: VignettesDocument,
  { breathe, isOutdated }: RunPorts,
): Promise<readonly VignetteResult[] | null> {
  const results: VignetteResult[] = [];
  for (const [index, vignette] of document.vignettes.entries()) {
    if (vignette.person !== undefined) continue;
    await breathe();
    if (isOutdated()) return null;
    const facts = vignetteFacts(document, vignette);
    const order = vignetteOrder(document, vignette);
    const assessment = await assess(edited, facts, order);
    const now = outcomeOf(assessment, guideline);
    const before = await shippedOutcome(shipped, guideline, facts, order);
    results.push({
      index,
      name: vignette.name,
      differences: differences(assessment, guideline, vignette),
      now,
      shipped: before,
      changed: changedParts(before, now),
    });
  }
  return results;
}

const remembered = new WeakMap<Library, Map<string, Outcome>>();

/** The shipped version never changes on this page, so each of its answers is worked out once. */
async function shippedOutcome(library: Library, guideline: string, facts: Facts, order: string): Promise<Outcome> {
  const known = remembered.get(library) ?? new Map<string, Outcome>();
  remembered.set(library, known);
  const key = JSON.stringify([guideline, order, [...facts]]);
  const before = known.get(key);
  if (before) return before;
  const outcome = outcomeOf(await assess(library, facts, order), guideline);
  known.set(key, outcome);
  return outcome;
}
