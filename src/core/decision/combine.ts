import type { CompiledGuideline } from '../guideline/compile.ts';
import { isSupport, mostUrgent, RATINGS, type Verdict } from '../schema/rating.ts';
import type { Alternative } from './guidance.ts';
import { type Ruling, ratingIn, recommendationOf } from './ruling.ts';

/** A guidance with the guideline it comes from. */
export interface Voice {
  readonly guidance: Ruling;
  readonly guideline: CompiledGuideline;
}

/** Rule 3 of clinical/README.md, "Several guidelines on one order": an open guideline outweighs all but support. */
const STRENGTH: readonly Verdict[] = [
  'appropriate',
  'undetermined',
  'may-be-appropriate',
  'not-appropriate',
  'no-standard',
  'no-criteria-apply',
];

/**
 * The verdict of all guidance together on one examination (clinical/README.md, rules 2–4). `failed` tells that a
 * guideline that speaks about it could not be used: it counts as one that is still open.
 */
export function combinedVerdict(voices: readonly Voice[], order: string, failed: boolean): Verdict {
  if (voices.some((voice) => isWrongExaminationNow(voice, order))) return 'not-appropriate';
  const open: readonly Verdict[] = failed ? ['undetermined'] : [];
  const verdict = strongest([...voices.map((voice) => verdictOn(voice, order)), ...open]);
  if (verdict === 'appropriate' && voices.some((voice) => canBecomeWrongExamination(voice, order)))
    return 'undetermined';
  if (verdict === 'appropriate' || verdict === 'undetermined' || verdict === 'no-criteria-apply') return verdict;
  const emergencies = voices.filter(({ guidance }) => guidance.urgency === 'emergency');
  if (emergencies.length === 0) return verdict;
  return strongest(emergencies.map((voice) => verdictOn(voice, order)));
}

/** The most urgent of all guidance (rule 1). */
export function combinedUrgency(voices: readonly Voice[]) {
  return mostUrgent(voices.map(({ guidance }) => guidance.urgency));
}

/** The other examinations that some guidance rates, as they would be rated were they the draft: best first. */
export function combinedAlternatives(voices: readonly Voice[], order: string, failed: boolean): readonly Alternative[] {
  const rated = new Set(voices.flatMap(({ guidance }) => Object.keys(guidance.ratings)));
  rated.delete(order);
  const alternatives: Alternative[] = [];
  for (const other of rated) {
    const speaking = voices.filter(({ guideline }) => guideline.document.appliesTo.orders.includes(other));
    const verdict = combinedVerdict(speaking, other, failed);
    if (speaking.length > 0 && verdict !== 'undetermined') alternatives.push({ order: other, rating: verdict });
  }
  return alternatives.sort((one, two) => RATINGS.indexOf(one.rating) - RATINGS.indexOf(two.rating));
}

function strongest(verdicts: readonly Verdict[]): Verdict {
  return STRENGTH.find((verdict) => verdicts.includes(verdict)) ?? 'no-criteria-apply';
}

/** What a guidance says about an examination that need not be the draft. */
function verdictOn({ guidance, guideline }: Voice, order: string): Verdict {
  if (guidance.recommendation !== null) return ratingIn(recommendationOf(guideline, guidance.recommendation), order);
  return guidance.ratings[order] ?? 'undetermined';
}

/** Rule 2: now, this examination is wrong and another one right. */
function isWrongExaminationNow(voice: Voice, order: string): boolean {
  const { guidance, guideline } = voice;
  if (guidance.urgency !== 'emergency' && guidance.urgency !== 'same-day') return false;
  if (verdictOn(voice, order) !== 'not-appropriate') return false;
  const reachable = guidance.reachable.map((id) => recommendationOf(guideline, id));
  return guideline.document.appliesTo.orders.some(
    (other) => other !== order && reachable.every((recommendation) => isSupport(ratingIn(recommendation, other))),
  );
}

/** Whether an open guidance can still give rule 2. */
function canBecomeWrongExamination({ guidance, guideline }: Voice, order: string): boolean {
  if (guidance.recommendation !== null) return false;
  return guidance.reachable.some((id) => {
    const recommendation = recommendationOf(guideline, id);
    const { urgency, ratings } = recommendation;
    if (urgency !== 'emergency' && urgency !== 'same-day') return false;
    const others = Object.entries(ratings).filter(([other]) => other !== order);
    return ratingIn(recommendation, order) === 'not-appropriate' && others.some(([, rating]) => isSupport(rating));
  });
}
