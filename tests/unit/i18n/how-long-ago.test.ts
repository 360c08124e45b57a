import { describe, expect, test } from 'vitest';
import { howLongAgo } from '../../../src/i18n/how-long-ago.ts';

const NOW = '2026-11-28T11:00:00Z';

describe('how long ago a recorded day was', () => {
  test.each([
    ['2026-11-28', 'i dag'],
    ['2026-11-27T23:10:00+01:00', 'i går'],
    ['2026-11-15', 'for 13 dage siden'],
    ['2026-11-14', 'for 2 uger siden'],
    ['2026-09-30', 'for 8 uger siden'],
    ['2026-09-29', 'for 1 måned siden'],
    ['2026-06-28', 'for 5 måneder siden'],
    ['2024-11-29', 'for 23 måneder siden'],
    ['2024-11-28', 'for 1 år siden'],
    ['2021-11-28', 'for 4 år siden'],
  ])('%s: %s', (date, words) => {
    expect(howLongAgo(date, NOW, 'da')).toBe(words);
  });

  test.each([
    ['2026-11-29', 'i morgen', 'tomorrow'],
    ['2026-12-05', 'om 7 dage', 'in 7 days'],
    ['2027-01-02', 'om 5 uger', 'in 5 weeks'],
  ])('what is booked for %s is to come: %s', (date, words, inEnglish) => {
    expect(howLongAgo(date, NOW, 'da')).toBe(words);
    expect(howLongAgo(date, NOW, 'en')).toBe(inEnglish);
  });

  test.each(['2026-06', '2026', '', 'sidste sommer'])('"%s" names no day, so nothing is counted', (date) => {
    expect(howLongAgo(date, NOW, 'da')).toBe('');
  });
});
