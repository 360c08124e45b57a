import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyConfer } from '../../../src/core/decision/conferring.ts';
import { da } from '../../../src/i18n/da.ts';
import { REFERRAL_LENGTH } from '../../../src/i18n/referral-text.ts';
import { composeSparringQuestion } from '../../../src/i18n/sparring-question.ts';
import { anyCase, anyWords, assessCase, library } from './random-case.ts';

const { facts, orders } = library.vocabulary;
const guidelines = library.guidelines.map(({ document }) => document);
const known = (value: unknown) => ({ known: true, value, provenance: { kind: 'clinician' } });
const back = { reason: known(['low-back-pain']), age: known(45) };

describe('a question to who performs the examination', { timeout: 20_000 }, () => {
  test('is short, says the verdict and what is asked, whatever it is made from', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, anyWords, anyWords, async (one, orderName, reason) => {
        const assessment = await assessCase(one);
        const why = whyConfer(assessment, guidelines);
        const text = composeSparringQuestion(
          { facts, orders, guidelines, orderName, assessment, reason, gaps: [] },
          why,
        );
        expect(text.length).toBeLessThanOrEqual(REFERRAL_LENGTH);
        expect(text).toMatch(/^Spørgsmål: .*\?$/m);
        if (assessment.verdict !== 'undetermined') expect(text).toContain(da.verdict[assessment.verdict]);
      }),
      { numRuns: 80 },
    );
  });

  test('begins with what cannot wait', async () => {
    const assessment = await assessCase({
      order: 'mr-lumbar-spine',
      facts: { ...back, 'cauda-equina-signs': known(true) },
    });
    expect(whyConfer(assessment, guidelines)).toBe('urgent');
    const text = composeSparringQuestion(
      { facts, orders, guidelines, orderName: 'MR af lænderyg', assessment, reason: 'Lændesmerter', gaps: [] },
      'urgent',
    );
    expect(text.split('\n')[0]).toBe('Det haster: Mistanke om cauda equina-syndrom: ring nu.');
    expect(text).toContain('Jeg overvejer MR af lænderyg hos en patient på 45 år.');
  });
});

describe('why to confer', () => {
  test('no standard; and doubt alone where a guideline settles it', async () => {
    const chest = await assessCase({
      order: 'xr-chest',
      facts: {
        reason: known(['respiratory-symptoms']),
        age: known(60),
        'acute-respiratory-illness': known(false),
        'suspects-lung-cancer': known(false),
      },
    });
    expect(chest.verdict).toBe('no-standard');
    expect(whyConfer(chest, guidelines)).toBe('no-standard');

    const negatives = Object.entries(facts).flatMap(([id, { negative }]) =>
      negative === undefined ? [] : [[id, known(negative)]],
    );
    const plain = await assessCase({ order: 'mr-lumbar-spine', facts: { ...Object.fromEntries(negatives), ...back } });
    expect(plain.verdict).toBe('not-appropriate');
    expect(whyConfer(plain, guidelines)).toBe('doubt');
  });

  test('recognised guidelines that disagree', async () => {
    const negatives = Object.entries(facts).flatMap(([id, { negative }]) =>
      negative === undefined ? [] : [[id, known(negative)]],
    );
    const cancer = await assessCase({
      order: 'mr-lumbar-spine',
      facts: { ...Object.fromEntries(negatives), ...back, 'known-cancer': known(true) },
    });
    expect(cancer.guidance[0]?.recommendation).toBe('back-pain-with-known-cancer');
    expect(whyConfer(cancer, guidelines)).toBe('disagreement');
  });
});
