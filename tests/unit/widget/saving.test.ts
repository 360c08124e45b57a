import { afterEach, describe, expect, test, vi } from 'vitest';
import { OUTCOME_EXTENSION } from '../../../src/fhir/assessment-resource.ts';
import { ANSWERS_EXTENSION } from '../../../src/fhir/order-annotation.ts';
import { formatMoment } from '../../../src/i18n/moment.ts';
import type { SaveOutcome } from '../../../src/smart/port.ts';
import { answerNone, decidingOf, draftOf, fakeSession, keep, startedModel } from './fake-session.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('deciding', () => {
  test('the note is of the time when it is written, not of when the page was opened', async () => {
    const session = fakeSession();
    const model = await startedModel(session);
    await answerNone(model);
    keep(model, '');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-28T18:16:00.000Z') });
    await decidingOf(model).save();
    expect(session.written[0]?.order.note?.[0]?.time).toBe('2026-11-28T18:16:00.000Z');
  });

  test('a decision that takes the place of an earlier one, also of another window, says which', async () => {
    const first = fakeSession();
    const there = await startedModel(first);
    await answerNone(there);
    keep(there, 'i det andet vindue');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-28T17:15:00.000Z') });
    await decidingOf(there).save();
    vi.useRealTimers();
    const meanwhile = first.written[0]?.order;
    if (!meanwhile) throw new Error('nothing was written');
    const session = fakeSession({ saves: [{ kind: 'conflict', current: { order: meanwhile, version: '2' } }] });
    const here = await startedModel(session);
    await answerNone(here);
    keep(here, 'her');
    expect(decidingOf(here).note.value).not.toContain('Erstatter');
    await decidingOf(here).save();
    expect(decidingOf(here).notice.value?.kind).toBe('conflict');
    const moment = formatMoment('2026-11-28T17:15:00.000Z', 'da');
    expect(decidingOf(here).note.value).toContain(`Erstatter vurderingen fra ${moment}.`);
  });

  test('nothing can be written before the decision is whole', async () => {
    const session = fakeSession();
    const model = await startedModel(session);
    await answerNone(model);
    decidingOf(model).form.choose({ kind: 'kept' });
    expect(decidingOf(model).note.value).toBeNull();
    await decidingOf(model).save();
    expect(session.written).toEqual([]);
    decidingOf(model).form.reasonCode.value = 'expert-contradicts';
    expect(decidingOf(model).note.value).toContain('Årsag: Aftalt med speciallæge');
  });

  test('nothing is written from a page that is older than the answers: what stood there was of another assessment', async () => {
    const session = fakeSession();
    const model = await startedModel(session);
    await answerNone(model);
    keep(model, 'vagthavende ønsker MR');
    const deciding = decidingOf(model);
    const shown = deciding.note.value ?? '';
    await model.loop.answer(new Map([['known-cancer', { value: true }]]));
    keep(model, 'vagthavende ønsker MR');
    const newer = deciding.note.value ?? '';
    expect(newer).not.toBe(shown);
    await deciding.save(shown);
    expect(session.written).toEqual([]);
    await deciding.save(newer);
    expect(session.written[0]?.order.note?.map(({ text }) => text)).toEqual([newer]);
  });

  test('what is written is the note that was shown, with If-Match, and it is read back', async () => {
    const session = fakeSession();
    const model = await startedModel(session);
    await answerNone(model);
    keep(model, 'vagthavende ønsker MR');
    const shown = decidingOf(model).note.value;
    await decidingOf(model).save();
    expect(session.written).toHaveLength(1);
    expect(session.written[0]?.version).toBe('1');
    expect(session.written[0]?.order.note?.map(({ text }) => text)).toEqual([shown]);
    expect(session.written[0]?.order.status).toBe('draft');
    expect(model.stage.value).toMatchObject({ kind: 'saved', order: { notes: [shown] }, assessmentStored: true });
  });

  test('what was answered and what came out stand in the note, so that signing asks nothing again', async () => {
    const session = fakeSession();
    const model = await startedModel(session);
    await answerNone(model);
    keep(model, '');
    await decidingOf(model).save();
    const [note] = session.written[0]?.order.note ?? [];
    const answered = note?.extension?.find(({ url }) => url === ANSWERS_EXTENSION)?.extension ?? [];
    expect(answered.length).toBeGreaterThan(0);
    expect([...model.loop.answers.value.keys()]).toEqual([...new Set(answered.map(({ url }) => url))]);
    const outcome = note?.extension?.find(({ url }) => url === OUTCOME_EXTENSION)?.extension;
    expect(outcome).toContainEqual({ url: 'verdict', valueCode: model.loop.assessment.value?.verdict });
  });

  test('the note is by whoever is signed in, and by nobody where the EHR does not say', async () => {
    for (const userReference of ['Practitioner/d1', undefined]) {
      const session = { ...fakeSession(), author: async () => userReference };
      const model = await startedModel(session);
      await answerNone(model);
      keep(model, '');
      await decidingOf(model).save();
      const [note] = session.written[0]?.order.note ?? [];
      expect(note?.authorReference).toEqual(userReference ? { reference: userReference } : undefined);
      expect(note).not.toHaveProperty('authorString');
    }
  });

  test('the stored assessment is referred to; where the server takes none, the note still stands', async () => {
    const session = fakeSession({ assessment: null });
    const model = await startedModel(session);
    await answerNone(model);
    decidingOf(model).form.choose({ kind: 'cancelled' });
    await decidingOf(model).save();
    expect(session.stored.map(({ resourceType }) => resourceType)).toEqual(['GuidanceResponse']);
    expect(session.written[0]?.order.supportingInfo).toBeUndefined();
    expect(session.written[0]?.order.status).toBe('revoked');
    expect(model.stage.value).toMatchObject({ kind: 'saved', assessmentStored: false });
  });

  test('changing to an alternative replaces the code by the first of the vocabulary', async () => {
    const session = fakeSession();
    const model = await startedModel(session);
    await model.loop.answer(new Map([['known-cancer', { value: true }]]));
    await answerNone(model);
    expect(
      decidingOf(model).form.options.value.map((option) => (option.kind === 'changed' ? option.to : option.kind)),
    ).toEqual(['mr-whole-spine', 'kept', 'cancelled']);
    decidingOf(model).form.choose({ kind: 'changed', to: 'mr-whole-spine', rating: 'appropriate' });
    await decidingOf(model).save();
    expect(session.written[0]?.order.code).toMatchObject({ coding: [{ code: 'UXME00' }], text: 'MR af hele columna' });
  });

  test('a reason chosen here goes on the order as a code', async () => {
    const { reasonCode: _, ...withoutReason } = draftOf().order;
    const session = fakeSession({ drafts: [{ kind: 'one', draft: { order: withoutReason, version: '1' } }] });
    const model = await startedModel(session);
    expect(model.loop.screen.value?.facts).toEqual(['reason']);
    await model.loop.answer(new Map([['reason', { value: ['low-back-pain'] }]]));
    await answerNone(model);
    keep(model, '');
    await decidingOf(model).save();
    expect(session.written[0]?.order.reasonCode).toMatchObject([{ coding: [{ code: 'DM545' }] }]);
  });

  test('a choice that the answers no longer allow is not written', async () => {
    const session = fakeSession();
    const model = await startedModel(session);
    await answerNone(model);
    keep(model, 'mine ord');
    await model.loop.undoLast();
    await model.loop.answer(new Map([['cauda-equina-signs', { value: true }]]));
    expect(model.loop.assessment.value?.verdict).toBe('appropriate');
    expect(decidingOf(model).form.decision.value).toBeNull();
    await decidingOf(model).save();
    expect(session.written).toEqual([]);
  });
});

