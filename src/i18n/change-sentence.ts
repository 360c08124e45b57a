import type { Way } from '../core/decision/change.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { conditionWords } from './condition-words.ts';
import { textIn } from './language.ts';
import { formatList } from './notation.ts';
import { asHeading, asPhrase, type Speech, valueWords } from './sentence.ts';
import { whyWords } from './why-words.ts';

/** As many ways are told; of more it is said how many they are. */
const WAYS_TOLD = 3;

/**
 * The ways to another verdict, as answers: `Hvis ja til »klinisk mistanke om kræft« og nej til »aktuel eller tidligere kræft«, eller hvis
 * »GCS nu« er 13 point:`. A label stands in quotes, for some hold an "or" or a "no" of their own.
 */
export function changeSentence(
  speech: Speech,
  definitions: Readonly<Record<string, FactDefinition>>,
  ways: readonly Way[],
): string {
  const { language } = speech;
  const { whatWouldChange: words } = whyWords[language];
  const { quote } = conditionWords[language];
  const said = ways.slice(0, WAYS_TOLD).map((way) => {
    const yes: string[] = [];
    const values: string[] = [];
    const no: string[] = [];
    for (const { fact, value } of way) {
      const definition = definitions[fact];
      if (!definition) continue;
      const label = quote(asPhrase(textIn(definition.label, language)));
      if (typeof value === 'boolean') (value ? yes : no).push(label);
      else {
        const shown = asPhrase(valueWords(speech, definition, value));
        values.push(words.is(label, definition.type === 'choice' ? quote(shown) : shown));
      }
    }
    const parts = [
      ...(yes.length > 0 ? [words.yes(formatList(yes, language))] : []),
      ...values,
      ...(no.length > 0 ? [words.no(formatList(no, language))] : []),
    ];
    return words.when(formatList(parts, language));
  });
  const others = ways.length - said.length;
  return `${asHeading(said.join(words.or))}${others > 0 ? words.others(others) : ''}:`;
}
