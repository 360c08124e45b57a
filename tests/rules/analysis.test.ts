import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readExceptions } from '../../src/cli/rules/analyse.ts';
import { analyseGuideline } from '../../src/core/analysis/analyse.ts';
import { compareExceptions } from '../../src/core/analysis/known-exception.ts';
import { screensTogether } from '../../src/core/analysis/together.ts';
import { buildLibrary } from '../../src/library/build.ts';
import { readRuleFiles } from '../../src/library/disk.ts';

const files = await readRuleFiles(join(import.meta.dirname, '../../rules'));
const { library } = buildLibrary(files);
const analyses = new Map(
  library.guidelines.map((guideline) => [guideline.document.id, analyseGuideline(library, guideline)]),
);

describe.each([...analyses])('%s, over all combinations of answers', (id, analysis) => {
  test('every combination gets an answer, and every rung is reached', () => {
    expect(analysis.nodes).not.toBeNull();
    expect(analysis.unanswered).toEqual([]);
    expect(analysis.rungs.filter(({ kind }) => kind !== 'reached')).toEqual([]);
  });

  test('a red flag lowers something only where the clinical reason is written down, and nothing else is', () => {
    const { exceptions, findings } = readExceptions(files, id);
    expect(findings).toEqual([]);
    const found = { lowerings: analysis.lowerings ?? [], falls: analysis.urgencyFalls ?? [] };
    const { fresh, stale } = compareExceptions(found, exceptions);
    expect(fresh).toEqual({ lowerings: [], falls: [] });
    expect(stale).toEqual([]);
  });
});

test('the longest ways to an answer are no longer than they were', () => {
  const longest = Object.fromEntries([...analyses].map(([id, { screens }]) => [id, screens?.ageKnown.longest]));
  expect(longest).toEqual({
    'chest-imaging-unspecific-symptoms': 1,
    'head-trauma-ct': 6,
    'low-back-pain-imaging': 10,
    'syncope-head-imaging': 2,
  });
  const [head] = screensTogether(library);
  expect(head).toMatchObject({ guidelines: ['head-trauma-ct', 'syncope-head-imaging'], screens: { longest: 9 } });
});
