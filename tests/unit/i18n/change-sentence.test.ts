import { describe, expect, test } from 'vitest';
import { changeSentence } from '../../../src/i18n/change-sentence.ts';
import { da } from '../../../src/i18n/da.ts';
import { en } from '../../../src/i18n/en.ts';
import { shippedLibrary } from '../widget/fake-session.ts';

const { facts } = (await shippedLibrary()).vocabulary;
const DANISH = { words: da, language: 'da' } as const;
const ENGLISH = { words: en, language: 'en' } as const;

describe('what would give another verdict', () => {
  test('is said as a clinician would: with a finding, or without it', () => {
    expect(changeSentence(DANISH, facts, [[{ fact: 'cauda-equina-signs', value: true }]])).toBe(
      'Ved tegn på cauda equina:',
    );
    expect(changeSentence(DANISH, facts, [[{ fact: 'known-cancer', value: false }]])).toBe(
      'Uden aktuel eller tidligere kræft:',
    );
    expect(changeSentence(ENGLISH, facts, [[{ fact: 'head-injury-with-event', value: true }]])).toBe(
      'With a blow to the head:',
    );
  });

  test('names the value of a choice, what belongs together, and each other way', () => {
    const ways = [
      [
        { fact: 'leg-weakness', value: 'severe-or-progressing' },
        { fact: 'high-energy-trauma', value: false },
      ],
      [{ fact: 'cord-signs', value: true }],
    ];
    expect(changeSentence(DANISH, facts, ways)).toMatch(
      /^Ved kraftnedsættelse i benene \(.+\) uden højenergitraume i dette forløb, eller ved tegn på rygmarvspåvirkning:$/,
    );
  });
});
