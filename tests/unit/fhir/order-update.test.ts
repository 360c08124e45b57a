import fc from 'fast-check';
import type { ServiceRequest } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { NOTE_EXTENSION } from '../../../src/fhir/order-annotation.ts';
import { compareOrder, type OrderChange, REFERENCE_EXTENSION, updateOrder } from '../../../src/fhir/order-update.ts';
import { concept, draft, ICD_10, SKS, SKS_D } from './record.ts';

const accepted: OrderChange = {
  decision: { kind: 'accepted' },
  note: 'Indiceret.',
  noteTime: '2026-06-01T12:00:00+02:00',
};
const kept: OrderChange = {
  ...accepted,
  decision: { kind: 'kept', reason: { code: 'patient-preference', label: { da: 'x', en: 'x' } } },
  note: 'Bestilt trods frarådning.',
};
const cancelled: OrderChange = { ...accepted, decision: { kind: 'cancelled' } };
const changed: OrderChange = {
  ...accepted,
  decision: { kind: 'changed', to: 'mr-whole-spine' },
  code: { system: SKS, code: 'UXME00', display: 'MR-skanning af columna' },
  codeText: 'MR af hele columna',
};
const reason = { system: SKS_D, code: 'DM545', display: 'Lændesmerter UNS' };
const ours = { extension: [{ url: NOTE_EXTENSION, valueCode: 'accepted' }] };

describe('a decision on the order', () => {
  test('accepted: a note in the radiologist’s words, and nothing else', () => {
    expect(updateOrder(draft(), accepted)).toEqual({
      ...draft(),
      note: [{ ...ours, time: '2026-06-01T12:00:00+02:00', text: 'Indiceret.' }],
    });
  });

  test('changed to an alternative: the code is replaced whole, nothing of the former clings to it', () => {
    const before = draft({
      code: { ...concept(SKS, 'UXME30'), text: 'MR lænd', extension: [{ url: 'urn:orderable', valueString: '17' }] },
    });
    expect(updateOrder(before, changed).code).toEqual({
      coding: [{ system: SKS, code: 'UXME00', display: 'MR-skanning af columna' }],
      text: 'MR af hele columna',
    });
  });

  test('a note beside a code of the vocabulary is not written to the order', () => {
    const code: object = { system: SKS, code: 'UXME00', unverified: true };
    expect(updateOrder(draft(), { ...changed, code }).code?.coding).toEqual([{ system: SKS, code: 'UXME00' }]);
  });

  test('a change without the code to change to is a mistake of ours', () => {
    const { code: _code, ...without } = changed;
    expect(() => updateOrder(draft(), without)).toThrow(/code of the alternative/);
  });

  test('a code is only written with a change', () => {
    expect(updateOrder(draft(), { ...changed, decision: { kind: 'accepted' } }).code).toEqual(draft().code);
  });

  test('cancelled: revoked; its primitive extension stays', () => {
    const before = draft({ _status: { id: 's1' } });
    expect(updateOrder(before, cancelled)).toMatchObject({ status: 'revoked', _status: { id: 's1' } });
    expect(updateOrder(before, kept).status).toBe('draft');
  });

  test('the author stands on the note, by reference or by name', () => {
    const author = { reference: 'Practitioner/1', display: 'Læge Test' };
    expect(updateOrder(draft(), { ...accepted, author }).note?.[0]).toMatchObject({ authorReference: author });
    expect(updateOrder(draft(), { ...accepted, author: { display: 'Læge Test' } }).note?.[0]).toMatchObject({
      authorString: 'Læge Test',
    });
  });
});

describe('the reason', () => {
  test('is added beside the old ones', () => {
    const before = draft({ reasonCode: [{ text: 'Ondt i ryggen' }] });
    expect(updateOrder(before, { ...accepted, reason }).reasonCode).toEqual([
      { text: 'Ondt i ryggen' },
      { coding: [reason] },
    ]);
  });

  test('is not added twice, not even in ICD-10 form', () => {
    const before = draft({ reasonCode: [concept(ICD_10, 'M54.5')] });
    expect(updateOrder(before, { ...accepted, reason }).reasonCode).toEqual(before.reasonCode);
    const once = updateOrder(draft(), { ...accepted, reason });
    expect(updateOrder(once, { ...accepted, reason })).toEqual(once);
  });

  test('in several systems is one concept beside the old, and is not added where one of its codes stands already', () => {
    const both = [reason, { system: 'urn:oid:1.2.208.176.2.31', code: 'L03' }];
    const before = draft({ reasonCode: [concept(SKS_D, 'DZ016')] });
    const after = updateOrder(before, { ...accepted, reason: both });
    expect(after.reasonCode).toEqual([concept(SKS_D, 'DZ016'), { coding: both }]);
    expect(updateOrder(after, { ...accepted, reason })).toEqual(after);
  });
});

