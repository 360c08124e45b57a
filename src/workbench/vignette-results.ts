import { assess } from '../core/decision/assess.ts';
import type { Library } from '../core/guideline/library.ts';
import type { Guideline } from '../core/schema/guideline.ts';
import type { VignettesDocument } from '../core/schema/vignette.ts';
import { caseOf, type People, type VignetteCase } from '../core/vignette/case.ts';
import type { Difference } from '../core/vignette/expectation.ts';
import { differences, withoutDraft } from '../core/vignette/run.ts';
import { type ChangedPart, changedParts, type Outcome, outcomeOf } from './outcome.ts';

/** How a vignette comes out under the edited guideline, against what it expects and against the shipped version. */
export interface VignetteResult {
  /** Its place in the document. */
  readonly index: number;
  readonly name: string;
  /** What is otherwise than expected; empty when it passes. */
  readonly differences: readonly Difference[];
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
  readonly guideline: Guideline;
  readonly edited: Library;
  readonly shipped: Library;
  readonly people: People;
}

/**
 * Runs every vignette, those through a synthetic person as well. Null when outdated before the end. Rejects when the engine
 * fails: then nothing may be said of any.
 */
export async function runVignettes(
  { guideline, edited, shipped, people }: Compared,
  document: VignettesDocument,
  { breathe, isOutdated }: RunPorts,
): Promise<readonly VignetteResult[] | null> {
  const results: VignetteResult[] = [];
  const ground = { vocabulary: edited.vocabulary, guideline, people };
  for (const [index, vignette] of document.vignettes.entries()) {
    await breathe();
    if (isOutdated()) return null;
    const start = caseOf(ground, document, vignette);
    const assessment = await assess(edited, start.facts, start.order);
    const now = outcomeOf(assessment, guideline.id);
    const before = await shippedOutcome(shipped, guideline.id, start);
    results.push({
      index,
      name: vignette.name,
      differences: start.drafts === 1 ? differences(assessment, guideline.id, vignette) : withoutDraft(start.drafts),
      now,
      shipped: before,
      changed: changedParts(before, now),
    });
  }
  return results;
}

const remembered = new WeakMap<Library, Map<string, Outcome>>();

/** The shipped version never changes on this page, so each of its answers is worked out once. */
async function shippedOutcome(library: Library, guideline: string, { order, facts }: VignetteCase): Promise<Outcome> {
  const known = remembered.get(library) ?? new Map<string, Outcome>();
  remembered.set(library, known);
  const key = JSON.stringify([guideline, order, [...facts]]);
  const before = known.get(key);
  if (before) return before;
  const outcome = outcomeOf(await assess(library, facts, order), guideline);
  known.set(key, outcome);
  return outcome;
}
