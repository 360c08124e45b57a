import { describe, expect, test } from 'vitest';
import { analyseGuideline } from '../../../../src/core/analysis/analyse.ts';
import { FACTS } from '../decision/random-guideline.ts';
import { is, libraryOf, type Rung, smallGuideline } from './small-guideline.ts';

const both = { mr: 'appropriate', xr: 'appropriate' } as const;

function analyse(...parameters: Parameters<typeof smallGuideline>) {
  const guideline = smallGuideline(...parameters);
  return analyseGuideline(libraryOf(guideline), guideline);
}

describe('every combination gets an answer', () => {
  test('proved: each rung that somebody reaches rates each examination', () => {
    expect(analyse([{ id: 'feverish', when: is('fever'), ...both }]).unanswered).toEqual([]);
  });

  test('refuted: a rung does not rate an examination the guideline speaks about; the smallest patient is named', () => {
    const { unanswered } = analyse([{ id: 'feverish', when: is('fever'), mr: 'appropriate' }]);
    expect(unanswered).toEqual([
      { kind: 'unrated', rung: 'feverish', order: 'xr', patient: new Map([['fever', true]]) },
    ]);
  });

  test('refuted: the answer hangs on a fact without a question', () => {
    const { fever } = FACTS;
    const { question: _, ...mute } = fever ?? {};
    const facts = { ...FACTS, fever: mute as (typeof FACTS)[string] };
    const { unanswered } = analyse([{ id: 'feverish', when: is('fever'), ...both }], { facts });
    expect(unanswered).toEqual([{ kind: 'unaskable', fact: 'fever' }]);
  });
});

describe('no rung is dead or hidden', () => {
  const old = { fact: 'age', operator: 'greaterThanInclusive', value: 65 } as const;

  test('proved: each rung is reached, by the patient with the fewest findings', () => {
    const { rungs } = analyse([
      { id: 'old-with-fever', when: { all: [old, is('fever')] }, ...both },
      { id: 'severe', when: is('pattern', 'severe'), ...both },
    ]);
    expect(rungs.map(({ id, kind }) => [id, kind])).toEqual([
      ['old-with-fever', 'reached'],
      ['severe', 'reached'],
      ['nothing', 'reached'],
    ]);
    const [first] = rungs;
    expect(first?.kind === 'reached' && [...first.patient]).toEqual([
      ['fever', true],
      ['age', 65],
    ]);
  });

  test('refuted: a condition that contradicts itself is dead', () => {
    const young = { fact: 'age', operator: 'lessThan', value: 65 } as const;
    const { rungs } = analyse([{ id: 'never', when: { all: [old, young] }, ...both }]);
    expect(rungs[0]).toEqual({ kind: 'dead', id: 'never' });
  });

  test('refuted: a rung whose patients are all taken by two rungs above is hidden, and they are named', () => {
    const { rungs } = analyse([
      { id: 'feverish', when: is('fever'), ...both },
      { id: 'hurt', when: is('trauma'), ...both },
      { id: 'either', when: { any: [is('fever'), is('trauma')] }, ...both },
    ]);
    expect(rungs[2]).toMatchObject({ kind: 'hidden', by: [{ id: 'feverish' }, { id: 'hurt' }] });
  });

  test('refuted: a rung that takes everybody leaves nobody to the last one', () => {
    const { rungs } = analyse([{ id: 'all', when: { any: [is('fever'), is('fever', false)] }, ...both }]);
    expect(rungs.at(-1)).toEqual({ kind: 'dead', id: 'nothing' });
  });

  test('a rung for patients to whom the guideline does not apply is dead', () => {
    const rung: Rung = { id: 'feverless', when: { not: is('fever') }, ...both };
    const { rungs } = analyse([rung], { appliesWhen: is('fever') });
    expect(rungs[0]).toEqual({ kind: 'dead', id: 'feverless' });
  });
});

describe('a red flag lowers nothing', () => {
  test('a red flag is a value with which a rung more urgent than elective can hold; an elective rung makes none', () => {
    const { redFlags } = analyse([
      { id: 'urgent', when: { all: [is('fever'), is('pattern', 'severe')] }, ...both, urgency: 'same-day' },
      { id: 'elective', when: is('cancer'), ...both, urgency: 'elective' },
    ]);
    expect(redFlags).toEqual([
      { fact: 'fever', value: true },
      { fact: 'pattern', value: 'severe' },
    ]);
  });

  test('proved: the more urgent and better supported stands above', () => {
    const { lowerings, redFlags } = analyse([
      { id: 'urgent', when: is('fever'), ...both, urgency: 'emergency' },
      { id: 'later', when: is('trauma'), mr: 'may-be-appropriate', xr: 'not-appropriate', urgency: 'same-day' },
    ]);
    expect(redFlags).toHaveLength(2);
    expect(lowerings).toEqual([]);
  });

  test('refuted: a less urgent rung above takes an emergency down', () => {
    const { lowerings } = analyse([
      { id: 'later', when: is('fever'), ...both, urgency: 'same-day' },
      { id: 'now', when: is('trauma'), ...both, urgency: 'emergency' },
    ]);
    expect(lowerings).toEqual([
      {
        lowers: 'urgency',
        flag: { fact: 'fever', value: true },
        from: 'now',
        to: 'later',
        examinations: [],
        patient: new Map([['trauma', true]]),
      },
    ]);
  });

  test('refuted: a red flag under "not" takes support away', () => {
    const { lowerings } = analyse([
      { id: 'urgent', when: { all: [is('fever'), is('trauma')] }, ...both, urgency: 'same-day' },
      { id: 'only-without', when: { all: [is('cancer'), { not: is('fever') }] }, ...both },
    ]);
    expect(lowerings).toMatchObject([
      {
        lowers: 'imaging',
        from: 'only-without',
        to: 'nothing',
        patient: new Map([
          ['trauma', false],
          ['cancer', true],
        ]),
      },
    ]);
  });

  test('support that only passes to another examination is told apart', () => {
    const { lowerings } = analyse([
      { id: 'mr-now', when: is('fever'), mr: 'appropriate', xr: 'not-appropriate', urgency: 'same-day' },
      { id: 'x-ray', when: is('trauma'), mr: 'may-be-appropriate', xr: 'appropriate' },
    ]);
    expect(lowerings).toMatchObject([{ lowers: 'examination', examinations: ['xr'], from: 'x-ray', to: 'mr-now' }]);
  });

  test('to be advised against is less support than not to be covered', () => {
    const { lowerings } = analyse(
      [{ id: 'urgent', when: is('fever'), mr: 'not-appropriate', xr: 'not-appropriate', urgency: 'same-day' }],
      { otherwise: { id: 'silent', mr: 'no-criteria-apply', xr: 'no-criteria-apply' } },
    );
    expect(lowerings).toMatchObject([{ lowers: 'imaging', from: 'silent', to: 'urgent' }]);
  });
});