describe('nothing typed is lost', () => {
  const failures: readonly [string, SaveOutcome][] = [
    ['the write is refused', { kind: 'refused', status: 403 }],
    ['the access has expired', { kind: 'expired' }],
    ['the connection is gone', { kind: 'offline' }],
    ['the server fails', { kind: 'failed', status: 500 }],
    ['the order cannot be read back', { kind: 'unverified' }],
    ['the order was saved otherwise', { kind: 'differs', elements: ['note'] }],
  ];

  test.each(failures)('when %s: answers, choice and words stay, and saving can be tried again', async (_, outcome) => {
    const session = fakeSession({ saves: [outcome, { kind: 'saved', draft: draftOf({}, '2') }] });
    const model = await startedModel(session);
    await answerNone(model);
    keep(model, 'ord der ikke må gå tabt');
    const answers = model.loop.answers.value;
    await decidingOf(model).save();
    expect(model.stage.value.kind).toBe('guidance');
    expect(decidingOf(model).notice.value?.kind).toBe(outcome.kind);
    expect(model.loop.answers.value).toEqual(answers);
    expect(decidingOf(model).form.words.value).toBe('ord der ikke må gå tabt');
    expect(decidingOf(model).form.choice.value?.kind).toBe('kept');
    await decidingOf(model).save();
    expect(model.stage.value.kind).toBe('saved');
  });

  test('when the order was changed meanwhile: it is read again, the change is told, and the next attempt has its version', async () => {
    const current = draftOf(
      { reasonCode: [{ text: 'Lændesmerter, DM545', coding: draftOf().order.reasonCode?.[0]?.coding ?? [] }] },
      '7',
    );
    const session = fakeSession({
      saves: [
        { kind: 'conflict', current },
        { kind: 'saved', draft: draftOf({}, '8') },
      ],
    });
    const model = await startedModel(session);
    await answerNone(model);
    keep(model, 'ord der ikke må gå tabt');
    const answers = model.loop.answers.value;
    await decidingOf(model).save();
    expect(model.stage.value.kind).toBe('guidance');
    expect(decidingOf(model).notice.value).toEqual({
      kind: 'conflict',
      changes: [{ element: 'reasonCode', from: 'Lændesmerter UNS (DM545)', to: 'Lændesmerter, DM545 (DM545)' }],
    });
    expect(model.loop.answers.value).toEqual(answers);
    expect(decidingOf(model).form.words.value).toBe('ord der ikke må gå tabt');
    await decidingOf(model).save();
    expect(session.written[1]?.version).toBe('7');
    expect(session.written[1]?.order.reasonCode).toEqual(current.order.reasonCode);
    expect(model.stage.value.kind).toBe('saved');
  });

  test('when the changed order cannot be read again', async () => {
    const gap = { resourceType: 'ServiceRequest', reason: 'failed' } as const;
    const session = fakeSession({
      drafts: [
        { kind: 'one', draft: draftOf() },
        { kind: 'unreadable', gap },
      ],
      saves: [{ kind: 'conflict' }],
    });
    const model = await startedModel(session);
    await answerNone(model);
    keep(model, 'ord');
    await decidingOf(model).save();
    expect(decidingOf(model).notice.value).toEqual({ kind: 'conflict-unread' });
    expect(decidingOf(model).form.words.value).toBe('ord');
  });

  test('when the order has been sent meanwhile, nothing is written on it', async () => {
    const session = fakeSession({ saves: [{ kind: 'conflict', current: draftOf({ status: 'active' }, '9') }] });
    const model = await startedModel(session);
    await answerNone(model);
    keep(model, 'ord');
    await decidingOf(model).save();
    expect(decidingOf(model).notice.value).toEqual({ kind: 'other-order' });
    expect(session.written).toHaveLength(1);
  });
});

