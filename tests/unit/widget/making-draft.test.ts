import { describe, expect, test } from 'vitest';
import type { Model } from '../../../src/widget/model.ts';
import { prospectiveDraft } from '../../../src/widget/prospective-draft.ts';
import { answerNone, condition, decidingOf, type FakeEhr, fakeSession, NOW, startedModel } from './fake-session.ts';

/** A launch without a draft, where an examination is considered for low back pain. */
async function considered(order: string, ehr: FakeEhr = {}) {
  const session = fakeSession({ drafts: [{ kind: 'none' }], ...ehr });
  const model = await startedModel(session);
  expect(model.stage.value.kind).toBe('no-order');
  model.startByHand();
  expect(model.stage.value).toEqual({ kind: 'by-hand', forPatient: true });
  await model.chooseByHand(order, 'low-back-pain', (id) => prospectiveDraft(model.library.vocabulary, order, id));
  return { model, session };
}

function makingOf(model: Model) {
  const sequel = model.sequel.value;
  if (typeof sequel === 'string') throw new Error(`what comes after guidance is ${sequel}`);
  return sequel.making;
}

describe('a check for the patient in context, without an order', () => {
  test('reads the record, so that what stands there is not asked', async () => {
    const { model } = await considered('mr-lumbar-spine', { conditions: [condition('DC509', 'Brystkræft UNS')] });
    expect(model.stage.value.kind).toBe('guidance');
    expect(model.loop.facts.value.get('known-cancer')).toMatchObject({ known: true, value: true });
    expect(model.loop.facts.value.get('age')).toMatchObject({ known: true, value: 46 });
    expect(model.patient.value?.name).toBe('Anna Testesen');
    expect(makingOf(model).isOffered.value).toBe(true);
  });

  test('makes a draft of this patient with examination, reason and moment; nobody signs or sends it', async () => {
    const { model, session } = await considered('mr-lumbar-spine');
    await answerNone(model);
    await makingOf(model).make('mr-lumbar-spine');
    expect(session.created).toEqual([
      {
        resourceType: 'ServiceRequest',
        status: 'draft',
        intent: 'order',
        subject: { reference: 'Patient/anna' },
        code: {
          coding: [{ system: 'urn:oid:1.2.208.176.2.4', code: 'UXME30', display: 'MR-skanning af columna lumbalis' }],
          text: 'MR af lænderyg',
        },
        reasonCode: [
          {
            coding: [{ system: 'urn:oid:1.2.208.176.2.4.12', code: 'DM545', display: 'Lændesmerter UNS' }],
            text: 'Lændesmerter',
          },
        ],
        authoredOn: NOW,
      },
    ]);
  });

  test('goes on with the draft: the answers stay, and the decision is written on it', async () => {
    const { model, session } = await considered('mr-lumbar-spine');
    await answerNone(model);
    const { verdict } = model.loop.assessment.value ?? {};
    const answered = model.loop.answers.value.size;
    await makingOf(model).make('mr-lumbar-spine');
    expect(makingOf(model).isOffered.value).toBe(false);
    expect(makingOf(model).outcome.value).toBe('created');
    expect(model.loop.answers.value.size).toBe(answered);
    expect(model.loop.assessment.value?.verdict).toBe(verdict);
    decidingOf(model).form.choose({ kind: 'cancelled' });
    await decidingOf(model).save();
    expect(session.written).toMatchObject([{ order: { id: 'new-1', status: 'revoked' }, version: '1' }]);
  });

  test('goes on with the better examination where that was made instead', async () => {
    const { model } = await considered('mr-lumbar-spine', { conditions: [condition('DC509', 'Brystkræft UNS')] });
    await answerNone(model);
    await makingOf(model).make('mr-whole-spine');
    expect(model.loop.order.value).toBe('mr-whole-spine');
    expect(model.loop.assessment.value?.verdict).toBe('appropriate');
  });

  test.each(['refused', 'uncertain', 'failed', 'expired'] as const)(
    '%s: nothing is lost, and nothing is opened',
    async (kind) => {
      const outcome = kind === 'refused' ? { kind, status: 403 } : { kind };
      const { model } = await considered('mr-lumbar-spine', { creates: [outcome] });
      await answerNone(model);
      const answered = model.loop.answers.value.size;
      await makingOf(model).make('mr-lumbar-spine');
      expect(model.stage.value.kind).toBe('guidance');
      expect([makingOf(model).outcome.value, makingOf(model).isOffered.value]).toEqual([kind, true]);
      expect(model.loop.answers.value.size).toBe(answered);
    },
  );

  test('another choice forgets all of it', async () => {
    const { model } = await considered('mr-lumbar-spine', { creates: [{ kind: 'uncertain' }] });
    await makingOf(model).make('mr-lumbar-spine');
    model.startByHand();
    expect(makingOf(model).outcome.value).toBeNull();
    expect(model.loop.answers.value.size).toBe(0);
  });
});
