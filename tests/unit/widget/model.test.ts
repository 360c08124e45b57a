import { describe, expect, test } from 'vitest';
import type { LaunchFailureCode } from '../../../src/smart/port.ts';
import { createSequel } from '../../../src/widget/sequel.tsx';
import { createModel } from '../../../src/widget/widget-model.ts';
import {
  allOpen,
  answerNone,
  condition,
  decidingOf,
  draftOf,
  fakeSession,
  keep,
  NOW,
  shippedLibrary,
  startedModel,
} from './fake-session.ts';

describe('an EHR that goes on to another patient while the app is open', () => {
  test('ends everything: no guidance, no patient, no answer is left', async () => {
    let goOn = (): void => undefined;
    const watchPatient = (onOther: () => void): void => {
      goOn = onOther;
    };
    const model = await startedModel(fakeSession({ watchPatient }));
    await answerNone(model, 1);
    keep(model, 'ord om Anna');
    goOn();
    expect(model.stage.value).toEqual({ kind: 'wrong-patient' });
    expect(model.patient.value).toBeNull();
    expect(model.order.value).toBeNull();
    expect(model.loop.answers.value.size).toBe(0);
    expect(decidingOf(model).form.words.value).toBe('');
  });
});

describe('opening', () => {
  test('a draft and a readable record lead to guidance', async () => {
    const model = await startedModel(fakeSession());
    expect(model.stage.value.kind).toBe('guidance');
    expect(model.loop.order.value).toBe('mr-lumbar-spine');
    expect(model.loop.assessment.value?.verdict).toBe('undetermined');
    expect(model.loop.screen.value?.facts).toContain('cauda-equina-signs');
    expect(model.patient.value).toMatchObject({ name: 'Anna Testesen', identifier: '990145-0001' });
  });

  test.each<LaunchFailureCode>([
    'launched-without-parameters',
    'issuer-not-allowed',
    'site-configuration-unreadable',
    'server-not-smart',
    'authorization-refused',
    'token-refused',
    'no-patient',
    'session-lost',
    'offline',
  ])('a launch that fails with %s is told by its code', async (code) => {
    const model = createModel({
      loadSequel: async () => createSequel,
      rules: allOpen(await shippedLibrary()),
      now: NOW,
      openSession: async () => ({ kind: 'failed', code, detail: 'detail' }),
    });
    await model.start();
    expect(model.stage.value).toEqual({ kind: 'failed', code, detail: 'detail' });
  });

  test('no draft, and a draft made meanwhile', async () => {
    const model = await startedModel(fakeSession({ drafts: [{ kind: 'none' }, { kind: 'one', draft: draftOf() }] }));
    expect(model.stage.value.kind).toBe('no-order');
    await model.start();
    expect(model.stage.value.kind).toBe('guidance');
  });

  test('of several drafts the clinician chooses one', async () => {
    const drafts = [draftOf(), draftOf({ id: 'draft-2', code: { text: 'Røntgen af thorax' } })];
    const model = await startedModel(fakeSession({ drafts: [{ kind: 'several', drafts }] }));
    expect(model.stage.value).toMatchObject({
      kind: 'several-orders',
      orders: [{ code: 'MR-skanning af columna lumbalis (UXME30)' }, { code: 'Røntgen af thorax' }],
    });
    await model.chooseOrder('ServiceRequest/draft-1');
    expect(model.stage.value.kind).toBe('guidance');
    expect(model.loop.order.value).toBe('mr-lumbar-spine');
  });

  test('a draft that cannot be read has words and a retry', async () => {
    const gap = { resourceType: 'ServiceRequest', reason: 'failed' } as const;
    const model = await startedModel(
      fakeSession({
        drafts: [
          { kind: 'unreadable', gap },
          { kind: 'one', draft: draftOf() },
        ],
      }),
    );
    expect(model.stage.value).toMatchObject({ kind: 'failed', code: 'order-unreadable' });
    await model.start();
    expect(model.stage.value.kind).toBe('guidance');
  });

  test('an expired access says so', async () => {
    expect((await startedModel(fakeSession({ drafts: [{ kind: 'expired' }] }))).stage.value).toMatchObject({
      code: 'expired',
    });
    expect((await startedModel(fakeSession({ records: [{ kind: 'expired' }] }))).stage.value).toMatchObject({
      code: 'expired',
    });
  });

  test('an examination that no guideline knows is not covered, and nothing is asked', async () => {
    const draft = draftOf({ code: { text: 'Undersøgelse af ryg' } });
    const model = await startedModel(fakeSession({ drafts: [{ kind: 'one', draft }] }));
    expect(model.loop.assessment.value).toMatchObject({ order: null, verdict: 'no-criteria-apply' });
    expect(model.loop.screen.value).toBeNull();
    expect(decidingOf(model).form.options.value).toEqual([]);
  });
});

describe('another patient', () => {
  test.each(['drafts', 'records'] as const)('found when reading the %s: nothing is kept or shown', async (where) => {
    const wrong = { kind: 'wrong-patient' } as const;
    const model = await startedModel(fakeSession({ [where]: [wrong] }));
    expect(model.stage.value).toEqual({ kind: 'wrong-patient' });
    expect(model.patient.value).toBeNull();
    expect(model.order.value).toBeNull();
    expect(model.loop.assessment.value).toBeNull();
  });

  test('a Patient that cannot be read is checked by nobody, so nothing is shown', async () => {
    const gap = { resourceType: 'Patient', reason: 'failed' } as const;
    const model = await startedModel(fakeSession({ records: [{ kind: 'patient-unreadable', gap }] }));
    expect(model.stage.value).toMatchObject({ kind: 'failed', code: 'patient-unreadable' });
    expect(model.patient.value).toBeNull();
  });
});

