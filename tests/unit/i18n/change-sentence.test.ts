import { describe, expect, test } from 'vitest';
import { changeSentence } from '../../../src/i18n/change-sentence.ts';
import { da } from '../../../src/i18n/da.ts';
import { en } from '../../../src/i18n/en.ts';
import { shippedLibrary } from '../widget/fake-session.ts';

const { facts } = (await shippedLibrary()).vocabulary;
const DANISH = { words: da, language: 'da' } as const;
const ENGLISH = { words: en, language: 'en' } as const;

describe('what would give another verdict', () => {
  test('is said as answers: yes to a finding, or no to it, whatever its label is', () => {
    expect(changeSentence(DANISH, facts, [[{ fact: 'cauda-equina-signs', value: true }]])).toBe(
      'Hvis ja til »tegn på cauda equina«:',
    );
    expect(changeSentence(DANISH, facts, [[{ fact: 'no-improvement-after-4-weeks', value: false }]])).toBe(
      'Hvis nej til »mindst 4 ugers behandling uden bedring«:',
    );
    expect(changeSentence(ENGLISH, facts, [[{ fact: 'head-injury-with-event', value: true }]])).toBe(
      'If yes to “a blow to the head”:',
    );
  });

  test('names the value of a choice and of a number, what belongs together, and each other way', () => {
    const ways = [
      [
        { fact: 'leg-weakness', value: 'mild-stable' },
        { fact: 'known-cancer', value: true },
        { fact: 'high-energy-trauma', value: false },
      ],
      [{ fact: 'weeks-of-treatment', value: 6 }],
    ];
    expect(changeSentence(DANISH, facts, ways)).toBe(
      'Hvis ja til »aktuel eller tidligere kræft«, »kraftnedsættelse i benene« er »let og stabil« og nej til »højenergitraume i dette forløb«, eller hvis »varighed af relevant behandling« er 6 uger:',
    );
  });

  test('tells three ways, and how many more there are', () => {
    const way = (value: number) => [{ fact: 'gcs', value }];
    const ways = [13, 12, 11, 10, 9].map(way);
    expect(changeSentence(DANISH, facts, ways)).toMatch(/er 11 point, eller på 2 andre måder:$/);
    expect(changeSentence(DANISH, facts, ways.slice(0, 4))).toMatch(/er 11 point, eller på én anden måde:$/);
    expect(changeSentence(DANISH, facts, ways.slice(0, 3))).toMatch(/er 11 point:$/);
  });
});
