import { describe, expect, test } from 'vitest';
import { radiationBand, radiationWords } from '../../../src/i18n/radiation-sentence.ts';

const source = 'test';

describe('a dose in words', () => {
  test.each([
    [
      { mSv: 0.1, source },
      'ca. 0,1 mSv, som 12 dages baggrundsstråling',
      'about 0.1 mSv, as 12 days of background radiation',
    ],
    [
      { mSv: 1, source },
      'ca. 1 mSv, som 4 måneders baggrundsstråling',
      'about 1 mSv, as 4 months of background radiation',
    ],
    [
      { mSv: 1, to: 2, source },
      'ca. 1–2 mSv, som 4–8 måneders baggrundsstråling',
      'about 1–2 mSv, as 4–8 months of background radiation',
    ],
    [{ mSv: 6, source }, 'ca. 6 mSv, som 2 års baggrundsstråling', 'about 6 mSv, as 2 years of background radiation'],
    [
      { mSv: 5, source },
      'ca. 5 mSv, som 20 måneders baggrundsstråling',
      'about 5 mSv, as 20 months of background radiation',
    ],
    [
      { mSv: 7.5, source },
      'ca. 7,5 mSv, som 2,5 års baggrundsstråling',
      'about 7.5 mSv, as 2.5 years of background radiation',
    ],
    [{ mSv: 0, source }, 'ingen ioniserende stråling', 'no ionising radiation'],
  ])('%j is measured against 3 mSv of background a year', (dose, danish, english) => {
    expect(radiationWords(dose, 'da')).toBe(danish);
    expect(radiationWords(dose, 'en')).toBe(english);
  });

  test('a number that nobody has verified says so, and a missing one is not taken for none', () => {
    expect(radiationWords({ mSv: 6, source, unverified: true }, 'da')).toContain('(ikke efterprøvet)');
    expect(radiationWords(undefined, 'da')).toBe('stråledosis ikke angivet');
  });
});

describe('the band of a dose', () => {
  test.each([
    [0, 0],
    [0.09, 1],
    [0.1, 2],
    [0.99, 2],
    [1, 3],
    [9.9, 3],
    [10, 4],
  ])('%d mSv reaches into band %d', (mSv, band) => {
    expect(radiationBand({ mSv, source })).toBe(band);
  });

  test('of a range the upper end counts', () => {
    expect(radiationBand({ mSv: 0.5, to: 2, source })).toBe(3);
  });
});
