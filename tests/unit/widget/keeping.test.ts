import { beforeEach, describe, expect, test } from 'vitest';
import { annotationExtensions } from '../../../src/fhir/order-annotation.ts';
import type { Session } from '../../../src/smart/port.ts';
import type { Model } from '../../../src/widget/model.ts';
import { recallFor } from '../../../src/widget/recall.ts';
import { startOver } from '../../../src/widget/recalled-notice.tsx';
import { createSequel } from '../../../src/widget/sequel.tsx';
import { createModel } from '../../../src/widget/widget-model.ts';
import { memoryStorage } from '../memory-storage.ts';
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
} from './fake-session.ts';

let sessionStorage: Storage;
beforeEach(() => {
  sessionStorage = memoryStorage();
});

/** A frame of the tab in which the app is opened; `leave` is what the browser tells a page that goes. */
async function openIn(session: Session) {
  const leaving: (() => void)[] = [];
  const view = {
    sessionStorage,
    addEventListener: (_: 'pagehide', listener: () => void) => void leaving.push(listener),
  };
  const model = createModel({
    rules: allOpen(await shippedLibrary()),
    now: NOW,
    openSession: async () => ({ kind: 'session', session }),
    openRecall: async (open) => recallFor(open, view),
    loadSequel: async () => (ports) => createSequel(ports, undefined, view),
  });
  await model.start();
  return { model, leave: () => leaving.map((listener) => listener()) };
}

const bo = () => {
  const { order } = draftOf({ id: 'draft-of-bo', subject: { reference: 'Patient/bo' } });
  const session = fakeSession({ drafts: [{ kind: 'one', draft: { order, version: '1' } }] });
  return { ...session, patientId: 'bo' };
};

function wordsOf(model: Model): string {
  return decidingOf(model).form.words.value;
}

