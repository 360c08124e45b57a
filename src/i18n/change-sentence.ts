import type { Way } from '../core/decision/change.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { textIn } from './language.ts';
import { asHeading, asPhrase, type Speech, valueWords } from './sentence.ts';
import { whyWords } from './why-words.ts';

/**
 * The ways to another verdict as a clinician would say them: `Ved tegn på cauda equina, eller ved kraftnedsættelse i benene
 * (svær eller tiltagende) uden højenergitraume`.
 */
export function changeSentence(
  speech: Speech,
  definitions: Readonly<Record<string, FactDefinition>>,
  ways: readonly Way[],
): string {
  const { whatWouldChange: words } = whyWords[speech.language];
  const said = ways.map((way) => {
    const parts = way.flatMap(({ fact, value }) => {
      const definition = definitions[fact];
      if (!definition) return [];
      const label = asPhrase(textIn(definition.label, speech.language));
      if (value === false) return [{ holds: false, words: label }];
      const shown = value === true ? label : `${label} (${asPhrase(valueWords(speech, definition, value))})`;
      return [{ holds: true, words: shown }];
    });
    const holding = parts.filter(({ holds }) => holds).map((part) => part.words);
    const missing = parts.filter(({ holds }) => !holds).map((part) => part.words);
    return [
      ...(holding.length > 0 ? [words.with(holding.join(words.and))] : []),
      ...(missing.length > 0 ? [words.without(missing.join(words.nor))] : []),
    ].join(' ');
  });
  return `${asHeading(said.join(words.or))}:`;
}
