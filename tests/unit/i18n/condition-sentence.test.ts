import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../src/core/schema/guideline.ts';
import type { Operator } from '../../../src/core/schema/rating.ts';
import type { FactDefinition } from '../../../src/core/schema/vocabulary.ts';
import { conditionPhrase, conditionSentence, type Logic } from '../../../src/i18n/condition-sentence.ts';
import { da } from '../../../src/i18n/da.ts';
import { en } from '../../../src/i18n/en.ts';
import type { Speech } from '../../../src/i18n/sentence.ts';

const DA: Speech = { words: da, language: 'da' };
const EN: Speech = { words: en, language: 'en' };

const shared = { read: [], hints: [], none: 'unknown' as const };
const choices = [
  { id: 'none', label: { da: 'Ingen', en: 'None' } },
  { id: 'mild-stable', label: { da: 'Let og stabil', en: 'Mild and stable' } },
  { id: 'severe', label: { da: 'Svær', en: 'Severe' } },
];

const facts: Record<string, FactDefinition> = {
  age: {
    ...shared,
    type: 'number',
    unit: 'year',
    min: 0,
    max: 120,
    step: 1,
    suggestions: [],
    label: { da: 'alder', en: 'age' },
  },
  vomiting: {
    ...shared,
    type: 'number',
    unit: 'count',
    min: 0,
    max: 50,
    step: 1,
    suggestions: [],
    label: { da: 'antal opkastninger', en: 'number of vomiting episodes' },
  },
  cancer: { ...shared, type: 'boolean', negative: false, label: { da: 'kendt kræft', en: 'known cancer' } },
  fever: {
    ...shared,
    type: 'boolean',
    negative: false,
    label: { da: 'feber eller forhøjet CRP', en: 'fever or raised CRP' },
  },
  weakness: { ...shared, type: 'choice', multiple: false, choices, label: { da: 'kraftnedsættelse', en: 'weakness' } },
  reason: {
    ...shared,
    type: 'choice',
    multiple: true,
    choices: [
      { id: 'back', label: { da: 'Lændesmerter', en: 'Low back pain' } },
      { id: 'other', label: { da: 'Andet', en: 'Other' } },
    ],
    label: { da: 'indikation', en: 'reason' },
  },
};

const cancer: Condition = { fact: 'cancer', operator: 'equal', value: true };
const fever: Condition = { fact: 'fever', operator: 'equal', value: true };
const old: Condition = { fact: 'age', operator: 'greaterThanInclusive', value: { fact: 'older-age' } };
const weak: Condition = { fact: 'weakness', operator: 'in', value: ['mild-stable', 'severe'] };

const logic: Logic = {
  facts,
  criteria: { deficit: { label: { da: 'neurologiske udfald', en: 'neurological deficit' }, when: weak } },
  parameters: { 'older-age': { label: { da: 'ældre', en: 'older' }, value: 65, unit: 'year', source: 'SNC 2013' } },
};

const say = (speech: Speech, condition: Condition, holds = true): string =>
  conditionSentence(speech, logic, condition, holds);

/** Each comparison: as it holds and as it does not, in Danish and in English. */
const COMPARISONS: readonly (readonly [
  string,
  Operator,
  boolean | number | string | string[],
  string,
  string,
  string,
  string,
])[] = [
  ['cancer', 'equal', true, 'kendt kræft', 'ikke »kendt kræft«', 'known cancer', 'not “known cancer”'],
  ['cancer', 'equal', false, 'ikke »kendt kræft«', 'kendt kræft', 'not “known cancer”', 'known cancer'],
  ['cancer', 'notEqual', true, 'ikke »kendt kræft«', 'kendt kræft', 'not “known cancer”', 'known cancer'],
  ['age', 'lessThan', 18, 'alder under 18 år', 'alder mindst 18 år', 'age below 18 years', 'age at least 18 years'],
  [
    'age',
    'lessThanInclusive',
    18,
    'alder højst 18 år',
    'alder over 18 år',
    'age at most 18 years',
    'age above 18 years',
  ],
  ['age', 'greaterThan', 50, 'alder over 50 år', 'alder højst 50 år', 'age above 50 years', 'age at most 50 years'],
  [
    'age',
    'greaterThanInclusive',
    65,
    'alder mindst 65 år',
    'alder under 65 år',
    'age at least 65 years',
    'age below 65 years',
  ],
  ['age', 'equal', 1, 'alder er 1 år', 'alder er ikke 1 år', 'age is 1 year', 'age is not 1 year'],
  ['age', 'notEqual', 40, 'alder er ikke 40 år', 'alder er 40 år', 'age is not 40 years', 'age is 40 years'],
  [
    'vomiting',
    'greaterThanInclusive',
    2,
    'antal opkastninger mindst 2',
    'antal opkastninger under 2',
    'number of vomiting episodes at least 2',
    'number of vomiting episodes below 2',
  ],
  [
    'weakness',
    'equal',
    'severe',
    'kraftnedsættelse er »svær«',
    'kraftnedsættelse er ikke »svær«',
    'weakness is “severe”',
    'weakness is not “severe”',
  ],
  [
    'weakness',
    'notEqual',
    'none',
    'kraftnedsættelse er ikke »ingen«',
    'kraftnedsættelse er »ingen«',
    'weakness is not “none”',
    'weakness is “none”',
  ],
  [
    'weakness',
    'in',
    ['mild-stable', 'severe'],
    'kraftnedsættelse er »let og stabil« eller »svær«',
    'kraftnedsættelse er hverken »let og stabil« eller »svær«',
    'weakness is “mild and stable” or “severe”',
    'weakness is neither “mild and stable” nor “severe”',
  ],
  [
    'weakness',
    'notIn',
    ['none', 'mild-stable', 'severe'],
    'kraftnedsættelse er hverken »ingen«, »let og stabil« eller »svær«',
    'kraftnedsættelse er »ingen«, »let og stabil« eller »svær«',
    'weakness is none of “none”, “mild and stable” and “severe”',
    'weakness is “none”, “mild and stable” or “severe”',
  ],
  [
    'reason',
    'contains',
    'back',
    'indikation omfatter »lændesmerter«',
    'indikation omfatter ikke »lændesmerter«',
    'reason includes “low back pain”',
    'reason does not include “low back pain”',
  ],
  [
    'reason',
    'doesNotContain',
    'back',
    'indikation omfatter ikke »lændesmerter«',
    'indikation omfatter »lændesmerter«',
    'reason does not include “low back pain”',
    'reason includes “low back pain”',
  ],
];

