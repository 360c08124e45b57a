import type { ServiceRequest } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import type { Model } from '../../../src/widget/model.ts';
import { answerNone, condition, decidingOf, draftOf, fakeSession, keep, startedModel } from './fake-session.ts';

/** A draft decided upon: kept against advice, in somebody of whom the record says nothing. */
async function decided(): Promise<{
  readonly model: Model;
  readonly written: ServiceRequest;
  readonly session: ReturnType<typeof fakeSession>;
}> {
  const session = fakeSession();
  const model = await startedModel(session);
  await answerNone(model);
  keep(model, 'mine ord');
  await decidingOf(model).save();
  const written = session.written.at(-1)?.order;
  if (!written) throw new Error('nothing was written');
  return { model, written, session };
}

describe('what was written can be taken back', () => {
  test('and the order then stands as it did before, with what was decided still chosen', async () => {
    const { model, session } = await decided();
    expect(decidingOf(model).canUndo.value).toBe(true);
    expect(decidingOf(model).undone.value).toBe(false);
    await decidingOf(model).undo();
    expect(decidingOf(model).undone.value).toBe(true);
    expect(session.written.at(-1)).toEqual({ order: draftOf().order, version: '2' });
    expect(model.stage.value.kind).toBe('guidance');
    expect(decidingOf(model).form.choice.value?.kind).toBe('kept');
    expect(model.loop.answers.value.size).toBeGreaterThan(0);
    keep(model, 'igen');
    await decidingOf(model).save();
    expect(decidingOf(model).undone.value).toBe(false);
  });

  test('once; where the order has changed meanwhile that is told, and nothing is overwritten', async () => {
    const session = fakeSession({
      saves: [
        { kind: 'saved', draft: draftOf({ note: [{ text: 'vores' }] }, '2') },
        { kind: 'conflict', current: draftOf({ note: [{ text: 'en andens' }] }, '3') },
      ],
    });
    const model = await startedModel(session);
    await answerNone(model);
    keep(model, '');
    await decidingOf(model).save();
    await decidingOf(model).undo();
    expect(model.stage.value.kind).toBe('saved');
    expect(decidingOf(model).notice.value).toMatchObject({ kind: 'conflict', changes: [{ element: 'note' }] });
    expect(decidingOf(model).canUndo.value).toBe(false);
  });
});

describe('an order that was decided upon before', () => {
  const openedAgain = async (order: ServiceRequest, conditions: Parameters<typeof fakeSession>[0] = {}) =>
    startedModel(fakeSession({ drafts: [{ kind: 'one', draft: { order, version: '2' } }], ...conditions }));

  test('says when, and asks nothing, while nothing decisive has changed', async () => {
    const { written } = await decided();
    const model = await openedAgain(written);
    expect(model.stage.value).toMatchObject({ kind: 'saved', earlier: written.note?.at(-1)?.time });
  });

  test('can be assessed again', async () => {
    const { written } = await decided();
    const model = await openedAgain(written);
    await decidingOf(model).assessAgain();
    expect(model.stage.value.kind).toBe('guidance');
  });

  test('is assessed when the record now says what the decision rested on the absence of', async () => {
    const { written } = await decided();
    const model = await openedAgain(written, { conditions: [condition('DC509', 'Kræft i bryst')] });
    expect(model.stage.value.kind).toBe('guidance');
  });

  test('is assessed when the examination is another', async () => {
    const { written } = await decided();
    const coding = [{ system: 'urn:oid:1.2.208.176.2.4', code: 'UXRE30' }];
    expect((await openedAgain({ ...written, code: { coding } })).stage.value.kind).toBe('guidance');
  });

  test('is assessed when the guideline now says something else', async () => {
    const { written } = await decided();
    const older: ServiceRequest = JSON.parse(JSON.stringify(written).replaceAll('no-red-flags', 'some-other-rung'));
    expect((await openedAgain(older)).stage.value.kind).toBe('guidance');
  });

  test('is always assessed where it had to be settled by telephone, or where nothing was settled', async () => {
    for (const answers of [
      new Map([['cauda-equina-signs', { value: true }]]),
      new Map([['cauda-equina-signs', 'not-known' as const]]),
    ]) {
      const session = fakeSession();
      const model = await startedModel(session);
      await model.loop.answer(answers);
      await answerNone(model);
      const { form } = decidingOf(model);
      form.choose({ kind: form.options.value.some(({ kind }) => kind === 'kept') ? 'kept' : 'accepted' });
      form.reasonCode.value = 'need-more-info';
      await decidingOf(model).save();
      const written = session.written.at(-1)?.order;
      if (!written) throw new Error('nothing was written');
      expect((await openedAgain(written)).stage.value.kind).toBe('guidance');
    }
  });
});

describe('leaving out what is supported', () => {
  test('needs a reason, which then stands on the order', async () => {
    const session = fakeSession({
      drafts: [
        { kind: 'one', draft: draftOf({ code: { coding: [{ system: 'urn:oid:1.2.208.176.2.4', code: 'UXRE30' }] } }) },
      ],
    });
    const model = await startedModel(session);
    await model.loop.answer(
      new Map([
        ['low-energy-trauma-or-sudden-pain', { value: true }],
        ['age', { value: 74 }],
      ]),
    );
    await answerNone(model);
    expect(model.loop.assessment.value?.verdict).toBe('appropriate');
    const { form, save } = decidingOf(model);
    form.choose({ kind: 'cancelled' });
    expect(form.decision.value).toBeNull();
    form.reasonCode.value = 'action-completed';
    await save();
    const order = session.written.at(-1)?.order;
    expect(order?.status).toBe('revoked');
    expect(order?.note?.at(-1)?.text).toContain('Undersøgelsen undlades. Årsag: Undersøgelsen er allerede lavet.');
  });
});

describe('what is chosen from the start', () => {
  test('is the examination that is indicated instead, and never to do without or to keep', async () => {
    const cancer = await startedModel(fakeSession({ conditions: [condition('DC509', 'Kræft i bryst')] }));
    await answerNone(cancer);
    expect(decidingOf(cancer).form.choice.value).toMatchObject({ kind: 'changed', to: 'mr-whole-spine' });
    const plain = await startedModel(fakeSession());
    await answerNone(plain);
    expect(plain.loop.assessment.value?.verdict).toBe('not-appropriate');
    expect(decidingOf(plain).form.choice.value).toBeNull();
  });

  test('is nothing where it has to be settled by telephone first', async () => {
    const model = await startedModel(fakeSession());
    await model.loop.answer(new Map([['cord-signs', { value: true }]]));
    await answerNone(model);
    expect(model.loop.assessment.value).toMatchObject({ urgency: 'emergency', verdict: 'not-appropriate' });
    expect(decidingOf(model).form.choice.value).toBeNull();
  });
});
