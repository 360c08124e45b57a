import type { Answer } from '../core/facts/answers.ts';
import type { Library } from '../core/guideline/library.ts';
import type { Coding } from '../core/schema/vocabulary.ts';

/** The fact that decides which guidelines speak; a contract of the vocabulary (clinical/README.md, "The reason"). */
const REASON = 'reason';

/** The code of the reason the clinician chose here; null where none was chosen or the choice has no code. */
export function answeredReason({ vocabulary }: Library, answers: ReadonlyMap<string, Answer>): Coding | null {
  const answer = answers.get(REASON);
  const definition = vocabulary.facts[REASON];
  if (answer === undefined || answer === 'not-known' || definition?.type !== 'choice') return null;
  const chosen = typeof answer.value === 'object' ? answer.value[0] : answer.value;
  return definition.choices.find(({ id }) => id === chosen)?.coding ?? null;
}
