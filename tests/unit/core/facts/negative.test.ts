import { expect, test } from 'vitest';
import { answeredFact, NOT_ASKED } from '../../../../src/core/facts/fact.ts';
import { isRuledOut } from '../../../../src/core/facts/ruled-out.ts';
import { shippedLibrary } from '../../widget/fake-session.ts';

test('no, none and 0 rule a fact out; "non-specific" is a finding, and what is unknown is neither', async () => {
  const { facts } = (await shippedLibrary()).vocabulary;
  expect(isRuledOut(facts['cord-signs'], answeredFact(false))).toBe(true);
  expect(isRuledOut(facts['leg-weakness'], answeredFact('none'))).toBe(true);
  expect(isRuledOut(facts['vomiting-episodes'], answeredFact(0))).toBe(true);
  expect(facts['pain-pattern']?.negative).toBe('non-specific');
  expect(isRuledOut(facts['pain-pattern'], answeredFact('non-specific'))).toBe(false);
  expect(isRuledOut(facts['cord-signs'], answeredFact(true))).toBe(false);
  expect(isRuledOut(facts['cord-signs'], NOT_ASKED)).toBe(false);
});