describe('the app is opened again for the same draft', () => {
  test('answers and typed words are there, the verdict is the same, and it says from when', async () => {
    const { model: before } = await openIn(fakeSession());
    await answerNone(before);
    keep(before, 'Aftalt med reumatolog.');
    const { model } = await openIn(fakeSession());
    expect(model.loop.answers.value).toEqual(before.loop.answers.value);
    expect(model.loop.assessment.value?.verdict).toBe('not-appropriate');
    expect(wordsOf(model)).toBe('Aftalt med reumatolog.');
    expect(decidingOf(model).form.decision.value).toMatchObject({
      kind: 'kept',
      reason: { code: 'expert-contradicts' },
    });
    expect(Date.now() - (model.recalled.value?.at ?? 0)).toBeLessThan(60_000);
  });

  test('the time is that of the last answer, however often the app is opened', async () => {
    await answerNone((await openIn(fakeSession())).model, 1);
    const first = (await openIn(fakeSession())).model.recalled.value?.at;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await openIn(fakeSession());
    expect((await openIn(fakeSession())).model.recalled.value?.at).toBe(first);
  });

  test('starting over takes back every answer and word, and nothing is kept', async () => {
    const { model: before } = await openIn(fakeSession());
    await answerNone(before, 1);
    keep(before, 'ord');
    const { model } = await openIn(fakeSession());
    await startOver(model);
    expect(model.recalled.value).toBeNull();
    expect(model.loop.answers.value.size).toBe(0);
    expect(wordsOf(model)).toBe('');
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  test('what is written on the order is kept here no longer', async () => {
    const { model } = await openIn(fakeSession());
    await answerNone(model);
    keep(model, 'ord');
    expect(Object.keys(sessionStorage)).toHaveLength(1);
    await decidingOf(model).save();
    expect(model.stage.value.kind).toBe('saved');
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  test.each([
    ['while the record was read', fakeSession({ records: [{ kind: 'expired' }] })],
    ['when the draft was looked for', fakeSession({ drafts: [{ kind: 'expired' }] })],
  ])('access had expired %s: the answers are there after the next launch', async (_, expired) => {
    await answerNone((await openIn(fakeSession())).model, 1);
    const { model: between } = await openIn(expired);
    expect(between.stage.value).toEqual({ kind: 'failed', code: 'expired' });
    expect(between.loop.answers.value.size).toBe(0);
    const { model } = await openIn(fakeSession());
    expect(model.loop.answers.value.size).toBeGreaterThan(0);
  });

  test('an order that cannot be written for want of access: both answers and words are told to be kept', async () => {
    const { model } = await openIn(fakeSession({ saves: [{ kind: 'expired' }] }));
    await answerNone(model);
    keep(model, 'ord');
    await decidingOf(model).save();
    const sequel = model.sequel.value;
    expect(decidingOf(model).notice.value).toEqual({ kind: 'expired' });
    expect(typeof sequel === 'object' && sequel.keeping.isKept.value).toBe(true);
  });
});

describe('the record says otherwise than was answered', () => {
  const conditions = [condition('DC509', 'Kræft i bryst UNS')];

  test('only since then: that is new, and the answer is left out', async () => {
    const { model: before } = await openIn(fakeSession());
    await answerNone(before);
    expect(before.loop.answers.value.get('known-cancer')).toEqual({ value: false });
    const { model } = await openIn(fakeSession({ conditions }));
    expect(model.loop.answers.value.has('known-cancer')).toBe(false);
    expect(model.loop.answers.value.get('cauda-equina-signs')).toEqual({ value: false });
    expect(model.loop.assessment.value?.verdict).not.toBe(before.loop.assessment.value?.verdict);
  });

  test('already when it was answered: the clinician’s word stands', async () => {
    const { model: before } = await openIn(fakeSession({ conditions }));
    await before.loop.answer(new Map([['known-cancer', { value: false }]]));
    const { model } = await openIn(fakeSession({ conditions }));
    expect(model.loop.answers.value.get('known-cancer')).toEqual({ value: false });
  });
});

describe('the wrong patient never has the answers', () => {
  test('another patient is asked from the beginning, and what was kept is gone', async () => {
    await answerNone((await openIn(fakeSession())).model, 1);
    const { model } = await openIn(bo());
    expect(model.loop.answers.value.size).toBe(0);
    expect(model.recalled.value).toBeNull();
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  test('another draft of the same patient is asked from the beginning', async () => {
    await answerNone((await openIn(fakeSession())).model, 1);
    const { model } = await openIn(fakeSession({ drafts: [{ kind: 'one', draft: draftOf({ id: 'draft-2' }) }] }));
    expect(model.loop.answers.value.size).toBe(0);
  });

  test('the EHR goes on to another patient: nothing is kept of anybody', async () => {
    let goOn = (): void => undefined;
    const watchPatient = (onOther: () => void): void => {
      goOn = onOther;
    };
    const { model, leave } = await openIn(fakeSession({ watchPatient }));
    await answerNone(model, 1);
    expect(Object.keys(sessionStorage)).toHaveLength(1);
    goOn();
    leave();
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  test('the draft turns out to be somebody else’s: what was kept is gone', async () => {
    await answerNone((await openIn(fakeSession())).model, 1);
    const { model } = await openIn(fakeSession({ drafts: [{ kind: 'wrong-patient' }] }));
    await Promise.resolve();
    expect(model.stage.value.kind).toBe('wrong-patient');
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  test('two widgets in one tab each find their own again, though they share the storage', async () => {
    const anna = await openIn(fakeSession());
    await answerNone(anna.model, 1);
    const other = await openIn(bo());
    await answerNone(other.model, 2);
    anna.leave();
    const annaAgain = await openIn(fakeSession());
    expect(annaAgain.model.loop.answers.value).toEqual(anna.model.loop.answers.value);
    other.leave();
    const otherAgain = await openIn(bo());
    expect(otherAgain.model.loop.answers.value).toEqual(other.model.loop.answers.value);
  });
});

describe('answers that stand on the order', () => {
  const minutes = (before: number): string => new Date(Date.parse(NOW) - before * 60_000).toISOString();

  /** The draft with our note on it, written so many minutes ago after everything was answered with no. */
  async function draftWithNote(before: number, kind: 'kept' | 'assessed' = 'assessed') {
    const { model } = await openIn(fakeSession());
    await answerNone(model);
    const extension = annotationExtensions(kind, undefined, model.loop.answers.value);
    sessionStorage = memoryStorage();
    const note = [{ time: minutes(before), text: 'Besvaret i Indikation.', extension }];
    return { draft: draftOf({ note }), answers: model.loop.answers.value };
  }

  test('are used when the app is opened again within a day, as the service does at signing', async () => {
    const { draft, answers } = await draftWithNote(24 * 60 - 1);
    const { model } = await openIn(fakeSession({ drafts: [{ kind: 'one', draft }] }));
    expect(model.loop.answers.value).toEqual(answers);
    expect(model.loop.assessment.value?.verdict).toBe('not-appropriate');
    expect(model.recalled.value).toMatchObject({ isOnOrder: true, at: Date.parse(minutes(24 * 60 - 1)) });
    await startOver(model);
    expect(model.loop.assessment.value?.verdict).toBe('undetermined');
  });

  test('are asked again after a day', async () => {
    const { draft } = await draftWithNote(24 * 60 + 1);
    const { model } = await openIn(fakeSession({ drafts: [{ kind: 'one', draft }] }));
    expect(model.loop.answers.value.size).toBe(0);
    expect(model.recalled.value).toBeNull();
  });

  test('give way to the record where it says otherwise by now', async () => {
    const { draft, answers } = await draftWithNote(60);
    expect(answers.get('known-cancer')).toEqual({ value: false });
    const conditions = [condition('DC509', 'Kræft i bryst UNS')];
    const { model } = await openIn(fakeSession({ drafts: [{ kind: 'one', draft }], conditions }));
    expect(model.loop.answers.value.has('cauda-equina-signs')).toBe(true);
    expect(model.loop.answers.value.has('known-cancer')).toBe(false);
    expect(model.loop.assessment.value?.verdict).not.toBe('not-appropriate');
  });

  test('and answers kept in this tab win over them: they are newer', async () => {
    const { draft } = await draftWithNote(60);
    const session = () => fakeSession({ drafts: [{ kind: 'one', draft }] });
    const { model: first } = await openIn(session());
    await first.loop.undo('cauda-equina-signs');
    await first.loop.answer(new Map([['cauda-equina-signs', { value: true }]]));
    const { model } = await openIn(session());
    expect(model.loop.answers.value.get('cauda-equina-signs')).toEqual({ value: true });
    expect(model.loop.assessment.value?.urgency).toBe('emergency');
  });
});
