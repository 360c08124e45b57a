import type { Text } from '../../core/schema/text.ts';
import { type Language, textIn } from '../../i18n/language.ts';
import { type CliWords, da } from './da.ts';
import { en } from './en.ts';

/** What the author's commands speak: their own words, and the side of a text that is read. */
export interface Speech {
  readonly language: Language;
  readonly words: CliWords;
  tell(text: Text): string;
}

export function speechIn(language: Language): Speech {
  return { language, words: language === 'en' ? en : da, tell: (text) => textIn(text, language) };
}

/**
 * Takes `--language da|en` out of a command's arguments; Danish unless it is given. `unknown` is what was given and is
 * neither.
 */
export function readLanguage(args: readonly string[]): {
  readonly speech: Speech;
  readonly rest: readonly string[];
  readonly unknown: string | null;
} {
  const at = args.findIndex((argument) => argument === OPTION || argument.startsWith(`${OPTION}=`));
  if (at < 0) return { speech: speechIn('da'), rest: args, unknown: null };
  const [option = '', next = ''] = args.slice(at, at + 2);
  const isJoined = option !== OPTION;
  const given = isJoined ? option.slice(OPTION.length + 1) : next;
  const rest = [...args.slice(0, at), ...args.slice(at + (isJoined ? 1 : 2))];
  return given === 'da' || given === 'en'
    ? { speech: speechIn(given), rest, unknown: null }
    : { speech: speechIn('da'), rest, unknown: given };
}

const OPTION = '--language';
