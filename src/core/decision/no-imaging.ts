import type { Assessment, Guidance } from './guidance.ts';

/**
 * The guidance whose steps stand in the place of an examination: nothing rated for this scenario is supported, and it does
 * not have to be settled today. Null where an examination is supported, something is open, or no guideline has spoken.
 */
export function insteadOfImaging({ verdict, urgency, alternatives, guidance }: Assessment): Guidance | null {
  if (verdict !== 'not-appropriate' || urgency === 'emergency' || urgency === 'same-day') return null;
  if (alternatives.some(({ rating }) => rating === 'appropriate' || rating === 'may-be-appropriate')) return null;
  if (guidance.some(({ recommendation }) => recommendation === null)) return null;
  return guidance.find((one) => one.verdict === 'not-appropriate') ?? null;
}
