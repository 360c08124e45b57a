import { describe, expect, test } from 'vitest';
import { ageOn, codesOf, nameOf, writeDate, writeMoment } from '../../../../sandbox/page/record/wording.ts';

describe('dates are written as Danes write them', () => {
  test.each([
    ['2026-06-03', '3. juni 2026'],
    ['2026-06', 'juni 2026'],
    ['2026', '2026'],
    [undefined, ''],
    ['i går', ''],
  ])('%s is "%s"', (date, words) => {
    expect(writeDate(date)).toBe(words);
  });

  test('a moment is shown in Danish time, summer and winter', () => {
    expect(writeMoment('2026-07-01T22:30:00Z')).toBe('2. juli 2026 kl. 00.30');
    expect(writeMoment('2026-01-01T22:30:00Z')).toBe('1. jan. 2026 kl. 23.30');
  });

  test('a moment without a time of day is a date', () => {
    expect(writeMoment('2026-07-01')).toBe('1. juli 2026');
  });
});

describe('age', () => {
  const today = new Date(2026, 10, 1);

  test('counts a birthday that is today', () => {
    expect(ageOn('1981-11-01', today)).toBe(45);
  });

  test('does not count a birthday that is tomorrow', () => {
    expect(ageOn('1981-11-02', today)).toBe(44);
  });

  test('is not told from a year alone', () => {
    expect(ageOn('1961', today)).toBeUndefined();
  });
});

describe('a coded concept', () => {
  test('is named by its text before its displays and codes', () => {
    const coding = [{ code: 'DM545', display: 'Lændesmerter UNS' }];
    expect(nameOf({ text: 'Ondt i ryggen', coding })).toBe('Ondt i ryggen');
    expect(nameOf({ coding })).toBe('Lændesmerter UNS');
    expect(nameOf({ coding: [{ code: 'DM545' }] })).toBe('DM545');
    expect(nameOf(undefined)).toBe('Uden navn');
  });

  test('shows every code with the short name of its system, which NPU codes carry themselves', () => {
    expect(
      codesOf({
        coding: [
          { system: 'urn:oid:1.2.208.176.2.4.12', code: 'DM545' },
          { system: 'urn:oid:1.2.208.176.2.1', code: 'NPU19748' },
          { system: 'https://ehr.example/local-codes', code: 'RYG-7' },
          { display: 'uden kode' },
        ],
      }),
    ).toEqual(['SKS DM545', 'NPU19748', 'Kode RYG-7']);
  });
});
