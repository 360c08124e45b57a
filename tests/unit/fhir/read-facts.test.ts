import { describe, expect, test } from 'vitest';
import { readFacts } from '../../../src/fhir/read-facts.ts';
import {
  ATC,
  codes,
  condition,
  factFrom,
  NOW,
  outcome,
  PATIENT,
  record,
  request,
  SKS_D,
  shipped,
  status,
  vocabularyOf,
  without,
} from './record.ts';

const choice = {
  type: 'choice',
  choices: ['none', 'aspirin-only', 'other'].map((id) => ({ id, label: { da: id, en: id } })),
};
const aspirin = { reader: 'medication', valueSet: 'aspirin', gives: 'aspirin-only' };
const other = { reader: 'medication', valueSet: 'other', gives: 'other' };
const sets = { aspirin: codes(ATC, 'B01AC06'), other: codes(ATC, 'B01AC24'), cancer: codes(SKS_D, 'DC509') };

describe('what finding nothing means', () => {
  test('in an empty, completely read record nothing is known but what the vocabulary declares', () => {
    const facts = readFacts(
      shipped.vocabulary,
      Object.keys(shipped.vocabulary.facts),
      record([], { patient: null }),
      'mr-lumbar-spine',
      NOW,
    );
    const known = [...facts].filter(([, fact]) => fact.known).map(([id]) => id);
    const declared = Object.entries(shipped.vocabulary.facts)
      .filter(([, { none }]) => none !== 'unknown')
      .map(([id]) => id);
    expect(known.sort()).toEqual(declared.sort());
    expect(known).toContain('previous-lumbar-imaging');
  });

  test('a fact nobody can have recorded is not asked yet; one looked for in vain is unknown', () => {
    expect(factFrom('cord-signs', record())).toEqual({ known: false, reason: 'not-asked' });
    expect(factFrom('known-cancer', record())).toEqual({ known: false, reason: 'unknown' });
  });

  test('a search that failed is never "nothing found"', () => {
    expect(factFrom('known-cancer', without(record(), 'Condition'))).toEqual({
      known: false,
      reason: 'error',
      because: ['Condition'],
    });
    expect(factFrom('long-term-steroids', without(record(), 'MedicationStatement'))).toEqual({
      known: false,
      reason: 'error',
      because: ['MedicationStatement'],
    });
  });

  test('a type with a gap is not complete, even when something of it was read', () => {
    const gaps = [{ resourceType: 'Condition', reason: 'cut-off' as const }];
    expect(outcome(factFrom('known-cancer', record([condition('DM545')], { gaps })))).toBe('error');
    expect(outcome(factFrom('known-cancer', record([condition('DC509')], { gaps })))).toBe(true);
  });

  test('a resource in a shape that cannot be read may hide what is looked for', () => {
    expect(outcome(factFrom('known-cancer', record([condition('DC509', { code: 'DC509' })])))).toBe('error');
    expect(
      outcome(
        factFrom(
          'previous-lumbar-imaging',
          record([{ resourceType: 'Procedure', status: 'completed', code: 'UXME30' }]),
        ),
      ),
    ).toBe('error');
  });

  test('something that does not decide goes before something not read', () => {
    const suspected = condition('DC509', { verificationStatus: status('provisional') });
    const gaps = [{ resourceType: 'Condition', reason: 'cut-off' as const }];
    expect(outcome(factFrom('known-cancer', record([suspected], { gaps })))).toBe('unsupported');
  });
});

describe('several readings', () => {
  const vocabulary = vocabularyOf({ platelets: { ...choice, read: [other, aspirin], none: { is: 'none' } } }, sets);
  const platelets = (context: ReturnType<typeof record>) => factFrom('platelets', context, { vocabulary });

  test('the first that answers counts', () => {
    expect(outcome(platelets(record([request('B01AC06')])))).toBe('aspirin-only');
    expect(outcome(platelets(record([request('B01AC06'), request('B01AC24')])))).toBe('other');
    expect(outcome(platelets(record()))).toBe('none');
  });

  test('a later one does not count while an earlier one of another value is open', () => {
    const unclear = request('B01AC24', { status: 'unknown' });
    expect(platelets(record([request('B01AC06'), unclear]))).toMatchObject({
      reason: 'unsupported',
      hints: [{ reference: 'MedicationRequest/m-B01AC24' }, { reference: 'MedicationRequest/m-B01AC06' }],
    });
    expect(outcome(platelets(without(record([request('B01AC06')]), 'MedicationStatement')))).toBe('error');
    expect(outcome(platelets(without(record([request('B01AC24')]), 'MedicationStatement')))).toBe('other');
  });

  test('two readings of the same value do not wait for each other', () => {
    expect(outcome(factFrom('infection-risk-factor', without(record([request('L04AX03')]), 'Condition')))).toBe(true);
  });
});

