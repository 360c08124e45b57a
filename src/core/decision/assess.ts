import type { Facts } from '../facts/fact.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Library, QuarantinedGuideline } from '../guideline/library.ts';
import { combinedAlternatives, combinedUrgency, combinedVerdict, type Voice } from './combine.ts';
import { createDecider, type Decider, decide } from './decide.ts';
import type { Assessment, Guidance } from './guidance.ts';

const deciders = new WeakMap<CompiledGuideline, Decider>();

/** The decider of a guideline, built on first use. */
export function deciderOf(guideline: CompiledGuideline): Decider {
  const existing = deciders.get(guideline);
  if (existing) return existing;
  const decider = createDecider(guideline);
  deciders.set(guideline, decider);
  return decider;
}

/**
 * What all guidelines together say about the draft order: the one function that decides (design.md, section 1).
 * `order` is null when the draft's examination is not in the vocabulary. A guideline whose engine fails is named in
 * `outOfService` and counts as undecided; it never turns into "not covered".
 */
export async function assess(library: Library, facts: Facts, order: string | null): Promise<Assessment> {
  const speaking = library.guidelines.filter(
    ({ document }) => document.status !== 'retired' && order !== null && document.appliesTo.orders.includes(order),
  );
  const voices: (Voice & { readonly guidance: Guidance })[] = [];
  const failures: QuarantinedGuideline[] = [];
  for (const guideline of speaking) {
    try {
      const guidance = order === null ? null : await decide(deciderOf(guideline), facts, order);
      if (guidance) voices.push({ guidance, guideline });
    } catch (error) {
      failures.push({ id: guideline.document.id, reasons: [error instanceof Error ? error.message : String(error)] });
    }
  }
  const failed = failures.length > 0 || (voices.length === 0 && library.quarantined.length > 0);
  return {
    order,
    verdict: order === null && !failed ? 'no-criteria-apply' : combinedVerdict(voices, order ?? '', failed),
    urgency: combinedUrgency(voices),
    guidance: voices.map(({ guidance }) => guidance),
    alternatives: order === null ? [] : combinedAlternatives(voices, order, failures.length > 0),
    outOfService: [...library.quarantined, ...failures],
  };
}
