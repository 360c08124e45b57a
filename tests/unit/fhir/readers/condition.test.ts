import { describe, expect, test } from 'vitest';
import {
  codes,
  concept,
  condition,
  draft,
  factFrom,
  ICD_10,
  ICPC_2,
  type Loose,
  outcome,
  record,
  SKS_D,
  SNOMED,
  status,
  vocabularyOf,
  without,
} from '../record.ts';

const cancer = (...conditions: ReturnType<typeof condition>[]) => factFrom('known-cancer', record(conditions));
const infectionRisk = (over: Record<string, unknown>) =>
  factFrom('infection-risk-factor', record([condition('DE119', over)]));

describe('a condition of the value set', () => {
  test('is known with its words, code and date', () => {
    const breast = condition('DC509', {
      code: concept(SKS_D, 'DC509', 'Brystkræft UNS'),
      onsetDateTime: '2019-03-04',
    });
    expect(cancer(breast)).toEqual({
      known: true,
      value: true,
      provenance: {
        kind: 'record',
        references: [{ reference: 'Condition/c-DC509', display: 'Brystkræft UNS (DC509)', date: '2019-03-04' }],
      },
    });
  });

  test('all that support it are named, the newest first', () => {
    const fact = cancer(
      condition('DC509', { recordedDate: '2019-01-01' }),
      condition('DC795', { recordedDate: '2026-01-01' }),
    );
    expect(fact).toMatchObject({
      provenance: { references: [{ reference: 'Condition/c-DC795' }, { reference: 'Condition/c-DC509' }] },
    });
  });

  test('other skin cancer, in situ, and a code with only text are not known cancer', () => {
    expect(outcome(cancer(condition('DC449')))).toBe('unknown');
    expect(outcome(cancer(condition('DD051')))).toBe('unknown');
    expect(outcome(cancer(condition('x', { code: { text: 'Brystkræft DC509' } })))).toBe('unknown');
  });

  test('ICD-10 and SNOMED CT say it too, and anaemia (D50) does not', () => {
    expect(outcome(cancer(condition('a', { code: concept(ICD_10, 'C50.9') })))).toBe(true);
    expect(outcome(cancer(condition('a', { code: concept(SNOMED, '363346000') })))).toBe(true);
    expect(outcome(cancer(condition('a', { code: concept(ICD_10, 'D50.9') })))).toBe('unknown');
  });

  test('an SKS diagnosis under the URI of ICPC-2 counts, as in examples that swap the two', () => {
    expect(outcome(cancer(condition('a', { code: concept(ICPC_2, 'DC509') })))).toBe(true);
  });

  test("another patient's condition never counts", () => {
    expect(outcome(cancer(condition('DC509', { subject: { reference: 'Patient/p2' } })))).toBe('unknown');
  });
});

describe('verification', () => {
  test.each(['refuted', 'entered-in-error'])('a condition %s never counts, not even as a hint', (code) => {
    expect(cancer(condition('DC509', { verificationStatus: status(code) }))).toEqual({
      known: false,
      reason: 'unknown',
    });
  });

  test.each(['unconfirmed', 'provisional', 'differential'])(
    'a condition %s does not answer yes, but is shown',
    (code) => {
      expect(cancer(condition('DC509', { verificationStatus: status(code) }))).toMatchObject({
        known: false,
        reason: 'unsupported',
        because: ['unconfirmed: Condition/c-DC509'],
        hints: [{ reference: 'Condition/c-DC509' }],
      });
    },
  );

  test('one without verification status counts; one whose status cannot be read does not decide', () => {
    expect(outcome(cancer(condition('DC509', { verificationStatus: undefined })))).toBe(true);
    expect(outcome(cancer(condition('DC509', { verificationStatus: { text: 'afkræftet' } })))).toBe('unsupported');
    expect(outcome(cancer(condition('DC509', { verificationStatus: 'refuted' })))).toBe('unsupported');
  });
});

