import type { QuestionScreen } from '../core/decision/questions.ts';
import type { Answer } from '../core/facts/answers.ts';
import type { ShownScreen } from './question-screen.tsx';

/**
 * The screen to show: the first with a fact that has no answer. While it stays the same screen, answered facts keep
 * their place, so that nothing moves under the finger; a fact that can no longer change the answer goes.
 */
export function shownScreen(
  before: ShownScreen | null,
  screens: readonly QuestionScreen[],
  answers: ReadonlyMap<string, Answer>,
): ShownScreen | null {
  const next = screens.find(({ facts }) => facts.some((id) => !answers.has(id)));
  if (!next) return null;
  if (before?.id !== next.id) return { ...next, facts: next.facts.filter((id) => !answers.has(id)) };
  const kept = before.facts.filter((id) => answers.has(id) || next.facts.includes(id));
  return { ...next, facts: [...kept, ...next.facts.filter((id) => !kept.includes(id) && !answers.has(id))] };
}

/** Facts still asked that have no answer yet. */
export function openFacts(screens: readonly QuestionScreen[], answers: ReadonlyMap<string, Answer>): readonly string[] {
  return screens.flatMap(({ facts }) => facts).filter((id) => !answers.has(id));
}

/** Facts still asked of which the clinician has said that they are not known. */
export function leftUnknown(
  screens: readonly QuestionScreen[],
  answers: ReadonlyMap<string, Answer>,
): readonly string[] {
  return screens.flatMap(({ facts }) => facts).filter((id) => answers.get(id) === 'not-known');
}
