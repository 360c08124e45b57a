import { describe, expect, test } from 'vitest';
import { countTaps, shippedConsultations } from '../../bench/taps.ts';
import { answeredFact, type FactValue } from '../../src/core/facts/fact.ts';
import { shippedGuidelines } from './shipped.ts';

const { library } = await shippedGuidelines();

type Values = Readonly<Record<string, FactValue>>;

/** A patient of whom record and order tell so much, and the clinician would answer so much; all else is "none of these". */
function taps(order: string, known: Values, answers: Values = {}) {
  const facts = new Map(Object.entries(known).map(([id, value]) => [id, answeredFact(value)]));
  return countTaps(library, { order, known: facts, answers: new Map(Object.entries(answers)) });
}

describe('at most four presses to an answer without red flags', () => {
  test.each(['mr-lumbar-spine', 'xr-lumbar-spine', 'ct-lumbar-spine'])('plain low back pain, %s', async (order) => {
    const known = { reason: ['low-back-pain'], age: 45, 'previous-lumbar-imaging': false };
    expect((await taps(order, known, { 'weeks-of-treatment': 3 })).answered).toBeLessThanOrEqual(4);
  });

  test('minimal head trauma, some hours ago', async () => {
    const known = { reason: ['head-trauma'], age: 30, 's100b-result': 'not-taken' };
    for (const hours of [1, 2, 3, 4, 6, 12, 24])
      expect((await taps('ct-head', known, { gcs: 15, 'hours-since-injury': hours })).answered).toBeLessThanOrEqual(4);
  });

  test.each(['ct-head', 'mr-head'])('simple syncope, %s', async (order) => {
    expect((await taps(order, { reason: ['syncope'], age: 70 })).answered).toBeLessThanOrEqual(4);
  });

  test('a lingering cough without alarm', async () => {
    const known = { reason: ['respiratory-symptoms'], age: 45 };
    expect((await taps('ct-chest', known)).answered).toBeLessThanOrEqual(4);
  });
});

test('an order that the record alone supports is called so without a press', async () => {
  // New back pain in somebody with cancer: every answer left open supports an MR of the whole spine.
  const known = { reason: ['low-back-pain'], age: 63, 'known-cancer': true };
  expect((await taps('mr-whole-spine', known)).verdict).toBe(0);
});

test('the questions of every tenth vignette come to an end, in half of them within four presses', async () => {
  const counts: number[] = [];
  const consultations = await shippedConsultations();
  for (const { consultation } of consultations.filter((_, at) => at % 10 === 0))
    counts.push((await countTaps(library, consultation)).answered);
  expect(counts.length).toBeGreaterThan(40);
  expect(counts.filter((count) => count <= 4).length).toBeGreaterThan(counts.length / 2);
}, 60_000);