describe('clinical status', () => {
  test.each(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'])(
    'known cancer is present or past: %s counts',
    (code) => {
      expect(outcome(cancer(condition('DC509', { clinicalStatus: status(code) })))).toBe(true);
    },
  );

  test.each([
    ['active', true],
    ['recurrence', true],
    ['relapse', true],
    ['inactive', 'unknown'],
    ['remission', 'unknown'],
    ['resolved', 'unknown'],
  ])('an infection risk is present: %s is %s', (code, expected) => {
    expect(outcome(infectionRisk({ clinicalStatus: status(code) }))).toBe(expected);
  });

  test('without status: recorded is enough for "present or past", and does not decide "present"', () => {
    expect(outcome(cancer(condition('DC509', { clinicalStatus: undefined })))).toBe(true);
    expect(infectionRisk({ clinicalStatus: undefined })).toMatchObject({
      reason: 'unsupported',
      because: ['status-unclear: Condition/c-DE119'],
    });
  });

  test('without status but abated, it is past', () => {
    expect(outcome(infectionRisk({ clinicalStatus: undefined, abatementDateTime: '2020-01-01' }))).toBe('unknown');
    expect(outcome(infectionRisk({ clinicalStatus: undefined, abatementString: 'som barn' }))).toBe('unknown');
    expect(outcome(infectionRisk({ clinicalStatus: undefined, abatementDateTime: '2030-01-01' }))).toBe('unsupported');
  });

  test('active and abated at once contradict each other and do not decide', () => {
    expect(outcome(infectionRisk({ abatementDateTime: '2020-01-01' }))).toBe('unsupported');
    expect(outcome(infectionRisk({ clinicalStatus: { coding: [{ code: 'active' }, { code: 'resolved' }] } }))).toBe(
      'unsupported',
    );
  });
});

describe('a condition within a time', () => {
  const weightLoss = (over: Record<string, unknown>) =>
    outcome(factFrom('unexplained-weight-loss', record([condition('DR634', { recordedDate: undefined, ...over })])));

  test('weight loss counts for six months, both sides', () => {
    expect(weightLoss({ onsetDateTime: '2025-12-01T12:00:00+01:00' })).toBe(true);
    expect(weightLoss({ onsetDateTime: '2025-12-01T10:59:58+01:00' })).toBe('unknown');
  });

  test('onset goes before the date it was recorded', () => {
    expect(weightLoss({ onsetDateTime: '2020-01-01', recordedDate: '2026-05-01' })).toBe('unknown');
    expect(weightLoss({ recordedDate: '2026-05-01' })).toBe(true);
    expect(weightLoss({ onsetPeriod: { start: '2026-04-01' } })).toBe(true);
  });

  test('an onset in words or as an age has no date, and the date of writing does not stand in for it', () => {
    expect(weightLoss({ onsetString: 'for nogle år siden', recordedDate: '2026-05-01' })).toBe('unsupported');
    expect(weightLoss({ onsetPeriod: {}, recordedDate: '2026-05-01' })).toBe('unsupported');
  });

  test('an undated, unreadable or too coarse date does not decide', () => {
    expect(weightLoss({})).toBe('unsupported');
    expect(weightLoss({ onsetDateTime: 'i vinter' })).toBe('unsupported');
    expect(weightLoss({ onsetDateTime: '2025' })).toBe('unsupported');
  });
});