describe('an urgency shown while questions are open does not fall', () => {
  test('proved: what is more urgent stands above', () => {
    const { urgencyFalls } = analyse([
      { id: 'now', when: is('fever'), ...both, urgency: 'emergency' },
      { id: 'later', when: is('trauma'), ...both, urgency: 'same-day' },
    ]);
    expect(urgencyFalls).toEqual([]);
  });

  test('refuted: an emergency that certainly holds is shown, and a rung above without hurry takes it', () => {
    const { urgencyFalls } = analyse([
      { id: 'child', when: { fact: 'age', operator: 'lessThan', value: 18 }, ...both },
      { id: 'now', when: is('fever'), ...both, urgency: 'emergency' },
    ]);
    expect(urgencyFalls).toEqual([
      {
        shown: 'now',
        reached: 'child',
        patient: new Map<string, unknown>([
          ['fever', true],
          ['age', 17],
        ]),
      },
    ]);
  });

  test('two rungs that exclude each other may stand in any order', () => {
    const { urgencyFalls } = analyse([
      { id: 'mild', when: is('pattern', 'mild'), ...both },
      { id: 'severe', when: is('pattern', 'severe'), ...both, urgency: 'emergency' },
    ]);
    expect(urgencyFalls).toEqual([]);
  });
});

describe('what could be taken out', () => {
  test('a part of a group that the rungs above have settled, by its place in the file', () => {
    const { redundant } = analyse([
      { id: 'feverish', when: is('fever'), ...both },
      { id: 'hurt', when: { all: [is('trauma'), is('fever', false)] }, mr: 'may-be-appropriate', xr: 'appropriate' },
    ]);
    expect(redundant).toEqual([{ kind: 'condition', pointer: '/recommendations/1/when/all/1', says: 'fever equal' }]);
  });

  test('a rung that says of everybody what he would be told anyway', () => {
    const { redundant } = analyse([
      { id: 'feverish', when: is('fever'), ...both },
      { id: 'calm', when: is('trauma'), mr: 'not-appropriate', xr: 'not-appropriate' },
    ]);
    expect(redundant).toEqual([{ kind: 'rung', id: 'calm' }]);
  });

  test('nothing, where each part decides for somebody', () => {
    const { redundant } = analyse([
      { id: 'both', when: { all: [is('fever'), is('trauma')] }, ...both },
      { id: 'either', when: { any: [is('fever'), is('trauma')] }, mr: 'may-be-appropriate', xr: 'appropriate' },
    ]);
    expect(redundant).toEqual([]);
  });
});

describe('a guideline too large for its diagram', () => {
  const when = { all: [is('fever'), is('trauma'), is('cancer')] };
  const rungs: readonly Rung[] = [
    { id: 'three', when, ...both, urgency: 'same-day' },
    { id: 'hurt', when: { any: [is('trauma'), is('pattern', 'severe')] }, ...both },
    { id: 'never', when: { all: [is('fever'), is('fever', false)] }, ...both },
  ];

  test('says what it did not decide, and decides the rest by rungs of their own', () => {
    const guideline = smallGuideline(rungs);
    const analysis = analyseGuideline(libraryOf(guideline), guideline, 4);
    expect(analysis.nodes).toBeNull();
    expect(analysis.rungs.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'three reached',
      'hurt reached',
      'never dead',
      'nothing undecided',
    ]);
    expect([analysis.unanswered, analysis.urgencyFalls, analysis.screens, analysis.redundant]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('lists every lowering that could be: none that is real is missing', () => {
    const guideline = smallGuideline([
      { id: 'later', when: is('fever'), mr: 'may-be-appropriate', xr: 'not-appropriate', urgency: 'same-day' },
      { id: 'hurt', when: { all: [is('trauma'), is('cancer')] }, ...both, urgency: 'emergency' },
    ]);
    const exact = analyseGuideline(libraryOf(guideline), guideline);
    const bounded = analyseGuideline(libraryOf(guideline), guideline, 2);
    expect([exact.nodes === null, bounded.nodes === null]).toEqual([false, true]);
    const inWords = ({ lowerings }: typeof exact) =>
      lowerings?.map(({ lowers, from, to }) => `${lowers} ${from} ${to}`);
    expect(inWords(exact)).toEqual(['urgency hurt later', 'imaging hurt later']);
    expect(inWords(bounded)).toEqual(expect.arrayContaining(['urgency hurt later', 'imaging hurt later']));
  });
});
