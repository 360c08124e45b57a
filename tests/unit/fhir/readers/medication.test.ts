import { describe, expect, test } from 'vitest';
import { ATC, concept, factFrom, type Loose, outcome, record, request, without } from '../record.ts';

const PREDNISOLONE = 'H02AB06';
const steroids = (...resources: Loose[]) => factFrom('long-term-steroids', record(resources));
const immunosuppressed = (...resources: Loose[]) => factFrom('infection-risk-factor', record(resources));
const statement = (atc: string, over: Record<string, unknown> = {}): Loose => ({
  resourceType: 'MedicationStatement',
  id: 's1',
  status: 'active',
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: concept(ATC, atc),
  effectivePeriod: { start: '2025-01-10' },
  ...over,
});

describe('medicine the patient is on', () => {
  test('an active request counts, with its words and start', () => {
    expect(steroids(request(PREDNISOLONE))).toMatchObject({
      known: true,
      value: true,
      provenance: { references: [{ reference: 'MedicationRequest/m-H02AB06', date: '2025-01-10' }] },
    });
  });

  test('hydrocortisone (H02AB09) is replacement, and inhaled steroid is not systemic', () => {
    expect(outcome(steroids(request('H02AB09')))).toBe('unknown');
    expect(outcome(steroids(request('R03BA02')))).toBe('unknown');
  });

  test.each(['stopped', 'completed', 'on-hold', 'cancelled', 'entered-in-error', 'draft'])(
    'a request that is %s is not active',
    (status) => {
      expect(steroids(request(PREDNISOLONE, { status }))).toEqual({ known: false, reason: 'unknown' });
    },
  );

  test.each(['proposal', 'plan', 'option'])('a %s is not yet medicine taken', (intent) => {
    expect(steroids(request(PREDNISOLONE, { intent }))).toEqual({ known: false, reason: 'unknown' });
  });

  test.each([{ status: 'unknown' }, { status: undefined }, { intent: undefined }])('%j does not decide', (over) => {
    expect(steroids(request(PREDNISOLONE, over))).toMatchObject({
      reason: 'unsupported',
      because: ['status-unclear: MedicationRequest/m-H02AB06'],
    });
  });

  test('an order not to give it never counts', () => {
    expect(outcome(steroids(request(PREDNISOLONE, { doNotPerform: true })))).toBe('unknown');
  });

  test('a statement counts when active or intended', () => {
    expect(outcome(steroids(statement(PREDNISOLONE)))).toBe(true);
    expect(outcome(steroids(statement(PREDNISOLONE, { status: 'intended' })))).toBe(true);
    expect(outcome(steroids(statement(PREDNISOLONE, { status: 'not-taken' })))).toBe('unknown');
    expect(outcome(steroids(statement(PREDNISOLONE, { status: 'stopped' })))).toBe('unknown');
    expect(outcome(steroids(statement(PREDNISOLONE, { status: 'unknown' })))).toBe('unsupported');
  });

  test('one called active whose period is over does not decide', () => {
    const over = { effectivePeriod: { start: '2024-01-10', end: '2024-06-01' } };
    expect(outcome(steroids(statement(PREDNISOLONE, over)))).toBe('unsupported');
    const bounds = {
      dosageInstruction: [{ timing: { repeat: { boundsPeriod: { start: '2024-01-10', end: '2024-02-01' } } } }],
    };
    expect(outcome(steroids(request(PREDNISOLONE, bounds)))).toBe('unsupported');
  });

  test('the class is enough where any medicine of it counts; no start is needed then', () => {
    expect(outcome(immunosuppressed(request('L04AX03', { authoredOn: undefined })))).toBe(true);
    expect(outcome(immunosuppressed(request('L04AX03', { authoredOn: '2027-01-01' })))).toBe('unsupported');
  });
});

describe('which medicine it is', () => {
  const pointing = (reference: object) =>
    request('x', { medicationCodeableConcept: undefined, medicationReference: reference });
  const medication = { resourceType: 'Medication', id: 'med', code: concept(ATC, PREDNISOLONE) };

  test('a contained Medication is looked into', () => {
    expect(outcome(steroids({ ...pointing({ reference: '#med' }), contained: [medication] }))).toBe(true);
  });

  test('a Medication read beside it is found', () => {
    expect(outcome(steroids(pointing({ reference: 'Medication/med' }), medication))).toBe(true);
    expect(outcome(steroids(pointing({ reference: 'https://ehr.example/fhir/Medication/med' }), medication))).toBe(
      true,
    );
  });

  test('a Medication that is not there does not decide; one that could not be read is an error', () => {
    const context = record([pointing({ reference: 'Medication/away', display: 'Tablet' })]);
    expect(factFrom('long-term-steroids', context)).toEqual({
      known: false,
      reason: 'unsupported',
      because: ['reference-unread: MedicationRequest/m-x'],
    });
    expect(factFrom('long-term-steroids', without(context, 'Medication'))).toEqual({
      known: false,
      reason: 'error',
      because: ['Medication'],
    });
  });

  test('a stopped medicine that cannot be looked up is still stopped', () => {
    expect(outcome(steroids({ ...pointing({ reference: 'Medication/away' }), status: 'stopped' }))).toBe('unknown');
  });

  test('a name without code is never matched', () => {
    expect(outcome(steroids(request('x', { medicationCodeableConcept: { text: 'Prednisolon' } })))).toBe('unknown');
    expect(outcome(steroids(pointing({ display: 'Prednisolon' })))).toBe('unknown');
  });
});

describe('started at least 90 days ago', () => {
  const from = (authoredOn: unknown) => outcome(steroids(request(PREDNISOLONE, { authoredOn })));

  test('both sides and the edge', () => {
    expect(from('2026-03-03T12:00:00+01:00')).toBe('unknown');
    expect(from('2026-03-03T10:59:58+01:00')).toBe(true);
    expect(from('2026-03-01')).toBe(true);
    expect(from('2026-03-03')).toBe('unsupported');
    expect(from('2026-03-05')).toBe('unknown');
  });

  test('an unknown start does not decide', () => {
    expect(steroids(request(PREDNISOLONE, { authoredOn: undefined }))).toMatchObject({
      because: ['start-missing: MedicationRequest/m-H02AB06'],
      hints: [{ reference: 'MedicationRequest/m-H02AB06' }],
    });
    expect(from('2026')).toBe('unsupported');
  });

  test('the dosage tells the start before the date of a renewed prescription', () => {
    const dosageInstruction = [{ timing: { repeat: { boundsPeriod: { start: '2025-01-10' } } } }];
    expect(outcome(steroids(request(PREDNISOLONE, { authoredOn: '2026-05-20', dosageInstruction })))).toBe(true);
    const unreadable = [{ timing: { repeat: { boundsPeriod: { start: 'sidste år' } } } }];
    expect(outcome(steroids(request(PREDNISOLONE, { dosageInstruction: unreadable })))).toBe('unsupported');
  });

  test('a statement of one point in time began no later than that', () => {
    const at = (effectiveDateTime: string) =>
      outcome(steroids(statement(PREDNISOLONE, { effectivePeriod: undefined, effectiveDateTime })));
    expect(at('2026-01-10')).toBe(true);
    expect(at('2026-05-20')).toBe('unsupported');
  });

  test('one treatment begun long ago is enough', () => {
    const fact = steroids(request('H02AB02', { authoredOn: '2026-05-20' }), request(PREDNISOLONE));
    expect(fact).toHaveProperty('provenance.references.length', 1);
  });
});
