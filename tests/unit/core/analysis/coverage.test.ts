import { expect, test } from 'vitest';
import { coverageOf } from '../../../../src/core/analysis/coverage.ts';
import { isExplained, shortfallsOf } from '../../../../src/core/analysis/shortfall.ts';
import { percentOf, talliesOf } from '../../../../src/core/analysis/tally.ts';
import type { CompiledGuideline } from '../../../../src/core/guideline/compile.ts';
import type { Condition } from '../../../../src/core/schema/guideline.ts';
import type { Vignette, VignettesDocument } from '../../../../src/core/schema/vignette.ts';
import { is, smallGuideline } from './small-guideline.ts';

const AGED: Condition = { fact: 'age', operator: 'greaterThanInclusive', value: 65 };

/** Fever and trauma, or age: a first rung. Cancer in the aged: a second that the first hides in part. */
const GUIDELINE = smallGuideline([
  {
    id: 'urgent',
    when: { any: [{ all: [is('fever'), is('trauma')] }, is('pattern', 'severe')] },
    urgency: 'emergency',
  },
  { id: 'aged-with-cancer', when: { all: [AGED, is('cancer')] } },
]);

const USUAL = { fever: false, trauma: false, cancer: false, age: 40, pattern: 'none' };

function documentOf(...given: readonly NonNullable<Vignette['given']>[]): VignettesDocument {
  const vignettes = given.map((own, index) => ({ name: `Vignet nummer ${index}`, given: own, expect: {} }));
  return { now: '2026-09-01T09:00:00+02:00', order: 'mr', given: USUAL, vignettes };
}

function missingIn(guideline: CompiledGuideline, document: VignettesDocument) {
  return shortfallsOf(guideline, document, coverageOf(guideline, document));
}

test('a comparison counts as seen true, false or unknown only where a vignette shows it', () => {
  const { leaves } = coverageOf(GUIDELINE, documentOf({}, { cancer: true }));
  const cancer = leaves.find(({ leaf }) => leaf.fact === 'cancer');
  expect(cancer?.path).toEqual(['recommendations', 1, 'when', 'all', 1]);
  expect(cancer?.seen).toEqual({ true: 1, false: 0, unknown: null });
});

test('two vignettes that differ in one fact and in the recommendation are a pair, in either order', () => {
  const { leaves } = coverageOf(GUIDELINE, documentOf({ age: 65, cancer: true }, { age: 64, cancer: true }));
  expect(leaves.filter(({ pair }) => pair !== null).map(({ leaf }) => leaf.fact)).toEqual(['age']);
});

test('two vignettes that differ in two facts are no pair', () => {
  const { leaves } = coverageOf(GUIDELINE, documentOf({}, { fever: true, trauma: true }));
  expect(leaves.filter(({ pair }) => pair !== null)).toEqual([]);
});

test('where the same fact stands twice, a pair counts only for the comparison that decides', () => {
  const twice = smallGuideline([
    { id: 'first', when: { all: [is('cancer'), is('fever')] } },
    { id: 'second', when: { any: [is('cancer'), is('trauma')] } },
  ]);
  const { leaves } = coverageOf(twice, documentOf({}, { cancer: true }));
  const paired = leaves.filter(({ pair }) => pair !== null).map(({ path }) => path.join('/'));
  expect(paired).toEqual(['recommendations/1/when/any/0']);
});

test('every shortfall gives vignettes that, written down, leave nothing uncovered', () => {
  const before = missingIn(GUIDELINE, documentOf({}));
  expect(before.length).toBeGreaterThan(10);
  // "Fever or no fever" decides nothing, so nothing can show it; all else can be shown.
  const rooms = before.filter(({ impossible }) => impossible).map(({ path }) => path[0]);
  expect(new Set(rooms)).toEqual(new Set(['appliesTo']));
  const drafts = before.flatMap((shortfall) => shortfall.drafts.map(({ given }) => given));
  const after = missingIn(GUIDELINE, documentOf({}, ...drafts));
  expect(after.filter(({ impossible }) => !impossible)).toEqual([]);
});

test('a comparison that can never flip the outcome is proved so, not excused', () => {
  const idle = smallGuideline([
    { id: 'cancer', when: is('cancer') },
    { id: 'fever-without-cancer', when: { all: [is('fever'), is('cancer', false)] } },
  ]);
  const document = documentOf({}, { cancer: true }, { fever: true }, { fever: 'unknown', cancer: 'unknown' });
  const coverage = coverageOf(idle, document);
  const missing = shortfallsOf(idle, document, coverage).filter(({ path }) => path[0] === 'recommendations');
  expect(missing.map(({ path, impossible }) => [path.join('/'), impossible])).toEqual([
    ['recommendations/1/when/all/1', true],
  ]);
  const [shortfall] = missing;
  expect(shortfall && isExplained('- `fever-without-cancer` asks for no `cancer`: it reads better.', shortfall)).toBe(
    true,
  );
  expect(shortfall && isExplained('- `fever-without-cancer` is new.\n- So is `cancer`.', shortfall)).toBe(false);
});

test('shares are rounded down, and what no vignette can show is no part of them', () => {
  expect(percentOf({ covered: 199, demanded: 200, impossible: 0 })).toBe(99);
  expect(percentOf({ covered: 200, demanded: 200, impossible: 1 })).toBe(100);
  const { recommendations } = talliesOf(coverageOf(GUIDELINE, documentOf({})), []);
  expect(recommendations).toEqual({ covered: 1, demanded: 3, impossible: 0 });
});
