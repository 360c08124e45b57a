import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/core/decision/guidance.ts';
import { da } from '../../../src/i18n/da.ts';
import { overrideReasonsFor } from '../../../src/i18n/override-reasons.ts';
import {
  composeReferralText,
  OWN_PART_LENGTH,
  REFERRAL_LENGTH,
  type ReferralTextInput,
} from '../../../src/i18n/referral-text.ts';
import { asPhrase } from '../../../src/i18n/sentence.ts';
import { anyCase, anyWords, assessCase, library } from './random-case.ts';

const { facts, orders } = library.vocabulary;
const guidelines = library.guidelines.map(({ document }) => document);

function textOn(assessment: Assessment, change: Partial<ReferralTextInput> = {}): string {
  return composeReferralText({
    facts,
    orders,
    guidelines,
    orderName: 'MR af lænderyg',
    assessment,
    reason: 'Lændesmerter',
    parts: { problem: '', question: '', consequence: '' },
    earlierImaging: [],
    decision: null,
    gaps: [],
    ...change,
  });
}

const [reason] = overrideReasonsFor('not-appropriate');
if (!reason) throw new Error('there is no override reason');

const anyText = fc.record({
  orderName: anyWords,
  reason: anyWords,
  parts: fc.record({ problem: anyWords, question: anyWords, consequence: anyWords }),
  earlierImaging: fc.array(anyWords, { maxLength: 5 }),
  decision: fc.option(anyWords.map((words) => ({ kind: 'kept' as const, reason, words }))),
  safety: fc.constantFrom(
    [],
    ['Graviditet: ikke afklaret.'],
    [`MR-sikkerhed ikke afklaret: journalen nævner ${'hjertepacemaker (DZ950); '.repeat(6)}.`],
  ),
  gaps: fc.constantFrom([], [{ resourceType: 'MedicationRequest', reason: 'failed' as const }]),
});

describe('the text of a referral', { timeout: 20_000 }, () => {
  test('never exceeds what an imaging department takes, whatever it is made from', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, anyText, async (one, change) => {
        expect(textOn(await assessCase(one), change).length).toBeLessThanOrEqual(REFERRAL_LENGTH);
      }),
      { numRuns: 80 },
    );
  });

  test('always holds the verdict, and findings, or where they are said', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, anyText, async (one, change) => {
        const assessment = await assessCase(one);
        const text = textOn(assessment, change);
        expect(text).toContain(
          assessment.verdict === 'undetermined'
            ? 'Ingen vurdering: der mangler oplysninger'
            : da.verdict[assessment.verdict],
        );
        const decisive = assessment.guidance.flatMap(({ justification }) =>
          justification.facts.filter((fact) => fact.decisive),
        );
        for (const line of change.safety) expect(text).toContain(line.slice(0, 26).trim());
        if (decisive.length > 0) expect(text).toMatch(/^(Afgørende|Øvrige|Nej til|Ikke fundet)/m);
      }),
      { numRuns: 80 },
    );
  });

  test('never says no of what is unknown', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async (one) => {
        const assessment = await assessCase(one);
        const text = textOn(assessment);
        const denied = [...text.matchAll(/(?:Nej til \(\w+\)|Ikke fundet i journalen): ([^.\n]*)/g)].flatMap(
          ([, said = '']) => said.split('; '),
        );
        for (const { id, fact } of assessment.guidance.flatMap(({ justification }) => justification.facts)) {
          const label = asPhrase(facts[id]?.label.da ?? id);
          if (!fact.known) expect(denied).not.toContain(label);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('names all that was answered, or says where the rest is', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async (one) => {
        const assessment = await assessCase(one);
        const text = textOn(assessment);
        const answered = assessment.guidance
          .flatMap(({ justification }) => justification.facts)
          .filter(({ id, fact }) => id !== 'reason' && fact.known && fact.provenance.kind === 'clinician');
        const isWhole = answered.every(({ id }) => text.includes(asPhrase(facts[id]?.label.da ?? id)));
        expect(isWhole || text.includes('Øvrige oplysninger: se vurderingen.')).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  test('never cuts what the clinician typed', async () => {
    const typed = fc
      .stringMatching(/^[a-zæøå]{1,20}( [a-zæøå]{1,20}){0,6}$/)
      .filter((words) => words.length <= OWN_PART_LENGTH);
    await fc.assert(
      fc.asyncProperty(anyCase, anyText, typed, typed, typed, async (one, change, problem, question, consequence) => {
        const text = textOn(await assessCase(one), {
          ...change,
          parts: { problem, question, consequence },
        }).toLowerCase();
        for (const words of [problem, question, consequence]) expect(text).toContain(words);
      }),
      { numRuns: 80 },
    );
  });

  test('reads as a referral does: problem, question, consequence, findings, then what the guideline says', async () => {
    const known = (value: boolean | number | readonly string[]) => ({
      known: true,
      value,
      provenance: { kind: 'clinician' },
    });
    const negatives = Object.entries(facts).flatMap(([id, { negative }]) =>
      negative === undefined ? [] : [[id, known(negative as boolean)]],
    );
    const assessment = await assessCase({
      order: 'mr-lumbar-spine',
      facts: { ...Object.fromEntries(negatives), reason: known(['low-back-pain']), age: known(45) },
    });
    const text = textOn(assessment, {
      parts: { problem: 'Smerter i tre uger', question: 'prolaps?', consequence: 'henvises til kirurg' },
      earlierImaging: ['Røntgen af lænderyg, 3. marts 2025'],
      decision: { kind: 'kept', reason },
    });
    expect(text.split('\n').map((line) => line.split(':', 1)[0])).toEqual([
      'Problemstilling',
      'Spørgsmål',
      'Konsekvens af svaret',
      'Øvrige svar',
      'Tidligere billeddiagnostik',
      'Beslutningsstøtte',
      'Retningslinje',
      'Beslutning',
    ]);
    expect(text).toContain('Problemstilling: Lændesmerter. Smerter i tre uger.');
    expect(text).toContain('Spørgsmål: Prolaps?');
    expect(text).toContain('(ikke klinisk godkendt)');
  });
});
