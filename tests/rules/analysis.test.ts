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

const LONGEST = {
  'chest-imaging-unspecific-symptoms': 1,
  'head-trauma-ct': 6,
  'low-back-pain-imaging': 10,
  'syncope-head-imaging': 2,
};

test.each(Object.entries(LONGEST))('in %s no way to an answer is longer than %i screens, age known', (id, most) => {
  expect(analyses.get(id)?.screens?.ageKnown.longest).toBeLessThanOrEqual(most);
});

test('head trauma and syncope together take no more screens than both one after the other', () => {
  const [head] = screensTogether(library);
  expect(head?.guidelines).toEqual(['head-trauma-ct', 'syncope-head-imaging']);
  const reason = 1;
  expect(head?.screens?.longest).toBeLessThanOrEqual(
    LONGEST['head-trauma-ct'] + LONGEST['syncope-head-imaging'] + reason,
  );
});
