import type { Assessment, FactLine, Guidance } from '../core/decision/guidance.ts';
import type { Library } from '../core/guideline/library.ts';
import type { Text } from '../core/schema/text.ts';
import type { Gap } from '../fhir/context.ts';

/** Something about the case itself that the reader must know. */
export interface CaseFinding {
  readonly code:
    | ('no-draft-order' | 'several-draft-orders' | 'guideline-out-of-service' | 'changed-locally')
    | ('same-examination' | 'overlapping-region')
    | ('no-reason' | 'reason-without-code' | 'unspecific-reason')
    | ('pregnancy' | 'implant' | 'kidney-function' | 'metformin');
  readonly message: string;
  /** The message in both languages, where it is for clinicians. */
  readonly text?: Text;
  /** Resources behind it. */
  readonly references?: readonly string[];
}

/** One result line of `evaluate` (design.md section 8). */
export function resultOf(
  id: string | number | undefined,
  assessment: Assessment,
  findings: readonly CaseFinding[],
  gaps: readonly Gap[],
): object {
  const { order, verdict, urgency, guidance, alternatives, outOfService } = assessment;
  const quarantined = outOfService.map(
    ({ id: guideline, reasons }): CaseFinding => ({
      code: 'guideline-out-of-service',
      message: `${guideline}: ${reasons.join(' ')}`,
    }),
  );
  return {
    ...(id === undefined ? {} : { id }),
    order,
    verdict,
    urgency,
    guidance: guidance.map(guidanceLine),
    alternatives,
    findings: [...findings, ...quarantined],
    gaps,
  };
}

function guidanceLine({
  guideline,
  version,
  recommendation,
  verdict,
  urgency,
  ratings,
  asks,
  justification,
}: Guidance): object {
  return {
    guideline,
    version,
    recommendation,
    verdict,
    urgency,
    ratings,
    asks,
    criteria: justification.criteria.map(({ id, truth }) => ({ id, truth })),
    facts: justification.facts.map(factLine),
  };
}

/** A known fact has its value and the kind of its source; an unknown one says why, in FHIR's data-absent-reason words. */
function factLine({ id, fact }: FactLine): object {
  if (!fact.known)
    return { id, value: 'unknown', source: fact.reason, ...(fact.because ? { because: fact.because } : {}) };
  const { provenance } = fact;
  const references = 'references' in provenance ? provenance.references.map(({ reference }) => reference) : [];
  return { id, value: fact.value, source: provenance.kind, ...(references.length > 0 ? { references } : {}) };
}

/** The numbers that the site has changed in the guidelines that spoke: their outcome is not the author's alone. */
export function localFindings({ guidelines }: Library, { guidance }: Assessment): readonly CaseFinding[] {
  const spoke = guidelines.filter(({ document }) => guidance.some(({ guideline }) => guideline === document.id));
  return spoke.flatMap(({ document: { id, local = [] } }) =>
    local.map(({ parameter, value, unit, was, source }) => ({
      code: 'changed-locally',
      message: `${id}: ${parameter} is ${value} ${unit} instead of ${was} (${source}).`,
    })),
  );
}
