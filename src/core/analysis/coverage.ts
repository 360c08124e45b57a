import type { Truth } from '../facts/truth.ts';
import type { CompiledGuideline, ResolvedLeaf } from '../guideline/compile.ts';
import type { VignettesDocument } from '../schema/vignette.ts';
import { leafSites, type Path } from './condition-site.ts';
import { type DecisivePair, decisivePairs } from './decisive-pair.ts';
import { patientsOf, type VignettePatient } from './patient-of.ts';
import { DOES_NOT_APPLY } from './space.ts';
import { outcomeOf, truthOf, type Values } from './truth-of.ts';

/** Which vignette (by its place in the document) first showed a condition true, false and unknown. */
export type Seen = Readonly<Record<Truth, number | null>>;

export interface LeafCoverage {
  readonly path: Path;
  readonly leaf: ResolvedLeaf;
  readonly seen: Seen;
  /** Two vignettes in which this comparison alone flips the outcome. */
  readonly pair: DecisivePair | null;
}

export interface CriterionCoverage {
  readonly id: string;
  readonly path: Path;
  readonly seen: Seen;
}

export interface RecommendationCoverage {
  readonly id: string;
  readonly path: Path;
  readonly reached: number | null;
}

/** What the vignettes of one guideline show of it. */
export interface Coverage {
  readonly guideline: string;
  /** How many vignettes were counted: those given as facts. */
  readonly vignettes: number;
  readonly leaves: readonly LeafCoverage[];
  readonly criteria: readonly CriterionCoverage[];
  readonly recommendations: readonly RecommendationCoverage[];
}

/**
 * Coverage of a guideline by its vignettes (docs/decisions/0007-coverage-and-mutation.md).
 *
 * - A comparison (leaf) is counted per place in the document; a criterion's stands once, however many rungs refer to it. It
 *   and each criterion must be seen true, false and unknown (Kleene). Outside `appliesTo`, only vignettes to whom the
 *   guideline can apply count.
 * - Each recommendation, the last rung too, must be reached.
 * - Each comparison must flip the outcome alone: modified condition/decision coverage, see `DecisivePair`.
 */
export function coverageOf(guideline: CompiledGuideline, document: VignettesDocument): Coverage {
  const patients = patientsOf(guideline, document);
  const speaking = patients.filter(({ values }) => truthOf(guideline.appliesWhen, values) !== 'false');
  const pairs = decisivePairs(guideline, patients);
  const { recommendations, otherwise } = guideline.document;
  const outcomes = new Map<string, number>();
  for (const { index, values } of speaking) {
    const outcome = outcomeOf(guideline, values);
    if (outcome !== null && outcome !== DOES_NOT_APPLY && !outcomes.has(outcome)) outcomes.set(outcome, index);
  }
  return {
    guideline: guideline.document.id,
    vignettes: patients.length,
    leaves: leafSites(guideline.document).map(({ path, leaf }, index) => ({
      path,
      leaf,
      seen: seenIn(path[0] === 'appliesTo' ? patients : speaking, (values) => truthOf(leaf, values)),
      pair: pairs[index] ?? null,
    })),
    criteria: Object.entries(guideline.criteria).map(([id, when]) => ({
      id,
      path: ['criteria', id],
      seen: seenIn(speaking, (values) => truthOf(when, values)),
    })),
    recommendations: [
      ...recommendations.map(({ id }, index) => ({ id, path: ['recommendations', index] })),
      { id: otherwise.id, path: ['otherwise'] },
    ].map((recommendation) => ({ ...recommendation, reached: outcomes.get(recommendation.id) ?? null })),
  };
}

function seenIn(patients: readonly VignettePatient[], truth: (values: Values) => Truth): Seen {
  const seen: Record<Truth, number | null> = { true: null, false: null, unknown: null };
  for (const { index, values } of patients) seen[truth(values)] ??= index;
  return seen;
}
