import { describe, expect, test } from 'vitest';
import { da as words } from '../../../src/i18n/da.ts';
import { differenceWords } from '../../../src/workbench/difference.ts';
import { da as own } from '../../../src/workbench/words-da.ts';

const told = (line: string): string => differenceWords({ words, own }, line);

describe('a difference', () => {
  test('of a verdict or an urgency is told in the words of the page', () => {
    expect(told('verdict: expected "appropriate", got "not-appropriate"')).toBe(
      'vurdering: ventet Indiceret, fik Anbefales ikke',
    );
    expect(told('urgency: expected null, got "emergency"')).toBe('hast: ventet ingen, fik Akut');
  });

  test('of ids keeps the ids', () => {
    expect(told('asks: expected [], got ["age","osteoporosis"]')).toBe(
      'spørgsmål: ventet ingen, fik age, osteoporosis',
    );
    expect(told('criterion acute-signs: expected "true", got "unknown"')).toBe(
      'kriterium: acute-signs: ventet true, fik unknown',
    );
  });

  test('in another form stays as it is', () => {
    expect(told('something else')).toBe('something else');
  });
});
