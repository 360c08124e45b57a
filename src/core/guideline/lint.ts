import type { Guideline } from '../schema/guideline.ts';
import type { LocatedJson } from '../schema/located.ts';
import { type Finding, findingOf } from './finding.ts';
import type { Vocabulary } from './library.ts';
import { lintApproval } from './lint/approval.ts';
import { lintComparisons } from './lint/comparisons.ts';
import { lintCycles } from './lint/cycles.ts';
import { lintIds } from './lint/ids.ts';
import { lintQuestions } from './lint/questions.ts';
import { lintReferences } from './lint/references.ts';
import { lintSources } from './lint/sources.ts';
import { lintUnused } from './lint/unused.ts';
import type { Remark } from './remark.ts';

const FAMILIES: readonly ((guideline: Guideline, vocabulary: Vocabulary) => readonly Remark[])[] = [
  lintReferences,
  lintComparisons,
  lintCycles,
  lintIds,
  lintSources,
  lintQuestions,
  lintApproval,
];

/**
 * Checks what a guideline means: every id leads somewhere, every comparison suits its fact, no criterion runs in a circle.
 * A guideline without errors here compiles. What needs it compiled is in lint/reach.ts, what needs a date in
 * lint/approval.ts. What is left over is named once nothing else is wrong: a misspelt use leaves its fact unused as well.
 */
export function lintGuideline(
  guideline: Guideline,
  vocabulary: Vocabulary,
  file: string,
  located?: LocatedJson,
): readonly Finding[] {
  const wrong = FAMILIES.flatMap((lint) => lint(guideline, vocabulary));
  const remarks = wrong.length > 0 ? wrong : lintUnused(guideline);
  return remarks.map((remark) => findingOf(remark, file, located));
}
