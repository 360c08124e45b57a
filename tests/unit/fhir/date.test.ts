import { describe, expect, test } from 'vitest';
import {
  ageAt,
  dateRange,
  isAtLeastAgo,
  isPast,
  isWithin,
  momentOf,
  periodRange,
  timeOf,
  wholeWeeksSince,
} from '../../../src/fhir/date.ts';
import { NOW } from './record.ts';

const now = momentOf(NOW);
const within = (text: string, period: object): string => isWithin(dateRange(text), period, now);
const ago = (text: string, period: object): string => isAtLeastAgo(dateRange(text), period, now);

describe('when something was', () => {
  test('a dateTime is its own instant, to the second', () => {
    expect(dateRange('2026-06-01T12:00:00+02:00')).toEqual({
      earliest: Date.UTC(2026, 5, 1, 10),
      latest: Date.UTC(2026, 5, 1, 10) + 999,
    });
    expect(dateRange('2026-06-01T10:00:00.250Z')?.latest).toBe(Date.UTC(2026, 5, 1, 10, 0, 0, 250));
  });

  test('a date is the whole day with 14 hours on each side, since nobody said in which zone', () => {
    const range = dateRange('2026-05-20');
    expect(range?.earliest).toBe(Date.UTC(2026, 4, 19, 10));
    expect(range?.latest).toBe(Date.UTC(2026, 4, 21, 14) - 1);
  });

  test('a month and a year are that long', () => {
    expect(dateRange('2024-02')?.latest).toBe(Date.UTC(2024, 2, 1, 14) - 1);
    expect(dateRange('2024')?.earliest).toBe(Date.UTC(2023, 11, 31, 10));
  });

  test.each(['2026-02-30', '2026-13-01', '2026-00-10', '20260601', 'i går', '', '2026-06-01T25:00:00Z', '2026-6-1'])(
    '"%s" is no date',
    (text) => {
      expect(dateRange(text)).toBeNull();
    },
  );

  test('a period without end is open, and one that cannot be read is no period', () => {
    expect(periodRange({ start: '2026-01-01T00:00:00Z' })?.latest).toBe(Number.POSITIVE_INFINITY);
    expect(periodRange({ end: '2026-01-01T00:00:00Z' })?.earliest).toBe(Number.NEGATIVE_INFINITY);
    expect(periodRange({})).toBeNull();
    expect(periodRange({ start: 'i foråret', end: '2026-01-01' })).toBeNull();
    expect(periodRange({ start: '2026-03-01T00:00:00Z', end: '2026-01-01T00:00:00Z' })).toBeNull();
  });

  test('a choice element is read as dateTime, instant or period', () => {
    expect(timeOf({ effectiveInstant: '2026-01-01T00:00:00Z' }, 'effective')?.text).toBe('2026-01-01T00:00:00Z');
    expect(timeOf({ effectivePeriod: { start: '2026-01-01' } }, 'effective')?.text).toBe('2026-01-01');
    expect(timeOf({ effectiveTiming: {} }, 'effective')).toBeUndefined();
  });

  test('now must be a date-time', () => {
    expect(() => momentOf('2026-06-01')).toThrow(RangeError);
    expect(() => momentOf('now')).toThrow(RangeError);
  });
});

