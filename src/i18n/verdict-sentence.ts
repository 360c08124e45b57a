import type { FactLine, Guidance } from '../core/decision/guidance.ts';
import type { Recommendation } from '../core/schema/guideline.ts';
import type { Rating } from '../core/schema/rating.ts';
import type { Text } from '../core/schema/text.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { textIn } from './language.ts';
import { asPhrase, type Speech, valueWords } from './sentence.ts';
import { whyWords } from './why-words.ts';

/** What a verdict is told from. */
export interface ToldVerdict {
  readonly guidance: Pick<Guidance, 'verdict' | 'urgency' | 'ratings'>;
  /** The recommendation that speaks; null while none does. */
  readonly spoken: Pick<Recommendation, 'do' | 'disagrees'> | null;
  /** The examination of the draft: its id, null where it is none of the vocabulary. */
  readonly order: string | null;
  /** An examination in words, by its id. */
  readonly nameOf: (order: string) => string;
}

/**
 * The verdict in one sentence, as it would be said to a colleague, with what is recommended instead, or that nothing is: `MR af
 * lænderyg kan overvejes, men MR af hele columna er indiceret.` An emergency is told to be settled by telephone.
 */
export function verdictSentence({ language }: Speech, { guidance, spoken, order, nameOf }: ToldVerdict): string {
  const words = whyWords[language].inASentence;
  const { verdict, urgency, ratings } = guidance;
  const name = order === null ? words.examination : nameOf(order);
  const first = (rating: Rating): string | undefined => {
    const found = Object.keys(ratings).find((id) => id !== order && ratings[id] === rating);
    return found && asPhrase(nameOf(found));
  };
  const better = first('appropriate');
  const sentence = (): string => {
    if (verdict === 'may-be-appropriate') {
      if (better) return words.mayBeBut(name, better);
      return spoken && spoken.disagrees.length > 0 ? words.guidelinesDisagree(name) : words.judgement(name);
    }
    if (verdict !== 'not-appropriate') return words[verdict](name);
    if (better) return words.butIndicated(name, better);
    const possible = first('may-be-appropriate');
    if (possible) return words.butPossible(name, possible);
    const steps = spoken !== null && spoken.do.length > 0;
    return urgency === 'same-day' && steps ? words.firstSteps(name) : words.noImaging(name, steps);
  };
  return urgency === 'emergency' ? `${sentence()} ${words.byTelephone}` : sentence();
}

/**
 * What the verdict rests on, in a sentence: first what is present, then how many signs are absent. Null where nothing is decisive.
 * @param present what decides by being present
 * @param absent how many facts decide by being absent
 * @param criteria labels of criteria that are met in more than one way, so that no fact of theirs decides by itself
 */
export function decisiveSentence(
  speech: Speech,
  definitions: Readonly<Record<string, FactDefinition>>,
  present: readonly FactLine[],
  absent: number,
  criteria: readonly Text[] = [],
): string | null {
  const { language } = speech;
  const words = whyWords[language].inASentence;
  const findings = present.flatMap(({ id, fact }) => {
    const definition = definitions[id];
    // What the order is for is known to who ordered it.
    if (!definition || !fact.known || definition.read.some(({ reader }) => reader === 'order-reason')) return [];
    const label = asPhrase(textIn(definition.label, language));
    const value = asPhrase(valueWords(speech, definition, fact.value));
    return [fact.value === true ? label : definition.type === 'number' ? `${label} ${value}` : `${label}: ${value}`];
  });
  findings.push(...criteria.map((label) => asPhrase(textIn(label, language))));
  if (findings.length === 0) return absent === 0 ? null : words.restsOnAbsence(absent);
  // Labels may hold commas, so semicolons stand between findings.
  return words.restsOn(findings.join('; '), absent);
}
