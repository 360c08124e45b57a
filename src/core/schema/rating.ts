/** The ratings of clinical/README.md, strongest support first. */
export const RATINGS = [
  'appropriate',
  'may-be-appropriate',
  'not-appropriate',
  'no-standard',
  'no-criteria-apply',
] as const;

/** How a recommendation rates an examination, as the ACR Appropriateness Criteria do for a clinical scenario. */
export type Rating = (typeof RATINGS)[number];

/** A rating, or says that facts are missing that could decide; `undetermined` is computed, never written by an author. */
export type Verdict = Rating | 'undetermined';

/** Whether a verdict speaks for the examination, be it with reservation. */
export function isSupport(verdict: Verdict): boolean {
  return verdict === 'appropriate' || verdict === 'may-be-appropriate';
}

/** Most urgent first. A recommendation without hurry has `null`. */
export const URGENCIES = ['emergency', 'same-day', 'within-a-week', 'elective'] as const;

export type Urgency = (typeof URGENCIES)[number];

/** json-rules-engine's own operators, no more. */
export const OPERATORS = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'contains',
  'doesNotContain',
] as const;

export type Operator = (typeof OPERATORS)[number];

/** Whether one urgency is more urgent than another; none at all is the least. */
export function isMoreUrgent(one: Urgency | null, other: Urgency | null): boolean {
  return urgencyRank(one) < urgencyRank(other);
}

/** The most urgent of several; null when none has any. */
export function mostUrgent(urgencies: readonly (Urgency | null)[]): Urgency | null {
  return urgencies.reduce<Urgency | null>((most, urgency) => (isMoreUrgent(urgency, most) ? urgency : most), null);
}

function urgencyRank(urgency: Urgency | null): number {
  return urgency === null ? URGENCIES.length : URGENCIES.indexOf(urgency);
}
