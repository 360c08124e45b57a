import { describe, expect, test } from 'vitest';
import { betterThanDraft } from '../../../../src/core/decision/better.ts';
import type { Alternative, Assessment } from '../../../../src/core/decision/guidance.ts';
import { stillOpen } from '../../../../src/core/decision/still-open.ts';
import type { Library } from '../../../../src/core/guideline/library.ts';
import type { Rating, Urgency, Verdict } from '../../../../src/core/schema/rating.ts';
import { shippedLibrary } from '../../widget/fake-session.ts';
import { emptyGuideline, recommendation } from './guideline-fixture.ts';

const NOTHING = { urgency: null, alternatives: [], outOfService: [] };

/** How a recommendation rates MR, how soon, and how it rates CT. */
type Rung = readonly [mr: Rating, urgency: Urgency | null, ct?: Rating];

/** A library of guidelines, each with the recommendations that can still be its answer. */
function open(...all: readonly (readonly Rung[])[]): [Library, Omit<Assessment, 'verdict'>] {
  const guidelines = all.map((rungs, at) => {
    const recommendations = rungs.map(([mr, urgency, ct = 'not-appropriate'], rung) =>
      recommendation(`rung-${rung}`, { mr, ct }, urgency),
    );
    const { document, ...rest } = emptyGuideline(recommendations, ['mr', 'ct']);
    return { ...rest, document: { ...document, id: `guideline-${at}` } };
  });
  const guidance = guidelines.map(({ document }, at) => ({
    guideline: document.id,
    version: '1.0.0',
    recommendation: null,
    speaks: null,
    verdict: 'undetermined' as const,
    urgency: null,
    ratings: {},
    reachable: (all[at] ?? []).map((_, rung) => `rung-${rung}`),
    applies: 'yes' as const,
    asks: ['fact'],
    justification: { criteria: [], facts: [] },
  }));
  const library = { guidelines, quarantined: [], vocabulary: { facts: {}, orders: {} } };
  return [library as unknown as Library, { order: 'mr', guidance, ...NOTHING }];
}

describe('what an open question can still change of a verdict that is there', () => {
  const told = (verdict: Verdict, ...all: readonly (readonly Rung[])[]) => {
    const [library, assessment] = open(...all);
    return stillOpen(library, { ...assessment, verdict });
  };

  test('is only why, where all that can still be the answer say to do the same', () => {
    expect(
      told('not-appropriate', [
        ['not-appropriate', null],
        ['not-appropriate', null],
      ]),
    ).toBe('grounds');
  });

  test('is what to do, where they rate another examination apart', () => {
    expect(
      told('not-appropriate', [
        ['not-appropriate', null, 'appropriate'],
        ['not-appropriate', null],
      ]),
    ).toBe('steps');
  });

  test('is first how soon, where one hurries', () => {
    expect(
      told('may-be-appropriate', [
        ['may-be-appropriate', 'same-day', 'appropriate'],
        ['may-be-appropriate', null],
      ]),
    ).toBe('urgency');
  });

  test('is the verdict itself, where an emergency of one guideline would overrule the other', () => {
    const first: Rung[] = [['may-be-appropriate', null]];
    const second: Rung[] = [
      ['not-appropriate', 'emergency', 'appropriate'],
      ['not-appropriate', null],
    ];
    expect(told('may-be-appropriate', first, second)).toBe('verdict');
  });
});

describe('an examination that stands above the draft', () => {
  const better = (verdict: Verdict, ...alternatives: readonly Alternative[]) =>
    betterThanDraft({ verdict, alternatives }).map(({ order }) => order);
  const ct = { order: 'ct', rating: 'appropriate' } as const;
  const xr = { order: 'xr', rating: 'may-be-appropriate' } as const;

  test('is one that is indicated, while the draft is not, also while the draft lacks facts', () => {
    expect(better('not-appropriate', ct, xr)).toEqual(['ct']);
    expect(better('may-be-appropriate', ct)).toEqual(['ct']);
    expect(better('undetermined', ct)).toEqual(['ct']);
    expect(better('appropriate', ct)).toEqual([]);
  });

  test('is one that can be considered only where the draft is advised against', () => {
    expect(better('not-appropriate', xr)).toEqual(['xr']);
    expect(better('undetermined', xr)).toEqual([]);
    expect(better('no-standard', xr)).toEqual([]);
  });
});

describe('high-energy trauma and a draft MR of the lumbar spine', () => {
  test('has CT as indicated as MR in the shipped guideline, so neither is called the right one', async () => {
    const { guidelines } = await shippedLibrary();
    const document = guidelines.find((one) => one.document.id === 'low-back-pain-imaging')?.document;
    const trauma = document?.recommendations.find(({ id }) => id === 'major-trauma');
    expect(trauma?.ratings).toMatchObject({ 'mr-lumbar-spine': 'appropriate', 'ct-lumbar-spine': 'appropriate' });
  });
});
