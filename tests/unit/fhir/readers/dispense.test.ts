import { describe, expect, test } from 'vitest';
import { ATC, concept, factFrom, type Loose, outcome, record, request, UCUM, without } from '../record.ts';

const WARFARIN = 'B01AA03';
const anticoagulated = (...resources: Loose[]) => factFrom('therapeutic-anticoagulation', record(resources));
const days = (value: number, code = 'd') => ({ value, unit: 'dage', system: UCUM, code });

/** Handed over 31 days before now, for 100 days. */
const dispense = (over: Record<string, unknown> = {}): Loose => ({
  resourceType: 'MedicationDispense',
  id: 'd1',
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: concept(ATC, WARFARIN, 'Marevan'),
  whenHandedOver: '2026-05-01',
  daysSupply: days(100),
  ...over,
});

describe('medicine that was dispensed', () => {
  test('is in use while its supply lasts, with the day it was handed over', () => {
    expect(anticoagulated(dispense())).toMatchObject({
      known: true,
      value: true,
      provenance: { references: [{ reference: 'MedicationDispense/d1', date: '2026-05-01' }] },
    });
    expect(outcome(anticoagulated(dispense({ daysSupply: days(10, 'wk') })))).toBe(true);
  });

  test.each([
    ['the supply is used up', { daysSupply: days(20) }],
    ['nobody wrote how long it lasts', { daysSupply: undefined }],
    ['it lasts so many packages', { daysSupply: days(2, '{package}') }],
    ['nobody knows how it went', { status: 'unknown' }],
    ['nobody wrote when', { whenHandedOver: undefined }],
  ])('does not decide when %s: it is shown and asked', (_why, over) => {
    expect(anticoagulated(dispense(over))).toMatchObject({
      reason: 'unsupported',
      hints: [{ reference: 'MedicationDispense/d1', display: 'Marevan (B01AA03)' }],
    });
  });

  test.each(['preparation', 'in-progress', 'cancelled', 'on-hold', 'stopped', 'declined', 'entered-in-error'])(
    'was not handed over when it is %s',
    (status) => {
      expect(anticoagulated(dispense({ status }))).toEqual({ known: false, reason: 'unknown' });
    },
  );

  test('says nothing about now when it is more than a year ago, both sides', () => {
    const at = (whenHandedOver: string) => outcome(anticoagulated(dispense({ whenHandedOver })));
    expect(at('2025-06-01T12:00:00+02:00')).toBe('unsupported');
    expect(at('2025-06-01T11:59:58+02:00')).toBe('unknown');
  });

  test('shows only the last of many that do not decide', () => {
    const refills = ['2026-01-01', '2026-03-01', '2026-02-01'].map((whenHandedOver, index) =>
      dispense({ id: `d${index}`, whenHandedOver, daysSupply: undefined }),
    );
    expect(anticoagulated(...refills).hints).toMatchObject([{ reference: 'MedicationDispense/d1' }]);
  });

  test('says nothing on a prescription that was stopped, and does not decide on one that cannot be seen', () => {
    const on = dispense({ authorizingPrescription: [{ reference: `MedicationRequest/m-${WARFARIN}` }] });
    expect(outcome(anticoagulated(on, request(WARFARIN, { status: 'completed' })))).toBe(true);
    expect(outcome(anticoagulated(on, request(WARFARIN, { status: 'stopped' })))).toBe('unknown');
    expect(outcome(anticoagulated(on, request(WARFARIN, { status: 'on-hold' })))).toBe('unsupported');
    expect(outcome(anticoagulated(on))).toBe('unsupported');
  });

  test('a search of what was dispensed that failed is said to be', () => {
    expect(factFrom('therapeutic-anticoagulation', without(record(), 'MedicationDispense'))).toEqual({
      known: false,
      reason: 'error',
      because: ['MedicationDispense'],
    });
  });

  test('for at least 90 days: handed over then, since what was dispensed lately may be a refill', () => {
    const steroid = (whenHandedOver: string) =>
      factFrom(
        'long-term-steroids',
        record([dispense({ medicationCodeableConcept: concept(ATC, 'H02AB06'), whenHandedOver })]),
      );
    expect(outcome(steroid('2026-03-01'))).toBe(true);
    expect(steroid('2026-05-01')).toMatchObject({ because: ['start-missing: MedicationDispense/d1'] });
  });
});

describe('medicine taken as needed', () => {
  const asNeeded = { asNeededBoolean: true };
  const aspirin = (...dosageInstruction: object[]) =>
    factFrom('antiplatelet-therapy', record([request('N02BA01', { dosageInstruction })]));

  test('does not decide', () => {
    expect(aspirin(asNeeded)).toMatchObject({
      reason: 'unsupported',
      because: ['as-needed: MedicationRequest/m-N02BA01'],
    });
    expect(outcome(aspirin({ asNeededCodeableConcept: { text: 'ved hovedpine' } }))).toBe('unsupported');
  });

  test('counts when some of it is taken regularly', () => {
    expect(outcome(aspirin(asNeeded, { text: '1 tablet daglig' }))).toBe('aspirin-only');
    expect(outcome(aspirin({ asNeededBoolean: false }))).toBe('aspirin-only');
  });
});