describe('answers never carry over', () => {
  test('to another order', async () => {
    const drafts = [draftOf(), draftOf({ id: 'draft-2' })];
    const model = await startedModel(fakeSession({ drafts: [{ kind: 'several', drafts }] }));
    await model.chooseOrder('ServiceRequest/draft-1');
    await answerNone(model);
    keep(model, 'ord');
    await model.chooseOrder('ServiceRequest/draft-2');
    expect(model.loop.answers.value.size).toBe(0);
    expect(decidingOf(model).form.words.value).toBe('');
    expect(model.loop.assessment.value?.verdict).toBe('undetermined');
  });

  test('to another patient: when the changed order is somebody else’s, nothing is left', async () => {
    const context = { kind: 'wrong-patient' } as const;
    const session = fakeSession({ saves: [{ kind: 'conflict', current: draftOf({}, '2') }] });
    const model = await startedModel(session);
    await answerNone(model);
    keep(model, 'ord');
    session.readRecord = async () => context;
    await decidingOf(model).save();
    expect(model.stage.value).toEqual({ kind: 'wrong-patient' });
    expect(decidingOf(model).notice.value).toBeNull();
    expect(model.loop.answers.value.size).toBe(0);
    expect(decidingOf(model).form.words.value).toBe('');
  });

  test('but stay when the same order is assessed again after saving', async () => {
    const session = fakeSession();
    const model = await startedModel(session);
    await answerNone(model);
    keep(model, 'ord');
    await decidingOf(model).save();
    const answers = model.loop.answers.value;
    await decidingOf(model).assessAgain();
    expect(model.stage.value.kind).toBe('guidance');
    expect(model.loop.answers.value).toEqual(answers);
  });
});
