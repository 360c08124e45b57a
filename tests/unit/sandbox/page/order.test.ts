import type { ServiceRequest } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { examinations, reasons } from '../../../../sandbox/page/record/catalogue.ts';
import { type DraftForm, draftOrder } from '../../../../sandbox/page/record/draft.ts';
import { changedElements, readHistory } from '../../../../sandbox/page/record/history.ts';
import { readOrder } from '../../../../sandbox/page/record/order.ts';

const now = new Date('2026-11-01T09:00:00Z');
const form: DraftForm = {
  patient: 'plain-back-pain',
  examination: { code: 'UXME30', name: 'MR-skanning af columna lumbalis' },
  reason: { code: 'DM545', name: 'Lændesmerter UNS' },
  priority: 'routine',
  text: ' Lændesmerter i 3 uger. ',
};
const draft = draftOrder(form, 'ORD-1', now);

describe('a new draft', () => {
  test('carries the chosen examination and reason in SKS, and the text as a note', () => {
    expect(draft).toMatchObject({
      status: 'draft',
      intent: 'order',
      subject: { reference: 'Patient/plain-back-pain' },
      code: { coding: [{ system: 'urn:oid:1.2.208.176.2.4', code: 'UXME30' }] },
      reasonCode: [{ coding: [{ system: 'urn:oid:1.2.208.176.2.4.12', code: 'DM545' }] }],
      note: [{ text: 'Lændesmerter i 3 uger.' }],
    });
    expect(draft.extension).toHaveLength(1);
  });

  test('without a reason and text has neither element', () => {
    const bare = draftOrder({ ...form, reason: null, text: '  ' }, 'ORD-2', now);
    expect(bare).not.toHaveProperty('reasonCode');
    expect(bare).not.toHaveProperty('note');
  });
});

describe('the catalogue', () => {
  test('has the ten examinations and no code twice', () => {
    expect(examinations).toHaveLength(10);
    const codes = [...examinations, ...reasons].map((choice) => choice.code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('an order in words', () => {
  test('shows everything that is written on it', () => {
    const order: ServiceRequest = {
      ...draft,
      id: 'o1',
      status: 'revoked',
      meta: { versionId: '3', lastUpdated: '2026-11-01T10:05:00Z' },
      reasonReference: [{ reference: 'Condition/c1' }],
      note: [
        ...(draft.note ?? []),
        { text: 'Vurdering: Anbefales ikke.', time: '2026-11-01T10:05:00Z' },
        {
          text: 'Fra en app.',
          ...(draft.requester?.reference && { authorReference: { reference: draft.requester.reference } }),
        },
      ],
      supportingInfo: [
        { reference: 'GuidanceResponse/g1', display: 'Billeddiagnostik ved lænderygsmerter' },
        { reference: 'GuidanceResponse/g2' },
      ],
    };
    expect(readOrder(order)).toMatchObject({
      status: 'Annulleret',
      isDraft: false,
      examination: 'MR-skanning af columna lumbalis',
      codes: 'SKS UXME30',
      reasons: ['Lændesmerter UNS (SKS DM545)', 'Condition/c1'],
      priority: 'Elektiv',
      requester: 'Læge Test Testesen',
      supporting: [
        { reference: 'GuidanceResponse/g1', name: 'Billeddiagnostik ved lænderygsmerter' },
        { reference: 'GuidanceResponse/g2', name: '' },
      ],
      version: '3',
      changed: '1. nov. 2026 kl. 11.05',
    });
    expect(readOrder(order).notes).toEqual([
      { heading: 'Læge Test Testesen, 1. nov. 2026 kl. 10.00', text: 'Lændesmerter i 3 uger.' },
      { heading: '1. nov. 2026 kl. 11.05', text: 'Vurdering: Anbefales ikke.' },
      { heading: 'Læge Test Testesen', text: 'Fra en app.' },
    ]);
  });

  test('without a code says that no examination is chosen', () => {
    const { code: _, ...coarse } = draft;
    expect(readOrder(coarse).examination).toBe('Undersøgelse ikke valgt');
  });
});

describe('the history of an order', () => {
  const version = (versionId: string, more: Partial<ServiceRequest>): ServiceRequest => ({
    ...draft,
    ...more,
    meta: { versionId, lastUpdated: '2026-11-01T10:05:00Z' },
  });

  test('names what changed from version to version, newest first, whatever the order they come in', () => {
    const versions = [version('1', {}), version('10', { status: 'active' }), version('2', { supportingInfo: [{}] })];
    expect(readHistory(versions).map(({ version: number, changed }) => [number, changed])).toEqual([
      ['10', ['status', 'vedlagt']],
      ['2', ['vedlagt']],
      ['1', []],
    ]);
  });

  test('sees an extension that was lost, and is not fooled by the order of keys', () => {
    const { extension: _, ...lost } = draft;
    expect(changedElements(draft, lost)).toEqual(['extension']);
    const reversed = Object.fromEntries(Object.entries(draft).toReversed()) as unknown as ServiceRequest;
    expect(changedElements(draft, reversed)).toEqual([]);
  });
});
