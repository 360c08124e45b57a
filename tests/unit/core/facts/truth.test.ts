import { describe, expect, test } from 'vitest';
import { allOf, anyOf, negate, type Truth } from '../../../../src/core/facts/truth.ts';

const TABLE: readonly [Truth, Truth, and: Truth, or: Truth][] = [
  ['true', 'true', 'true', 'true'],
  ['true', 'unknown', 'unknown', 'true'],
  ['true', 'false', 'false', 'true'],
  ['unknown', 'true', 'unknown', 'true'],
  ['unknown', 'unknown', 'unknown', 'unknown'],
  ['unknown', 'false', 'false', 'unknown'],
  ['false', 'true', 'false', 'true'],
  ['false', 'unknown', 'false', 'unknown'],
  ['false', 'false', 'false', 'false'],
];

describe('three-valued truth', () => {
  test.each(TABLE)('%s and %s is %s', (one, other, and) => {
    expect(allOf([one, other])).toBe(and);
  });

  test.each(TABLE)('%s or %s (and is %s) is %s', (one, other, _and, or) => {
    expect(anyOf([one, other])).toBe(or);
  });

  test('not true is false, not false is true, and not unknown is still unknown', () => {
    expect((['true', 'false', 'unknown'] as const).map(negate)).toEqual(['false', 'true', 'unknown']);
  });

  test('all of nothing is true and any of nothing is false', () => {
    expect([allOf([]), anyOf([])]).toEqual(['true', 'false']);
  });
});
