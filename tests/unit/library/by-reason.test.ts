import { describe, expect, test } from 'vitest';
import { examinationsByReason } from '../../../src/library/by-reason.ts';
import { library } from '../i18n/random-case.ts';

describe('what can be checked by hand', () => {
  test('is each reason with the examinations that a guideline speaks about for it; one without is left out', async () => {
    const found = await examinationsByReason(library);
    expect(found.map(({ reason }) => reason)).toEqual([
      'syncope',
      'head-trauma',
      'respiratory-symptoms',
      'low-back-pain',
    ]);
    expect(found.find(({ reason }) => reason === 'syncope')?.orders).toEqual(['ct-head', 'mr-head']);
    expect(found.find(({ reason }) => reason === 'syncope')?.covers?.da).toContain('kollaps');
    const covered = new Set(library.guidelines.flatMap(({ document }) => document.appliesTo.orders));
    expect(new Set(found.flatMap(({ orders }) => orders))).toEqual(covered);
  });
});
