import { describe, expect, test } from 'vitest';
import type { Difference } from '../../../src/core/vignette/expectation.ts';
import { da as words } from '../../../src/i18n/da.ts';
import { differenceWords } from '../../../src/workbench/difference.ts';
import { da as own } from '../../../src/workbench/words-da.ts';

const told = (difference: Difference): string => differenceWords({ words, language: 'da', own }, difference);

describe('a difference', () => {
  test('of a verdict or an urgency is told in the words of the page', () => {
    expect(told({ part: 'verdict', expected: 'appropriate', got: 'not-appropriate' })).toBe(
      'vurdering: ventet Indiceret, fik Anbefales ikke',
    );
    expect(told({ part: 'urgency', expected: null, got: 'emergency' })).toBe('hast: ventet ingen, fik Akut');
    expect(told({ part: 'rating', id: 'ct-head', expected: 'appropriate', got: 'no-criteria-apply' })).toBe(
      'vurdering af ct-head: ventet Indiceret, fik Ikke omfattet',
    );
  });

  test('of ids keeps the ids', () => {
    expect(told({ part: 'asks', expected: [], got: ['age', 'osteoporosis'] })).toBe(
      'spørgsmål: ventet ingen, fik age, osteoporosis',
    );
    expect(told({ part: 'criterion', id: 'acute-signs', expected: 'true', got: 'unknown' })).toBe(
      'kriteriet acute-signs: ventet true, fik unknown',
    );
  });

  test('of whether the guideline applies, or how many drafts a person has, is plain', () => {
    expect(told({ part: 'applies', expected: true, got: false })).toBe('retningslinjen gælder: ventet ja, fik nej');
    expect(told({ part: 'draft-orders', expected: 1, got: 2 })).toBe('henvisninger i kladde: ventet 1, fik 2');
  });
});
