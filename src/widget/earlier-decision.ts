import type { ServiceRequest } from 'fhir/r4';
import { assess } from '../core/decision/assess.ts';
import { applyAnswers } from '../core/facts/answers.ts';
import type { Library } from '../core/guideline/library.ts';
import { isSameOutcome, outcomeOf, readAnnotation } from '../fhir/order-annotation.ts';
import type { RecordFacts } from '../ui/loop.ts';

/**
 * When it was decided about this draft (FHIR dateTime), if nothing decisive has changed since: it is for the same
 * examination, the record says nothing else than what was answered then, and record and answers together still give the
 * same outcome. Null otherwise, and always where nothing was settled or it had to be settled by telephone: then the page
 * may not fall silent.
 * @param read what the record says now
 */
export async function decidedBefore(
  library: Library,
  draft: ServiceRequest,
  order: string | null,
  read: RecordFacts,
): Promise<string | null> {
  const { facts: definitions } = library.vocabulary;
  const annotation = readAnnotation(draft, definitions);
  if (!annotation || annotation.kind === 'assessed' || annotation.time === undefined) return null;
  const { outcome, answers, time } = annotation;
  if (order === null || outcome.order !== order || outcome.verdict === null) return null;
  if (outcome.urgency === 'emergency' || outcome.urgency === 'same-day') return null;
  const facts = read(new Map());
  for (const [id, answer] of answers) {
    const fact = facts.get(id);
    if (fact?.known && (answer === 'not-known' || String(fact.value) !== String(answer.value))) return null;
  }
  const now = await assess(library, applyAnswers(definitions, read(answers), answers), order);
  const isSettled =
    now.guidance.every(({ recommendation }) => recommendation !== null) && now.outOfService.length === 0;
  return isSettled && isSameOutcome(outcomeOf(now), outcome) ? time : null;
}
