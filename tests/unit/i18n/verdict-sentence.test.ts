import { describe, expect, test } from 'vitest';
import { answeredFact } from '../../../src/core/facts/fact.ts';
import { da } from '../../../src/i18n/da.ts';
import { en } from '../../../src/i18n/en.ts';
import type { Speech } from '../../../src/i18n/sentence.ts';
import { decisiveSentence, verdictSentence } from '../../../src/i18n/verdict-sentence.ts';
import { library } from './random-case.ts';

const DANISH: Speech = { words: da, language: 'da' };
const ENGLISH: Speech = { words: en, language: 'en' };
const { facts, orders } = library.vocabulary;

/** The verdict on a draft when one recommendation of a shipped guideline is the answer. */
function said(order: string, recommendation: string, speech = DANISH): string {
  const rungs = library.guidelines.flatMap(({ document }) => [...document.recommendations, document.otherwise]);
  const spoken = rungs.find(({ id, ratings }) => id === recommendation && order in ratings);
  if (!spoken) throw new Error(`${recommendation} does not rate ${order}`);
  const { ratings, urgency } = spoken;
  const guidance = { ratings, urgency, verdict: ratings[order] ?? 'no-criteria-apply' };
  return verdictSentence(speech, { guidance, spoken, order, nameOf: (id) => orders[id]?.label[speech.language] ?? id });
}

describe('the verdict in one sentence', () => {
  test.each([
    ['mr-lumbar-spine', 'suspected-cancer', 'MR af lænderyg er indiceret.'],
    [
      'mr-lumbar-spine',
      'back-pain-with-known-cancer',
      'MR af lænderyg kan overvejes, men MR af hele columna er indiceret.',
    ],
    [
      'mr-lumbar-spine',
      'suspected-axial-spondyloarthritis',
      'MR af lænderyg anbefales ikke; i stedet er MR af sakroiliakaled indiceret.',
    ],
    [
      'xr-lumbar-spine',
      'mild-motor-deficit',
      'Røntgen af lænderyg anbefales ikke; i stedet kan MR af lænderyg overvejes.',
    ],
    ['mr-lumbar-spine', 'persistent-radicular', 'MR af lænderyg kan overvejes: anerkendte retningslinjer er uenige.'],
    ['mr-lumbar-spine', 'single-warning-sign', 'MR af lænderyg kan overvejes efter et lægeligt skøn.'],
  ])('%s by %s', (order, recommendation, sentence) => {
    expect(said(order, recommendation)).toBe(sentence);
  });

  test('says that no imaging is recommended instead, and where it stands what to do', () => {
    expect(said('mr-lumbar-spine', 'no-red-flags')).toBe(
      'MR af lænderyg anbefales ikke, og der anbefales ingen anden billeddiagnostik i stedet: gør, som der står under »Gør sådan«.',
    );
    expect(said('ct-head', 'low-risk-s100b-first')).toMatch(/anbefales ikke nu: gør først, som der står/);
  });

  test('an emergency is told to be settled by telephone, whatever the draft is', () => {
    expect(said('mr-lumbar-spine', 'suspected-cauda-equina')).toMatch(
      /er indiceret\. Det er akut og afgøres telefonisk\.$/,
    );
    expect(said('mr-head', 'mild-high-risk')).toMatch(
      /i stedet er CT .+ indiceret\. Det er akut og afgøres telefonisk\.$/,
    );
  });

  test('what no guideline covers is neither advised nor advised against', () => {
    expect(said('mr-head', 'late-presentation')).toMatch(/tager ikke stilling til MR af .+intet for eller imod/);
    expect(said('xr-chest', 'no-standard')).toMatch(/^Der findes ingen faglig standard for røntgen af thorax/);
  });

  test('of every recommendation on every examination names the examination, in both languages', () => {
    const rungs = library.guidelines.flatMap(({ document }) => [...document.recommendations, document.otherwise]);
    let told = 0;
    for (const { id, ratings } of rungs)
      for (const order of Object.keys(ratings))
        for (const speech of [DANISH, ENGLISH]) {
          const name = orders[order]?.label[speech.language].toLowerCase() ?? '';
          expect(said(order, id, speech).toLowerCase()).toContain(name);
          told += 1;
        }
    expect(told).toBeGreaterThan(200);
  });
});

describe('what it rests on', () => {
  const line = (id: string, value: boolean | number | string) => ({ id, fact: answeredFact(value), decisive: true });

  test('is what is present, with its value where it is more than a yes, then how much is ruled out', () => {
    const present = [line('known-cancer', true), line('leg-weakness', 'mild-stable'), line('age', 74)];
    expect(decisiveSentence(DANISH, facts, present, 3)).toBe(
      'Det afgørende: aktuel eller tidligere kræft; kraftnedsættelse i benene: let og stabil; alder 74 år. Nej til 3 forhold, der kunne ændre vurderingen.',
    );
    expect(decisiveSentence(DANISH, facts, [line('reason', 'head-trauma'), line('gcs', 13)], 0)).toBe(
      'Det afgørende: GCS nu 13 point.',
    );
  });

  test('is a criterion where several facts meet it, and none of them decides by itself', () => {
    const fragile = { da: 'risiko for skøre knogler', en: 'risk of fragile bone' };
    expect(decisiveSentence(DANISH, facts, [line('known-cancer', true)], 0, [fragile])).toBe(
      'Det afgørende: aktuel eller tidligere kræft; risiko for skøre knogler.',
    );
  });

  test('is only what is ruled out, where nothing is present; and nothing is said where nothing decides', () => {
    expect(decisiveSentence(DANISH, facts, [], 1)).toBe(
      'Det afgørende er et nej til ét forhold, der kunne ændre vurderingen.',
    );
    expect(decisiveSentence(ENGLISH, facts, [], 15)).toBe(
      'What decides is a no to 15 factors that could change the assessment.',
    );
    expect(decisiveSentence(DANISH, facts, [], 0)).toBeNull();
  });
});