describe('within a period before now', () => {
  test('48 hours are 48 hours, both sides', () => {
    expect(within('2026-05-30T12:00:00+02:00', { hours: 48 })).toBe('true');
    expect(within('2026-05-30T11:59:58+02:00', { hours: 48 })).toBe('false');
    expect(within('2026-05-30T10:00:00Z', { hours: 48 })).toBe('true');
  });

  test('what lies in the future is not within the past', () => {
    expect(within('2026-06-01T12:00:01+02:00', { hours: 48 })).toBe('false');
    expect(within('2026-06-03', { days: 30 })).toBe('false');
  });

  test('a date of today is not taken to be later today', () => {
    expect(within('2026-06-01', { days: 30 })).toBe('true');
    expect(within('2026-05-31', { days: 30 })).toBe('true');
  });

  test("tomorrow's date may have begun somewhere, and does not decide", () => {
    expect(within('2026-06-02', { days: 30 })).toBe('unknown');
  });

  test('a date on the edge does not decide, one clear of it does', () => {
    expect(within('2026-05-05', { days: 30 })).toBe('true');
    expect(within('2026-05-02', { days: 30 })).toBe('unknown');
    expect(within('2026-04-29', { days: 30 })).toBe('false');
  });

  test('a year decides only when all of it lies on one side', () => {
    expect(within('2026', { days: 365 })).toBe('true');
    expect(within('2025', { days: 365 })).toBe('unknown');
    expect(within('2024', { days: 365 })).toBe('false');
    expect(within('2026', { months: 3 })).toBe('unknown');
  });

  test('months follow the calendar, and end with a shorter month', () => {
    const last = momentOf('2026-08-31T12:00:00Z');
    expect(isWithin(dateRange('2026-02-28T12:00:00Z'), { months: 6 }, last)).toBe('true');
    expect(isWithin(dateRange('2026-02-28T11:59:58Z'), { months: 6 }, last)).toBe('false');
    expect(isWithin(dateRange('2025-12-01T10:00:00Z'), { months: 6 }, now)).toBe('true');
    expect(isWithin(dateRange('2025-12-01T09:59:58Z'), { months: 6 }, now)).toBe('false');
  });

  test('an undated thing does not decide', () => {
    expect(isWithin(null, { days: 30 }, now)).toBe('unknown');
    expect(isAtLeastAgo(null, { days: 30 }, now)).toBe('unknown');
  });

  test('an ongoing period began when it began', () => {
    expect(isWithin(periodRange({ start: '2026-05-20T10:00:00Z' }), { days: 30 }, now)).toBe('true');
    expect(isWithin(periodRange({ start: '2026-01-20T10:00:00Z' }), { days: 30 }, now)).toBe('unknown');
  });
});

describe('at least so long ago', () => {
  test('90 days, both sides and the edge', () => {
    expect(ago('2026-03-03T11:59:59+02:00', { days: 90 })).toBe('true');
    expect(ago('2026-03-03T12:00:01+02:00', { days: 90 })).toBe('false');
    expect(ago('2026-03-01', { days: 90 })).toBe('true');
    expect(ago('2026-03-03', { days: 90 })).toBe('unknown');
    expect(ago('2026-03-05', { days: 90 })).toBe('false');
  });

  test('past means over by now', () => {
    expect(isPast(dateRange('2026-05-30'), now)).toBe('true');
    expect(isPast(dateRange('2026-06-01'), now)).toBe('unknown');
    expect(isPast(dateRange('2026-06-03'), now)).toBe('false');
  });
});

describe('age in whole years', () => {
  test.each([
    ['1966-06-01', 60],
    ['1966-06-02', 59],
    ['1966-05-31', 60],
    ['1966-07', 59],
    ['1966-05', 60],
    ['2026-06-01', 0],
    ['2026-05-31', 0],
  ])('born %s, %i on 1 June 2026', (birthDate, age) => {
    expect(ageAt(birthDate, now)).toBe(age);
  });

  test.each(['1966', '1966-06', '2026-06-02', '2027', '1966-06-31', 'ukendt', '1966-06-01T00:00:00Z'])(
    'born "%s": no age is given',
    (birthDate) => {
      expect(ageAt(birthDate, now)).toBeNull();
    },
  );

  test('a birth year is enough on the last day of a year', () => {
    expect(ageAt('1966', momentOf('2026-12-31T12:00:00+01:00'))).toBe(60);
  });

  test('born on 29 February, a year older on 1 March', () => {
    expect(ageAt('2008-02-29', momentOf('2026-02-28T12:00:00+01:00'))).toBe(17);
    expect(ageAt('2008-02-29', momentOf('2026-03-01T12:00:00+01:00'))).toBe(18);
  });
});

test('weeks since are whole weeks, and none for what has not been', () => {
  const weeks = (text: string): number => wholeWeeksSince(dateRange(text) ?? { earliest: 0, latest: 0 }, now);
  expect(weeks('2026-05-18T11:59:00+02:00')).toBe(2);
  expect(weeks('2026-05-18T12:01:00+02:00')).toBe(1);
  expect(weeks('2027-01-01')).toBe(0);
});
