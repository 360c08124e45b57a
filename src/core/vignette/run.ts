import { assess } from '../decision/assess.ts';
import type { Assessment } from '../decision/guidance.ts';
import type { Library } from '../guideline/library.ts';
import type { Guideline } from '../schema/guideline.ts';
import type { Vignette, VignettesDocument } from '../schema/vignette.ts';
import { caseOf, type People } from './case.ts';
import { compareExpectation, type Difference } from './expectation.ts';

/** Runs one vignette against its guideline and compares only what it expects. */
export async function runVignette(
  library: Library,
  guideline: Guideline,
  people: People,
  document: VignettesDocument,
  vignette: Vignette,
): Promise<readonly Difference[]> {
  const ground = { vocabulary: library.vocabulary, guideline, people };
  const { order, facts, drafts } = caseOf(ground, document, vignette);
  if (drafts !== 1) return withoutDraft(drafts);
  return differences(await assess(library, facts, order), guideline.id, vignette);
}

/** A person with no draft order, or several, has nothing that can be judged. */
export function withoutDraft(drafts: number): readonly Difference[] {
  return [{ part: 'draft-orders', expected: 1, got: drafts }];
}

/** What an assessment gives otherwise than the vignette expects. */
export function differences(
  assessment: Assessment,
  guideline: string,
  { expect }: Pick<Vignette, 'expect'>,
): readonly Difference[] {
  const guidance = assessment.guidance.find((candidate) => candidate.guideline === guideline);
  const found = compareExpectation(expect, {
    ruling: guidance ?? null,
    combined: () => assessment,
    criterion: (id) => guidance?.justification.criteria.find((criterion) => criterion.id === id)?.truth,
  });
  return guidance || found.length === 0 ? found : [{ part: 'applies', expected: true, got: false }, ...found];
}
