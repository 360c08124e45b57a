import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assess } from '../../src/core/decision/assess.ts';
import { nextQuestions, type QuestionScreen } from '../../src/core/decision/questions.ts';
import type { FactValue } from '../../src/core/facts/fact.ts';
import { givenFacts } from '../../src/core/vignette/case.ts';
import { loadLibrary } from '../../src/library/disk.ts';

const { library } = await loadLibrary(join(import.meta.dirname, '../../rules'));

type Given = Readonly<Record<string, FactValue>>;

async function screensFor(order: string, given: Given): Promise<readonly QuestionScreen[]> {
  return nextQuestions(library, await assess(library, givenFacts(given), order));
}

/**
 * Answers screen after screen as for a patient in whom nothing is found: one tap for "none of these", one for each
 * number of `numbers`. Gives the screens in turn, the taps, and the verdict.
 */
async function walk(order: string, start: Given, numbers: Readonly<Record<string, number>>) {
  const given: Record<string, FactValue> = { ...start };
  const seen: string[] = [];
  let taps = 0;
  for (;;) {
    const assessment = await assess(library, givenFacts(given), order);
    const [screen] = nextQuestions(library, assessment);
    if (screen === undefined) return { seen, taps, verdict: assessment.verdict };
    if (seen.includes(screen.id)) throw new Error(`${screen.id} is asked again`);
    seen.push(screen.id);
    if (screen.noneOfThese) taps += 1;
    for (const fact of screen.facts) {
      const definition = library.vocabulary.facts[fact];
      const negative = screen.noneOfThese ? definition?.negative : undefined;
      const value = negative ?? numbers[fact];
      if (value === undefined) throw new Error(`${fact} has no answer here`);
      if (negative === undefined) taps += 1;
      given[fact] = value;
    }
  }
}

test('no screen has "none of these" for more than eight facts, and none of low back pain for more than seven', () => {
  const denied = library.guidelines.flatMap(({ document }) =>
    document.screens
      .filter(({ noneOfThese }) => noneOfThese)
      .map(({ facts }) => ({
        id: document.id,
        n: facts.filter((id) => library.vocabulary.facts[id]?.negative !== undefined).length,
      })),
  );
  expect(denied.length).toBeGreaterThan(6);
  for (const { id, n } of denied) expect(n).toBeLessThanOrEqual(id === 'low-back-pain-imaging' ? 7 : 8);
});

test.each(['ct-head', 'mr-head'])('a minimal head injury takes four taps on a draft of %s', async (order) => {
  const numbers = { gcs: 15, 'hours-since-injury': 3 };
  expect(await walk(order, { reason: ['head-trauma'], age: 40 }, numbers)).toEqual({
    seen: ['head-trauma-ct/acute', 'head-trauma-ct/gcs-and-time', 'head-trauma-ct/event'],
    taps: 4,
    verdict: 'not-appropriate',
  });
});

test.each(['ct-head', 'mr-head'])('simple syncope takes two taps on a draft of %s', async (order) => {
  expect(await walk(order, { reason: ['syncope'], age: 40 }, {})).toEqual({
    seen: ['syncope-head-imaging/acute', 'syncope-head-imaging/known-conditions'],
    taps: 2,
    verdict: 'not-appropriate',
  });
});

test.each(['xr-chest', 'ct-chest'])('an unspecific cough takes one tap on a draft of %s', async (order) => {
  expect(await walk(order, { reason: ['respiratory-symptoms'], age: 40 }, {})).toEqual({
    seen: ['chest-imaging-unspecific-symptoms/acute-or-cancer'],
    taps: 1,
    verdict: 'no-standard',
  });
});

test('plain low back pain takes four taps when the record of earlier imaging was read', async () => {
  const start = { reason: ['low-back-pain'], age: 40, 'previous-lumbar-imaging': false };
  expect(await walk('mr-lumbar-spine', start, { 'weeks-of-treatment': 2 })).toMatchObject({ taps: 4 });
});

test('whether the head was hit decides if head trauma applies, and is asked on the screen of syncope, once', async () => {
  const screens = await screensFor('ct-head', { reason: ['syncope'], age: 40 });
  const asking = screens.filter(({ facts }) => facts.includes('head-injury-with-event'));
  expect(asking.map(({ id }) => id)).toEqual(['syncope-head-imaging/acute']);
});

test('it is asked by itself when syncope no longer needs it', async () => {
  const given = { reason: ['syncope'], age: 40, 'focal-neurological-deficit': true };
  expect(await screensFor('mr-head', given)).toEqual([
    { id: 'head-injury-with-event', title: null, facts: ['head-injury-with-event'], noneOfThese: false },
  ]);
});

test('a fact that two guidelines share is asked once', async () => {
  const screens = await screensFor('ct-head', { reason: ['head-trauma', 'syncope'], age: 40 });
  const facts = screens.flatMap((screen) => screen.facts);
  expect(facts.filter((fact, index) => facts.indexOf(fact) !== index)).toEqual([]);
  expect(facts).toEqual(expect.arrayContaining(['focal-neurological-deficit', 'thunderclap-headache', 'gcs']));
});

test('GCS and time have no "none of these"', async () => {
  const screens = await screensFor('ct-head', { reason: ['head-trauma'], age: 40 });
  expect(screens.find(({ id }) => id === 'head-trauma-ct/gcs-and-time')).toMatchObject({
    facts: ['gcs', 'hours-since-injury'],
    noneOfThese: false,
  });
});

test('an unknown reason offers those of the guidelines on that examination, and other', async () => {
  const [first, ...others] = await screensFor('mr-head', {});
  expect(first).toMatchObject({ facts: ['reason'], offered: ['syncope', 'head-trauma', 'other'] });
  expect(others).toEqual([]);
});
