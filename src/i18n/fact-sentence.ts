import type { Fact } from '../core/facts/fact.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { textIn } from './language.ts';
import { asHeading, type Speech, valueWords } from './sentence.ts';

/** A fact and its value as one sentence: `Kendt kræft: ja`, `Alder: 74 år`, `Alder: ukendt`. */
export function factSentence(speech: Speech, definition: FactDefinition, fact: Fact): string {
  const value = fact.known ? valueWords(speech, definition, fact.value) : speech.words.value.unknown;
  return `${asHeading(textIn(definition.label, speech.language))}: ${value}`;
}
