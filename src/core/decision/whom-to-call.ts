import type { Guideline } from '../schema/guideline.ts';
import { type Called, EMERGENCY_NUMBER } from '../schema/role.ts';
import { spokenRecommendations } from './conferring.ts';
import type { Assessment } from './guidance.ts';

/**
 * Whom the recommendations that speak say to telephone, each once, in their order; those as urgent as the whole alone.
 * Nobody where nothing hurries. The emergency number counts also where only the words of what to do name it.
 */
export function whomToCall({ urgency, guidance }: Assessment, guidelines: readonly Guideline[]): readonly Called[] {
  if (urgency !== 'emergency' && urgency !== 'same-day') return [];
  const urgent = guidance.filter((one) => one.urgency === urgency);
  const called = spokenRecommendations(urgent, guidelines).flatMap(({ call = [], do: steps }): readonly Called[] =>
    steps.some(({ da }) => /\b112\b/.test(da)) ? [...call, EMERGENCY_NUMBER] : call,
  );
  return [...new Set(called)];
}