describe('values the definition does not allow', () => {
  test('a value of another type never reaches the rules', () => {
    const vocabulary = vocabularyOf(
      {
        wrong: { read: [{ reader: 'condition', valueSet: 'cancer', gives: 'yes' }] },
        absent: { type: 'choice', choices: choice.choices, read: [aspirin], none: { is: 'never-heard-of' } },
      },
      sets,
    );
    expect(outcome(factFrom('wrong', record([condition('DC509')]), { vocabulary }))).toBe('unsupported');
    expect(outcome(factFrom('absent', record(), { vocabulary }))).toBe('unsupported');
  });

  test('an age beyond the definition is not believed', () => {
    expect(outcome(factFrom('age', record([], { patient: { ...PATIENT, birthDate: '1890-01-01' } })))).toBe(
      'unsupported',
    );
  });

  test('a value set that is missing decides nothing', () => {
    const vocabulary = vocabularyOf({ lost: { read: [{ reader: 'condition', valueSet: 'gone', gives: true }] } });
    expect(factFrom('lost', record(), { vocabulary })).toMatchObject({ because: ['value-set-missing: gone'] });
  });
});

describe('derived facts', () => {
  const derived = (fact: string, over: object = {}) => ({ read: [{ reader: 'derived', fact, gives: true, ...over }] });
  const age = { type: 'number', unit: 'year', min: 0, max: 120, read: [{ reader: 'age' }] };

  test('follow their source however they are asked for, and bring it along', () => {
    const vocabulary = vocabularyOf({ old: derived('age', { min: 60 }), age });
    const facts = readFacts(vocabulary, ['old'], record(), null, NOW);
    expect([...facts.keys()].sort()).toEqual(['age', 'old']);
    expect(facts.get('old')).toEqual({ known: true, value: true, provenance: { kind: 'derived', from: ['age'] } });
  });

  test('the lower bound is included, the upper is not', () => {
    const at = (over: object) =>
      outcome(factFrom('x', record(), { vocabulary: vocabularyOf({ x: derived('age', over), age }) }));
    expect(at({ min: 60 })).toBe(true);
    expect(at({ min: 61 })).toBe('unknown');
    expect(at({ below: 61 })).toBe(true);
    expect(at({ below: 60 })).toBe('unknown');
  });

  test('a source that could not be read leaves them unread', () => {
    const fact = factFrom('onset-before-45', without(record([], { patient: null }), 'Patient'));
    expect(fact).toEqual({ known: false, reason: 'error', because: ['Patient'] });
  });

  test('a circle stays unknown and ends', () => {
    const vocabulary = vocabularyOf({ a: derived('b'), b: derived('c'), c: derived('a') });
    const facts = readFacts(vocabulary, ['a', 'b', 'c'], record(), null, NOW);
    expect([...facts.values()].map(outcome)).toEqual(['unsupported', 'unsupported', 'unsupported']);
    expect(facts.get('c')).toMatchObject({ because: ['circular: a'] });
  });

  test('ids that nobody defined are left out', () => {
    expect([...readFacts(shipped.vocabulary, ['toString', '__proto__', 'gone'], record(), null, NOW)]).toEqual([]);
  });
});

test('what supports a known fact is not also its hint', () => {
  const vocabulary = vocabularyOf(
    {
      cancer: {
        read: [{ reader: 'condition', valueSet: 'cancer', gives: true }],
        hints: [
          { reader: 'condition', valueSet: 'cancer', gives: true },
          { reader: 'medication', valueSet: 'aspirin', gives: true },
        ],
      },
    },
    sets,
  );
  const fact = factFrom('cancer', record([condition('DC509'), request('B01AC06')]), { vocabulary });
  expect(fact).toMatchObject({ known: true, hints: [{ reference: 'MedicationRequest/m-B01AC06' }] });
  expect(fact).toHaveProperty('hints.length', 1);
});
