import type { Condition, Guideline } from '../core/schema/guideline.ts';
import type { Operator } from '../core/schema/rating.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { conditionWords } from './condition-words.ts';
import { textIn } from './language.ts';
import { asPhrase, type Speech, valueWords } from './sentence.ts';

/** What a condition's ids refer to: facts of the vocabulary, criteria and parameters of its guideline. */
export interface Logic {
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly criteria: Guideline['criteria'];
  readonly parameters: Guideline['parameters'];
}

/** A condition in words, with its shape kept, so that a page can set it as a list and link what it refers to. */
export type Phrase =
  | { readonly kind: 'comparison'; readonly words: string; readonly limit: Limit | null }
  | { readonly kind: 'criterion'; readonly id: string; readonly holds: boolean; readonly words: string }
  | { readonly kind: 'group'; readonly join: 'all' | 'any'; readonly parts: readonly Phrase[] };

/** The number a sentence ends with: `65 år`; and the parameter it is, where it has a name. */
export interface Limit {
  readonly words: string;
  readonly parameter: string | null;
}

type Comparison = Extract<Condition, { fact: string }>;

/** What each operator is when the comparison is denied. */
const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
};

/**
 * A condition in words; with `holds` false, what it means that it does not hold. A denial goes inward to the comparisons
 * (`not (a or b)` is read as "not a and not b"), and groups of the same kind inside each other become one. An id that
 * leads nowhere stands for itself.
 */
export function conditionPhrase(speech: Speech, logic: Logic, condition: Condition, holds = true): Phrase {
  if ('not' in condition) return conditionPhrase(speech, logic, condition.not, !holds);
  if ('condition' in condition) {
    const id = condition.condition;
    const label = logic.criteria[id]?.label;
    const words = label ? asPhrase(textIn(label, speech.language)) : id;
    return { kind: 'criterion', id, holds, words: holds ? words : denied(speech, words) };
  }
  if ('fact' in condition) return comparisonPhrase(speech, logic, condition, holds);
  const isAll = 'all' in condition;
  const join = isAll === holds ? 'all' : 'any';
  const kids = (isAll ? condition.all : condition.any).map((kid) => conditionPhrase(speech, logic, kid, holds));
  const parts = kids.flatMap((kid) => (kid.kind === 'group' && kid.join === join ? kid.parts : [kid]));
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'group', join, parts };
}

/**
 * A condition as one sentence without capital and full stop: `alder mindst 65 år`, `»aktuel eller tidligere kræft« og
 * (akutte tegn eller kraftnedsættelse i benene er »let og stabil«)`. Criteria are named, not unfolded.
 */
export function conditionSentence(speech: Speech, logic: Logic, condition: Condition, holds = true): string {
  return phraseWords(speech, conditionPhrase(speech, logic, condition, holds));
}

/** A phrase as one sentence. */
export function phraseWords(speech: Speech, phrase: Phrase): string {
  if (phrase.kind !== 'group') return simpleWords(phrase);
  const { and, or, quote } = conditionWords[speech.language];
  const parts = phrase.parts.map((part) => {
    if (part.kind === 'group') return `(${phraseWords(speech, part)})`;
    const words = simpleWords(part);
    return isPlainLabel(part) && holdsAJoint(words, and, or) ? quote(words) : words;
  });
  const joint = phrase.join === 'all' ? and : or;
  return `${parts.slice(0, -1).join(', ')} ${joint} ${parts[parts.length - 1]}`;
}

function simpleWords(phrase: Exclude<Phrase, { kind: 'group' }>): string {
  const limit = phrase.kind === 'comparison' ? phrase.limit : null;
  return limit ? `${phrase.words} ${limit.words}` : phrase.words;
}

/** Whether the words are an author's label and nothing else: what is denied or compared already has its quotes. */
function isPlainLabel(phrase: Exclude<Phrase, { kind: 'group' }>): boolean {
  return phrase.kind === 'criterion' ? phrase.holds : phrase.limit === null && !/[»“]/.test(phrase.words);
}

/** A label such as "kræft eller infektion" would run together with the words around it. */
function holdsAJoint(words: string, and: string, or: string): boolean {
  return words.includes(',') || words.split(' ').some((word) => word === and || word === or);
}

function denied({ language }: Speech, words: string): string {
  const { not, quote } = conditionWords[language];
  return not(quote(words));
}

function comparisonPhrase(speech: Speech, logic: Logic, { fact, operator, value }: Comparison, holds: boolean): Phrase {
  const definition = logic.facts[fact];
  const label = definition ? asPhrase(textIn(definition.label, speech.language)) : fact;
  const asked = holds ? operator : OPPOSITE[operator];
  if (typeof value === 'boolean') {
    const positive = (asked === 'equal') === value;
    return { kind: 'comparison', words: positive ? label : denied(speech, label), limit: null };
  }
  if (typeof value === 'number' || (typeof value === 'object' && 'fact' in value)) {
    const words = `${label} ${conditionWords[speech.language].number[asked]}`;
    return { kind: 'comparison', words, limit: limitOf(speech, logic, definition, value) };
  }
  return { kind: 'comparison', words: `${label} ${choiceWords(speech, definition, asked, value)}`, limit: null };
}

function limitOf(
  speech: Speech,
  logic: Logic,
  definition: FactDefinition | undefined,
  value: number | { readonly fact: string },
): Limit {
  const parameter = typeof value === 'number' ? null : value.fact;
  const number = typeof value === 'number' ? value : logic.parameters[value.fact]?.value;
  if (number === undefined) return { words: parameter ?? '', parameter };
  return { words: definition ? valueWords(speech, definition, number) : String(number), parameter };
}

function choiceWords(
  speech: Speech,
  definition: FactDefinition | undefined,
  operator: Operator,
  value: string | readonly string[],
): string {
  const words = conditionWords[speech.language];
  const quoted = (typeof value === 'string' ? [value] : value).map((id) =>
    words.quote(definition ? asPhrase(valueWords(speech, definition, id)) : id),
  );
  if (operator === 'contains') return words.includes(quoted);
  if (operator === 'doesNotContain') return words.includesNot(quoted);
  return operator === 'equal' || operator === 'in' ? words.is(quoted) : words.isNot(quoted);
}