describe('the loop', () => {
  test('plain low back pain takes at most four taps', async () => {
    const model = await startedModel(fakeSession());
    await answerNone(model, 4);
    expect(model.loop.assessment.value?.verdict).toBe('not-appropriate');
    expect(model.loop.screen.value).toBeNull();
  });

  test('an answer can be undone, one by one and the last ones together', async () => {
    const model = await startedModel(fakeSession());
    await answerNone(model, 1);
    const given = model.loop.answers.value.size;
    await model.loop.undo('cord-signs');
    expect(model.loop.answers.value.size).toBe(given - 1);
    expect(model.loop.screen.value?.facts).toEqual(['cord-signs']);
    await model.loop.undoLast();
    await model.loop.undoLast();
    expect(model.loop.answers.value.size).toBe(0);
    expect(model.loop.canUndo.value).toBe(false);
  });

  test('"do not know" leaves the fact unknown, is not asked again, and is named', async () => {
    const model = await startedModel(fakeSession());
    await model.loop.answer(new Map([['cauda-equina-signs', 'not-known']]));
    expect(model.loop.facts.value.get('cauda-equina-signs')).toMatchObject({ known: false, reason: 'asked-unknown' });
    await answerNone(model);
    expect(model.loop.screen.value).toBeNull();
    expect(model.loop.leftUnknown.value).toEqual(['cauda-equina-signs']);
    expect(model.loop.assessment.value?.verdict).toBe('undetermined');
  });

  test('what the record says is corrected by an answer, and both are kept', async () => {
    const model = await startedModel(fakeSession({ conditions: [condition('DC509', 'Kræft i bryst UNS')] }));
    expect(model.loop.facts.value.get('known-cancer')).toMatchObject({ known: true, value: true });
    await model.loop.answer(new Map([['known-cancer', { value: false }]]));
    expect(model.loop.facts.value.get('known-cancer')).toMatchObject({
      value: false,
      provenance: { kind: 'clinician' },
      overruled: { value: true },
    });
    await model.loop.answer(new Map([['known-cancer', 'not-known']]));
    expect(model.loop.facts.value.get('known-cancer')).toMatchObject({ known: false, overruled: { value: true } });
  });

  test('a search that failed makes its facts asked, and the gap is shown', async () => {
    const gaps = [{ resourceType: 'Condition', reason: 'failed' }] as const;
    const model = await startedModel(fakeSession({ gaps }));
    expect(model.gaps.value).toEqual(gaps);
    expect(model.loop.facts.value.get('known-cancer')).toMatchObject({ known: false, reason: 'error' });
    expect(model.loop.open.value).toContain('known-cancer');
  });

  test('answered facts keep their place on the screen while it lasts', async () => {
    const model = await startedModel(fakeSession());
    const before = model.loop.screen.value?.facts;
    await model.loop.answer(new Map([['cord-signs', { value: false }]]));
    expect(model.loop.screen.value?.facts).toEqual(before);
  });
});

/** Without a patient nothing is prospective. */
function noProspect(): never {
  throw new Error('no patient, no order');
}

describe('checking by hand', () => {
  test('asks for the reason first, knows no patient, and saves nothing', async () => {
    const model = createModel({
      loadSequel: async () => createSequel,
      rules: allOpen(await shippedLibrary()),
      now: NOW,
      openSession: async () => ({ kind: 'by-hand' }),
    });
    await model.start();
    expect(model.stage.value.kind).toBe('by-hand');
    await model.chooseByHand('mr-lumbar-spine', null, noProspect);
    expect(model.stage.value.kind).toBe('guidance');
    expect(model.loop.screen.value?.facts).toEqual(['reason']);
    expect(model.loop.screen.value?.offered).toEqual(['low-back-pain', 'other']);
    await model.loop.answer(new Map([['reason', { value: ['low-back-pain'] }]]));
    expect(model.loop.open.value).toContain('age');
    expect(model.patient.value).toBeNull();
    decidingOf(model).form.choose({ kind: 'cancelled' });
    expect(decidingOf(model).note.value).toBeNull();
    await decidingOf(model).save();
    expect(model.stage.value.kind).toBe('guidance');
  });

  test('an answered age gives what follows from it', async () => {
    const model = createModel({
      loadSequel: async () => createSequel,
      rules: allOpen(await shippedLibrary()),
      now: NOW,
      openSession: async () => ({ kind: 'by-hand' }),
    });
    await model.chooseByHand('mr-lumbar-spine', null, noProspect);
    await model.loop.answer(new Map([['age', { value: 30 }]]));
    expect(model.loop.facts.value.get('onset-before-45')).toMatchObject({
      value: true,
      provenance: { kind: 'derived', from: ['age'] },
    });
  });

  test('begun after a session forgets the patient', async () => {
    const model = await startedModel(fakeSession());
    await answerNone(model, 1);
    keep(model, 'ord');
    model.startByHand();
    expect(model.patient.value).toBeNull();
    expect(model.loop.answers.value.size).toBe(0);
    expect(decidingOf(model).form.words.value).toBe('');
  });
});
