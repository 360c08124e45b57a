import type { Operator } from '../core/schema/rating.ts';
import type { Language } from './language.ts';

/** The small words that generated sentences of a condition are made of. */
export interface ConditionWords {
  readonly and: string;
  readonly or: string;
  quote(words: string): string;
  /** What is denied; given in quotes, so that it is plain how far the "not" reaches. */
  not(quoted: string): string;
  /** A number against a limit. */
  readonly number: Readonly<Record<Operator, string>>;
  /** A choice, or a list of choices, each in quotes. */
  is(quoted: readonly string[]): string;
  isNot(quoted: readonly string[]): string;
  includes(quoted: readonly string[]): string;
  includesNot(quoted: readonly string[]): string;
}

function listed(words: readonly string[], joint: string): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${joint} ${words[words.length - 1]}`;
}

const da: ConditionWords = {
  and: 'og',
  or: 'eller',
  quote: (words) => `»${words}«`,
  not: (quoted) => `ikke ${quoted}`,
  number: {
    equal: 'er',
    notEqual: 'er ikke',
    in: 'er',
    notIn: 'er ikke',
    lessThan: 'under',
    lessThanInclusive: 'højst',
    greaterThan: 'over',
    greaterThanInclusive: 'mindst',
    contains: 'er',
    doesNotContain: 'er ikke',
  },
  is: (quoted) => `er ${listed(quoted, 'eller')}`,
  isNot: (quoted) => (quoted.length < 2 ? `er ikke ${quoted.join('')}` : `er hverken ${listed(quoted, 'eller')}`),
  includes: (quoted) => `omfatter ${listed(quoted, 'eller')}`,
  includesNot: (quoted) => `omfatter ikke ${listed(quoted, 'eller')}`,
};

const en: ConditionWords = {
  and: 'and',
  or: 'or',
  quote: (words) => `“${words}”`,
  not: (quoted) => `not ${quoted}`,
  number: {
    equal: 'is',
    notEqual: 'is not',
    in: 'is',
    notIn: 'is not',
    lessThan: 'below',
    lessThanInclusive: 'at most',
    greaterThan: 'above',
    greaterThanInclusive: 'at least',
    contains: 'is',
    doesNotContain: 'is not',
  },
  is: (quoted) => `is ${listed(quoted, 'or')}`,
  isNot(quoted) {
    if (quoted.length < 2) return `is not ${quoted.join('')}`;
    return quoted.length === 2 ? `is neither ${quoted.join(' nor ')}` : `is none of ${listed(quoted, 'and')}`;
  },
  includes: (quoted) => `includes ${listed(quoted, 'or')}`,
  includesNot: (quoted) => `does not include ${listed(quoted, 'or')}`,
};

export const conditionWords: Readonly<Record<Language, ConditionWords>> = { da, en };