describe("the order's own reason", () => {
  test('counts, and says that it stands on the order', () => {
    const order = draft({ reasonCode: [concept(SKS_D, 'DC795', 'Fjernmetastase i knogle')] });
    expect(factFrom('known-cancer', record([], { order }))).toMatchObject({
      known: true,
      value: true,
      provenance: {
        kind: 'order',
        references: [{ reference: 'ServiceRequest/draft', display: 'Fjernmetastase i knogle (DC795)' }],
      },
    });
  });

  test('a condition the order points at counts, read or contained; refuted it does not', () => {
    const contained = { ...condition('DC509', { id: 'k' }), clinicalStatus: undefined };
    const inside = draft({ contained: [contained], reasonReference: [{ reference: '#k' }] });
    expect(factFrom('known-cancer', record([], { order: inside }))).toMatchObject({
      provenance: { references: [{ reference: 'ServiceRequest/draft#k' }] },
    });
    const pointing = draft({ reasonReference: [{ reference: 'Condition/c-DC509' }] });
    const refuted = condition('DC509', { verificationStatus: status('refuted') });
    expect(outcome(factFrom('known-cancer', record([refuted], { order: pointing })))).toBe('unknown');
  });

  test('a condition it points at that was not found does not decide, and that was not read is an error', () => {
    const order = draft({ reasonReference: [{ reference: 'Condition/away' }] });
    expect(factFrom('known-cancer', record([], { order }))).toEqual({
      known: false,
      reason: 'unsupported',
      because: ['reference-unread: Condition/away'],
    });
    expect(outcome(factFrom('known-cancer', without(record([], { order }), 'Condition')))).toBe('error');
  });

  test('counts only where the reading says so', () => {
    const order = draft({ reasonCode: [concept(SKS_D, 'DE119')] });
    expect(outcome(factFrom('infection-risk-factor', record([], { order })))).toBe('unknown');
  });

  test('being the reason now stands in for a clinical status that nobody wrote', () => {
    const vocabulary = vocabularyOf(
      { risk: { read: [{ reader: 'condition', valueSet: 'diabetes', orReason: true, gives: true }] } },
      { diabetes: codes(SKS_D, 'DE119') },
    );
    const diabetes = condition('DE119', { clinicalStatus: undefined });
    const order = draft({ reasonReference: [{ reference: 'Condition/c-DE119' }] });
    expect(outcome(factFrom('risk', record([diabetes]), { vocabulary }))).toBe('unsupported');
    expect(outcome(factFrom('risk', record([diabetes], { order }), { vocabulary }))).toBe(true);
  });
});

describe('hints', () => {
  test('cauda equina within 30 days is shown and never answers; DG834B is not even shown', () => {
    const fact = (code: string, recordedDate: string) =>
      factFrom('cauda-equina-signs', record([condition(code, { recordedDate })]));
    expect(fact('DG834', '2026-05-20')).toMatchObject({ known: false, hints: [{ reference: 'Condition/c-DG834' }] });
    expect(fact('DG834', '2026-03-20')).toEqual({ known: false, reason: 'not-asked' });
    expect(fact('DG834B', '2026-05-20')).toEqual({ known: false, reason: 'not-asked' });
  });

  test('the first back pain code is shown with the weeks since, and never answers the duration', () => {
    const fact = factFrom(
      'pain-duration-weeks',
      record([
        condition('DM545', { recordedDate: '2026-05-01' }),
        condition('DM544', { recordedDate: '2026-03-01' }),
        condition('DM543', { recordedDate: '2025-01-01', verificationStatus: status('refuted') }),
      ]),
    );
    expect(fact).toMatchObject({
      known: false,
      hints: [{ reference: 'Condition/c-DM544', text: { da: 'Første registrering: mindst 12 uger siden' } }],
    });
    expect(fact).toHaveProperty('hints.length', 1);
  });
});

describe('a diagnosis of an encounter beside the problem list', () => {
  const category = (code: string) => [{ coding: [{ code }] }];
  const problem = (clinical: string, code = 'DD66') =>
    condition(code, { id: 'problem', category: category('problem-list-item'), clinicalStatus: status(clinical) });
  const encounter = condition('DD66', { id: 'encounter', category: category('encounter-diagnosis') });
  const bleeding = (...conditions: Loose[]) => factFrom('coagulation-disorder', record(conditions));

  test('counts like any other, alone and with the problem list', () => {
    expect(outcome(bleeding(encounter))).toBe(true);
    expect(outcome(bleeding(encounter, problem('active')))).toBe(true);
    expect(outcome(bleeding(encounter, problem('resolved', 'DD680')))).toBe(true);
  });

  test('does not decide where the problem list says that the same is past: it is shown and asked', () => {
    expect(bleeding(encounter, problem('resolved'))).toMatchObject({
      reason: 'unsupported',
      because: ['status-unclear: Condition/encounter'],
      hints: [{ reference: 'Condition/encounter' }],
    });
  });

  test('counts for what is asked as present or past', () => {
    const both = [condition('DC509', { category: category('encounter-diagnosis') }), problem('resolved', 'DC509')];
    expect(outcome(factFrom('known-cancer', record(both)))).toBe(true);
  });
});
