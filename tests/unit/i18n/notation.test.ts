import { describe, expect, test } from 'vitest';
import { chooseLanguage } from '../../../src/i18n/language.ts';
import { asSentence, formatDate, formatList, formatMeasured, formatNumber } from '../../../src/i18n/notation.ts';

describe('numbers and dates', () => {
  test('are written as Danes write them', () => {
    expect(formatNumber(1234.5, 'da')).toBe('1.234,5');
    expect(formatDate('2021-05-12', 'da')).toBe('12. maj 2021');
  });

  test('are written as in English when that is chosen', () => {
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
    expect(formatDate('2021-05-12', 'en')).toBe('12 May 2021');
  });

  test('a measurement from the record has a comma in Danish, but no code loses its point', () => {
    expect(formatMeasured('Pt-Legeme; temp. (NPU08676) 38.7 °C', 'da')).toBe('Pt-Legeme; temp. (NPU08676) 38,7 °C');
    expect(formatMeasured('Pt-Legeme; temp. (NPU08676) 38.7 °C', 'en')).toBe('Pt-Legeme; temp. (NPU08676) 38.7 °C');
    expect(formatMeasured('Lændesmerter (M54.5)', 'da')).toBe('Lændesmerter (M54.5)');
  });

  test('a date keeps the precision it was recorded with', () => {
    expect(formatDate('2021', 'da')).toBe('2021');
    expect(formatDate('2021-05', 'da')).toBe('maj 2021');
  });

  test('the day is the one recorded, whatever the time zone', () => {
    expect(formatDate('2021-05-12T23:30:00+02:00', 'da')).toBe('12. maj 2021');
    expect(formatDate('2021-05-12T00:30:00+14:00', 'da')).toBe('12. maj 2021');
  });

  test('what is no date is shown as it stands', () => {
    expect(formatDate('i går', 'da')).toBe('i går');
  });

  test('a list ends with "og"', () => {
    expect(formatList(['a', 'b', 'c'], 'da')).toBe('a, b og c');
    expect(formatList(['a'], 'da')).toBe('a');
    expect(formatList([], 'da')).toBe('');
  });

  test('a sentence has a capital and one full stop', () => {
    expect(asSentence('ring nu')).toBe('Ring nu.');
    expect(asSentence('Ring nu!')).toBe('Ring nu!');
    expect(asSentence('')).toBe('');
  });
});

describe('the language', () => {
  test('is the one the address asks for', () => {
    expect(chooseLanguage('?lang=en')).toBe('en');
  });

  test('is Danish when nobody says', () => {
    expect(chooseLanguage('')).toBe('da');
    expect(chooseLanguage('?lang=xx')).toBe('da');
  });
});