describe('a comparison in words', () => {
  test.each(COMPARISONS)(
    '%s %s %j reads naturally as it holds and as it does not, in both languages',
    (fact, operator, value, danish, danishNot, english, englishNot) => {
      const condition: Condition = { fact, operator, value };
      expect([say(DA, condition), say(DA, condition, false)]).toEqual([danish, danishNot]);
      expect([say(EN, condition), say(EN, condition, false)]).toEqual([english, englishNot]);
      expect(say(DA, { not: condition })).toBe(danishNot);
    },
  );

  test('every operator of the engine has been read aloud', () => {
    const said = new Set(COMPARISONS.map(([, operator]) => operator));
    expect([...said].sort()).toEqual([
      'contains',
      'doesNotContain',
      'equal',
      'greaterThan',
      'greaterThanInclusive',
      'in',
      'lessThan',
      'lessThanInclusive',
      'notEqual',
      'notIn',
    ]);
  });

  test('a named limit is read as its number, and says which parameter it is', () => {
    expect(say(DA, old)).toBe('alder mindst 65 år');
    expect(conditionPhrase(DA, logic, old)).toMatchObject({ limit: { words: '65 år', parameter: 'older-age' } });
  });
});

describe('a group in words', () => {
  test('its parts are joined, and a group inside another kind stands in brackets', () => {
    expect(say(DA, { all: [cancer, { any: [old, weak] }] })).toBe(
      'kendt kræft og (alder mindst 65 år eller kraftnedsættelse er »let og stabil« eller »svær«)',
    );
    expect(say(EN, { any: [cancer, old, { fact: 'vomiting', operator: 'greaterThan', value: 1 }] })).toBe(
      'known cancer, age at least 65 years or number of vomiting episodes above 1',
    );
  });

  test('a denial goes inward: not (a or b) is not a and not b', () => {
    expect(say(DA, { not: { any: [cancer, old] } })).toBe('ikke »kendt kræft« og alder under 65 år');
    expect(say(EN, { not: { all: [cancer, old] } })).toBe('not “known cancer” or age below 65 years');
    expect(say(DA, { not: { not: cancer } })).toBe('kendt kræft');
  });

  test('a label with an "or" of its own is held together by quotes, inside a group only', () => {
    expect(say(DA, { all: [fever, cancer] })).toBe('»feber eller forhøjet CRP« og kendt kræft');
    expect(say(DA, fever)).toBe('feber eller forhøjet CRP');
    expect(say(EN, { not: fever })).toBe('not “fever or raised CRP”');
  });

  test('groups of the same kind inside each other are one, and a group of one is no group', () => {
    expect(say(DA, { all: [cancer, { all: [old, { any: [weak] }] }] })).toBe(
      'kendt kræft, alder mindst 65 år og kraftnedsættelse er »let og stabil« eller »svær«',
    );
  });
});

describe('a criterion in words', () => {
  test('is named, not unfolded, and denied by name', () => {
    expect(say(DA, { all: [cancer, { condition: 'deficit' }] })).toBe('kendt kræft og neurologiske udfald');
    expect(say(EN, { not: { condition: 'deficit' } })).toBe('not “neurological deficit”');
  });

  test('that nobody wrote stands as its id, like an unknown fact and an unknown parameter', () => {
    expect(say(DA, { condition: 'gone' })).toBe('gone');
    expect(say(DA, { fact: 'height', operator: 'lessThan', value: { fact: 'limit' } })).toBe('height under limit');
  });
});
