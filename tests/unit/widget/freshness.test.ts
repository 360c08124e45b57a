import { describe, expect, test } from 'vitest';
import type { DraftOutcome } from '../../../src/smart/port.ts';
import type { Model } from '../../../src/widget/model.ts';
import { createSequel } from '../../../src/widget/sequel.tsx';
import { createModel } from '../../../src/widget/widget-model.ts';
import { draw, ENGLISH, wordsOf } from './drawn-page.tsx';
import {
  allOpen,
  answerNone,
  decidingOf,
  draftOf,
  fakeSession,
  keep,
  NOW,
  shippedLibrary,
  startedModel,
} from './fake-session.ts';

const AS_READ: DraftOutcome = { kind: 'one', draft: draftOf() };
const CODED_OTHERWISE: DraftOutcome = {
  kind: 'one',
  draft: draftOf({ code: { coding: [{ system: 'urn:oid:1.2.208.176.2.4', code: 'UXME00' }] } }, '2'),
};

function freshnessOf(model: Model) {
  const sequel = model.sequel.value;
  if (typeof sequel === 'string') throw new Error(`what comes after guidance is ${sequel}`);
  return sequel.freshness;
}

/** Answered and typed, and then looked at again, with what the EHR says then. */
async function cameBack(...later: readonly DraftOutcome[]): Promise<Model> {
  const model = await startedModel(fakeSession({ drafts: [AS_READ, ...later] }));
  await answerNone(model);
  keep(model, 'aftalt med vagthavende');
  await freshnessOf(model).check();
  return model;
}

describe('coming back to the panel', () => {
  test('says nothing while the order is as it was read', async () => {
    const model = await cameBack(AS_READ);
    expect(freshnessOf(model).stale.value).toBeNull();
    expect(wordsOf(draw(model))).not.toContain('Læs igen');
  });

  test('says in a line what was changed; nothing else changes, and nothing typed is lost', async () => {
    const model = await cameBack(CODED_OTHERWISE);
    expect(wordsOf(draw(model))).toContain('Henvisningen er ændret siden (undersøgelse). Læs igen');
    expect(wordsOf(draw(model, ENGLISH))).toContain('The order has changed since (examination). Read it again');
    expect(model.loop.order.value).toBe('mr-lumbar-spine');
    expect(decidingOf(model).form.words.value).toBe('aftalt med vagthavende');
  });

  test('and read again it is the changed order, with answers and words still there, and the line is gone', async () => {
    const model = await cameBack(CODED_OTHERWISE);
    const answered = model.loop.answers.value.size;
    await decidingOf(model).assessAgain();
    expect(model.stage.value.kind).toBe('guidance');
    expect(model.loop.order.value).not.toBe('mr-lumbar-spine');
    expect(model.loop.answers.value.size).toBe(answered);
    expect(decidingOf(model).form.words.value).toBe('aftalt med vagthavende');
    expect(wordsOf(draw(model))).not.toContain('Læs igen');
  });

  test('tells a new version also where nothing that is shown is different', async () => {
    const model = await cameBack({ kind: 'one', draft: draftOf({}, '2') });
    expect(wordsOf(draw(model))).toContain('Henvisningen er ændret siden. Læs igen');
  });

  test('says that it is no draft any more where it was sent or cancelled, and leaves it for no other', async () => {
    const other: DraftOutcome = { kind: 'one', draft: draftOf({ id: 'another' }) };
    for (const gone of [{ kind: 'none' } as const, other]) {
      const model = await cameBack(gone);
      const words = wordsOf(draw(model));
      expect(words).toContain('Henvisningen er ikke længere en kladde. Se den i journalsystemet.');
      expect(words).not.toContain('Læs igen');
      expect(decidingOf(model).note.value).toContain('Aftalt med vagthavende');
    }
  });

  test('what cannot be read tells nothing', async () => {
    const model = await cameBack({
      kind: 'unreadable',
      gap: { resourceType: 'ServiceRequest', reason: 'offline' },
    });
    expect(freshnessOf(model).stale.value).toBeNull();
    expect(model.stage.value.kind).toBe('guidance');
  });

  test('an order of another patient ends everything', async () => {
    const model = await cameBack({ kind: 'wrong-patient' });
    expect(model.stage.value.kind).toBe('wrong-patient');
  });

  test('is noticed by the window: on focus, and when it is shown again but not when it is hidden', async () => {
    const heard = new Map<string, () => void>();
    const document = { visibilityState: 'visible' };
    const view = { document, addEventListener: (type: string, listener: () => void) => heard.set(type, listener) };
    let reads = 0;
    const session = fakeSession();
    const findDraft = session.findDraft;
    session.findDraft = () => {
      reads += 1;
      return findDraft();
    };
    const model = createModel({
      loadSequel: async () => (ports) => createSequel(ports, undefined, null, view),
      rules: allOpen(await shippedLibrary()),
      now: NOW,
      openSession: async () => ({ kind: 'session', session }),
    });
    await model.start();
    expect(reads).toBe(1);
    document.visibilityState = 'hidden';
    heard.get('visibilitychange')?.();
    expect(reads).toBe(1);
    document.visibilityState = 'visible';
    heard.get('visibilitychange')?.();
    // While one reading is under way there is no second.
    heard.get('focus')?.();
    expect(reads).toBe(2);
  });
});
