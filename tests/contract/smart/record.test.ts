import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReferralContext } from '../../../src/fhir/context.ts';
import { type Requirement, requirementsOf } from '../../../src/fhir/requirements.ts';
import { loadLibrary } from '../../../src/library/disk.ts';
import type { Draft, RecordOutcome, Session } from '../../../src/smart/port.ts';
import { type Installation, install, resourceTypes, sessionWith } from './launched.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await install();
});
afterAll(() => installation.close());

const requirements: Requirement[] = resourceTypes.map((resourceType) => ({ resourceType, params: {} }));

async function draftOf(session: Session): Promise<Draft> {
  const found = await session.findDraft();
  if (found.kind !== 'one') throw new Error(`expected one draft, got ${found.kind}`);
  return found.draft;
}

async function recordOf(session: Session, needed: readonly Requirement[] = requirements): Promise<RecordOutcome> {
  return session.readRecord(await draftOf(session), needed, () => undefined);
}

async function contextOf(session: Session, needed?: readonly Requirement[]): Promise<ReferralContext> {
  const outcome = await recordOf(session, needed);
  if (outcome.kind !== 'read') throw new Error(`expected a record, got ${outcome.kind}`);
  return outcome.context;
}

const counts = (context: ReferralContext) =>
  Object.fromEntries([...context.resources].map(([type, resources]) => [type, resources.length]));

describe('the draft', () => {
  test('is the one that the EHR names', async () => {
    const draft = await draftOf(
      await sessionWith(installation, 'two-drafts', {}, ['ServiceRequest/two-drafts-mr-order']),
    );
    expect(draft).toMatchObject({ order: { id: 'two-drafts-mr-order', status: 'draft' }, version: expect.any(String) });
  });

  test('is searched where the EHR names none', async () => {
    const session = await sessionWith(installation, 'plain-back-pain', { withoutFhirContext: true });
    expect((await draftOf(session)).order.id).toBe('plain-back-pain-order');
  });

  test('several and none are said to be so', async () => {
    const two = await (await sessionWith(installation, 'two-drafts', {}, [])).findDraft();
    expect(two).toMatchObject({ kind: 'several', drafts: [{}, {}] });
    expect(await (await sessionWith(installation, 'no-draft', {}, [])).findDraft()).toEqual({ kind: 'none' });
    const done = await sessionWith(installation, 'no-draft', {}, ['ServiceRequest/no-draft-knee-order']);
    expect(await done.findDraft()).toEqual({ kind: 'none' });
  });

  test('of another patient, which an EHR names by mistake, is never shown', async () => {
    const session = await sessionWith(installation, 'plain-back-pain', {}, ['ServiceRequest/fever-order']);
    expect(await session.findDraft()).toMatchObject({ kind: 'unreadable', gap: { reason: 'refused', status: 403 } });
  });

  test('that cannot be searched is unreadable, not absent', async () => {
    const session = await sessionWith(installation, 'plain-back-pain', { failSearch: ['ServiceRequest'] }, []);
    expect(await session.findDraft()).toEqual({
      kind: 'unreadable',
      gap: { resourceType: 'ServiceRequest', reason: 'failed', status: 500 },
    });
  });
});

describe('the record', () => {
  test('is read in one batch, and the same without one', async () => {
    const batch = await contextOf(await sessionWith(installation, 'plain-back-pain'));
    const separate = await contextOf(await sessionWith(installation, 'plain-back-pain', { refuseBatch: true }));
    expect(batch.gaps).toEqual([]);
    expect(counts(batch)).toEqual({
      Condition: 2,
      Observation: 3,
      MedicationRequest: 2,
      Procedure: 0,
      ImagingStudy: 0,
    });
    expect({ ...separate, searches: [] }).toEqual({ ...batch, searches: [] });
  });

  test('is complete for what the shipped guidelines need', async () => {
    const { library } = await loadLibrary('rules');
    const [order = ''] = Object.keys(library.vocabulary.orders).filter((id) => requirementsOf(library, id).length > 0);
    const needed = requirementsOf(library, order);
    const asked = new Set(
      needed.map(({ resourceType }) => resourceType).filter((type) => resourceTypes.includes(type)),
    );
    const context = await contextOf(await sessionWith(installation, 'known-breast-cancer'), needed);
    expect(asked.size).toBeGreaterThan(2);
    expect(context.resources.get('Condition')).toHaveLength(2);
    const notGranted = context.gaps.filter(({ reason }) => reason !== 'not-granted');
    expect(notGranted).toEqual([]);
  });

  test('of many pages is read to its end', async () => {
    for (const refuseBatch of [false, true]) {
      const context = await contextOf(await sessionWith(installation, 'long-record', { refuseBatch }));
      expect(counts(context)).toMatchObject({ Condition: 212, Observation: 310 });
      expect(context.gaps).toEqual([]);
    }
  });
});

describe('what goes wrong in one search is a gap, and the rest is used', () => {
  test.each([false, true])('it fails (batch refused: %s)', async (refuseBatch) => {
    const context = await contextOf(
      await sessionWith(installation, 'plain-back-pain', { failSearch: ['MedicationRequest'], refuseBatch }),
    );
    expect(context.gaps).toEqual([{ resourceType: 'MedicationRequest', reason: 'failed', status: 500 }]);
    expect(context.resources.has('MedicationRequest')).toBe(false);
    expect(context.resources.get('Observation')).toHaveLength(3);
  });

  test.each([false, true])('it is malformed (batch refused: %s)', async (refuseBatch) => {
    const context = await contextOf(
      await sessionWith(installation, 'plain-back-pain', { malformedSearch: ['Condition'], refuseBatch }),
    );
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'malformed', status: 200 }]);
    expect(context.resources.has('Condition')).toBe(false);
  });

  test('it never answers, in a batch as alone, and the reading ends all the same', async () => {
    const session = await sessionWith(installation, 'plain-back-pain', { hangSearch: ['Procedure'] });
    const context = await contextOf(session);
    expect(context.gaps).toEqual([{ resourceType: 'Procedure', reason: 'timed-out' }]);
    expect(context.resources.get('Observation')).toHaveLength(3);
  });

  test('it was not granted', async () => {
    const context = await contextOf(
      await sessionWith(installation, 'plain-back-pain', { refuseScopes: ['Condition'] }),
    );
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'not-granted' }]);
    expect(context.resources.has('Condition')).toBe(false);
  });
});

describe('what ends the reading', () => {
  test('a patient that may not be read', async () => {
    const session = await sessionWith(installation, 'plain-back-pain', { refuseScopes: ['Patient'] });
    expect(await recordOf(session)).toEqual({
      kind: 'patient-unreadable',
      gap: { resourceType: 'Patient', reason: 'not-granted' },
    });
  });

  test('a token that has expired', async () => {
    const draft = await draftOf(await sessionWith(installation, 'plain-back-pain'));
    const session = await sessionWith(installation, 'plain-back-pain', { tokenSeconds: 1 });
    await expect.poll(() => session.findDraft()).toEqual({ kind: 'expired' });
    expect(await session.readRecord(draft, requirements, () => undefined)).toEqual({ kind: 'expired' });
    expect(await session.saveOrder(draft.order, draft.version)).toEqual({ kind: 'expired' });
  });
});