describe('a second decision', () => {
  const others = [{ text: 'Ring til patienten' }, { text: 'Tolk' }];

  test('replaces our note where it stands, and leaves those of others', () => {
    const before = draft({ note: [others[0], { ...ours, text: 'Før' }, others[1]] });
    expect(updateOrder(before, kept).note?.map(({ text }) => text)).toEqual([
      'Ring til patienten',
      'Bestilt trods frarådning.',
      'Tolk',
    ]);
  });

  test('replaces our assessments, and leaves other supporting information', () => {
    const before = draft({ supportingInfo: [{ reference: 'Observation/1' }] });
    const first = updateOrder(before, { ...accepted, assessment: 'GuidanceResponse/1' });
    const second = updateOrder(first, { ...kept, assessment: ['GuidanceResponse/2', 'GuidanceResponse/3'] });
    expect(first.supportingInfo).toHaveLength(2);
    expect(second.supportingInfo?.map(({ reference }) => reference)).toEqual([
      'Observation/1',
      'GuidanceResponse/2',
      'GuidanceResponse/3',
    ]);
    expect(updateOrder(second, kept).supportingInfo).toEqual([{ reference: 'Observation/1' }]);
  });

  test('leaves no empty list behind', () => {
    const first = updateOrder(draft(), { ...accepted, assessment: 'GuidanceResponse/1' });
    expect(first.supportingInfo?.[0]?.extension?.[0]?.url).toBe(REFERENCE_EXTENSION);
    expect(updateOrder(first, { ...kept, assessment: [] })).not.toHaveProperty('supportingInfo');
  });
});

/** A ServiceRequest with much that we know nothing about. */
const orders = fc
  .record(
    {
      _status: fc.record({ id: fc.string() }),
      extension: fc.array(fc.record({ url: fc.webUrl(), valueString: fc.string() })),
      modifierExtension: fc.array(fc.record({ url: fc.webUrl() })),
      contained: fc.array(fc.record({ resourceType: fc.constant('Basic'), id: fc.string() })),
      priority: fc.constantFrom('routine', 'asap'),
      _priority: fc.record({ extension: fc.array(fc.record({ url: fc.webUrl() })) }),
      orderDetail: fc.array(fc.record({ text: fc.string() })),
      bodySite: fc.array(fc.record({ text: fc.string() })),
      patientInstruction: fc.string(),
      note: fc.array(fc.record({ text: fc.string(), _text: fc.record({ id: fc.string() }) })),
      reasonCode: fc.array(fc.record({ text: fc.string(), extension: fc.array(fc.record({ url: fc.webUrl() })) })),
      supportingInfo: fc.array(fc.record({ reference: fc.string() }), { minLength: 1 }),
      meta: fc.record({ versionId: fc.string() }),
      unheardOf: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  .map((over) => draft(over));
const changes = fc
  .tuple(fc.constantFrom(accepted, kept, cancelled, changed), fc.boolean(), fc.constantFrom([], ['GuidanceResponse/1']))
  .map(
    ([change, withReason, assessment]): OrderChange => ({ ...change, assessment, ...(withReason ? { reason } : {}) }),
  );

/** Elements that a decision may touch. */
function touched({ decision, reason: added, assessment }: OrderChange): readonly string[] {
  return [
    'note',
    ...(decision.kind === 'changed' ? ['code'] : []),
    ...(decision.kind === 'cancelled' ? ['status'] : []),
    ...(added ? ['reasonCode'] : []),
    ...(assessment?.length ? ['supportingInfo'] : []),
  ];
}

test('everything a decision does not name survives as it was, in its order, and the draft is not mutated', () => {
  fc.assert(
    fc.property(orders, changes, (before, change) => {
      const copy = structuredClone(before);
      const after = updateOrder(before, change);
      expect(before).toEqual(copy);
      const names = touched(change);
      const rest = (order: ServiceRequest) =>
        JSON.stringify(Object.entries(order).filter(([name]) => !names.includes(name)));
      expect(rest(after)).toBe(rest(before));
      for (const name of ['note', 'reasonCode', 'supportingInfo'] as const) {
        for (const [index, one] of (before[name] ?? []).entries()) expect(after[name]?.[index]).toEqual(one);
      }
      expect(compareOrder(before, after).every((name) => names.includes(name))).toBe(true);
      expect(updateOrder(after, change)).toEqual(after);
    }),
    { numRuns: 1000, seed: 20260604 },
  );
});

describe('comparing the order read back', () => {
  test('the same order does not differ, whatever the order of its members', () => {
    const meant = updateOrder(draft(), kept);
    const turned: unknown = Object.fromEntries(Object.entries(meant).reverse());
    expect(compareOrder(meant, turned as ServiceRequest)).toEqual([]);
  });

  test('version and narrative are the server’s own', () => {
    const back = { ...draft(), meta: { versionId: '2' }, text: { status: 'generated' as const, div: '<div/>' } };
    expect(compareOrder(draft(), back)).toEqual([]);
  });

  test('an element that was lost, changed or added is named', () => {
    const meant = updateOrder(draft({ priority: 'asap' }), { ...accepted, reason });
    const { note: _note, ...rest } = meant;
    const back: ServiceRequest = { ...rest, priority: 'routine', locationCode: [{ text: 'X' }] };
    expect(compareOrder(meant, back)).toEqual(['locationCode', 'note', 'priority']);
  });

  test('a change deep inside counts, and so does the order of a list', () => {
    const meant = draft({ reasonCode: [{ text: 'a' }, { text: 'b' }] });
    expect(compareOrder(meant, draft({ reasonCode: [{ text: 'b' }, { text: 'a' }] }))).toEqual(['reasonCode']);
    expect(compareOrder(meant, draft({ reasonCode: [{ text: 'a' }] }))).toEqual(['reasonCode']);
  });
});
