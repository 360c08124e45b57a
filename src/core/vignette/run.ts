import { assess } from '../decision/assess.ts';
import type { Assessment, Guidance } from '../decision/guidance.ts';
import { answeredFact, type Facts, type FactValue } from '../facts/fact.ts';
import type { Library } from '../guideline/library.ts';
import type { Vignette, VignettesDocument } from '../schema/vignette.ts';

/** A vignette that did not come out as expected: what differs, a line each. Empty when it passes. */
export type VignetteDifference = readonly string[];

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
  const found: string[] = [];
  const guidance = assessment.guidance.find((candidate) => candidate.guideline === guideline);
  const compare = (what: string, wanted: unknown, got: unknown): void => {
    if (wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(got))
      found.push(`${what}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);
  };
  compare('recommendation', expect.recommendation, guidance?.recommendation ?? null);
  compare('verdict', expect.verdict, guidance?.verdict ?? assessment.verdict);
  compare('urgency', expect.urgency, guidance?.urgency ?? null);
  compare('asks', expect.asks && [...expect.asks].sort(), [...(guidance?.asks ?? [])].sort());
  for (const fact of expect.asksAlso ?? [])
    if (!guidance?.asks.includes(fact))
      found.push(`asks: expected "${fact}" among ${JSON.stringify(guidance?.asks ?? [])}`);
  for (const [order, rating] of Object.entries(expect.ratings ?? {}))
    compare(`rating of ${order}`, rating, guidance?.ratings[order]);
  for (const [id, truth] of Object.entries(expect.criteria ?? {}))
    compare(`criterion ${id}`, truth, truthIn(guidance, id));
  compare('combined verdict', expect.combined?.verdict, assessment.verdict);
  compare('combined urgency', expect.combined?.urgency, assessment.urgency);
  return found;
}

function truthIn(guidance: Guidance | undefined, id: string): string | undefined {
  return guidance?.justification.criteria.find((criterion) => criterion.id === id)?.truth;
}
