import type { Library } from '../guideline/library.ts';
import type { Recommendation } from '../schema/guideline.ts';
import { combinedVerdict, type Voice } from './combine.ts';
import type { Assessment } from './guidance.ts';
import { decidedRuling, recommendationOf } from './ruling.ts';

/** The weightiest that an answer can still change: the verdict, how soon, what to do and the other examinations, or only why. */
export type StillOpen = 'verdict' | 'urgency' | 'steps' | 'grounds';

/** What the open questions can still change. */
export function stillOpen({ guidelines }: Library, { guidance, verdict, order }: Assessment): StillOpen {
  let ends: readonly (readonly Voice[])[] = [[]];
  const differs = new Set<string>();
  for (const { guideline: id, reachable } of guidance) {
    const guideline = guidelines.find(({ document }) => document.id === id);
    if (!guideline) continue;
    ends = ends.flatMap((end) =>
      reachable.map((rung) => [...end, { guideline, guidance: decidedRuling(guideline, rung, order ?? '') }]),
    );
    const rungs = reachable.map((rung) => recommendationOf(guideline, rung));
    const differ = (part: (rung: Recommendation) => unknown) =>
      new Set(rungs.map((rung) => JSON.stringify(part(rung)))).size > 1;
    if (differ(({ urgency }) => urgency)) differs.add('urgency');
    if (differ(({ do: steps, ratings }) => [steps, ratings])) differs.add('steps');
  }
  if (ends.some((end) => combinedVerdict(end, order ?? '', false) !== verdict)) return 'verdict';
  return differs.has('urgency') ? 'urgency' : differs.has('steps') ? 'steps' : 'grounds';
}
