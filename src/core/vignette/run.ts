import { assess } from '../decision/assess.ts';
import type { Assessment } from '../decision/guidance.ts';
import { answeredFact, type Facts, type FactValue } from '../facts/fact.ts';
import type { Library } from '../guideline/library.ts';
import type { Vignette, VignettesDocument } from '../schema/vignette.ts';
import { compareExpectation, type VignetteDifference } from './expectation.ts';

/** Facts as an author gives them: values by id; what is not given is unknown. */
export function givenFacts(given: Readonly<Record<string, FactValue>>): Facts {
  return new Map(
    Object.entries(given)
      .filter(([, value]) => value !== 'unknown')
      .map(([id, value]) => [id, answeredFact(value)]),
  );
}

/** Runs one fact-level vignette against its guideline and compares only what it expects. */
export async function runVignette(
  library: Library,
  guideline: string,
  document: VignettesDocument,
  vignette: Vignette,
): Promise<VignetteDifference> {
  const facts = givenFacts({ ...document.given, ...vignette.given });
  const assessment = await assess(library, facts, vignette.order ?? document.order);
  return differences(assessment, guideline, vignette);
}

/** What an assessment gives otherwise than the vignette expects. */
export function differences(assessment: Assessment, guideline: string, { expect }: Vignette): VignetteDifference {
  const guidance = assessment.guidance.find((candidate) => candidate.guideline === guideline);
  const found = compareExpectation(expect, {
    ruling: guidance ?? null,
    combined: () => assessment,
    criterion: (id) => guidance?.justification.criteria.find((criterion) => criterion.id === id)?.truth,
  });
  return guidance || found.length === 0 ? found : ['the guideline does not apply', ...found];
}
