import { describe, expect, test } from 'vitest';
import { factFrom, outcome, PATIENT, record, without } from '../record.ts';

const born = (birthDate: unknown) => record([], { patient: { ...PATIENT, birthDate: birthDate as string } });

describe('age', () => {
  test('is read from the birth date, which is its reference', () => {
    expect(factFrom('age', born('1966-06-01'))).toMatchObject({
      known: true,
      value: 60,
      provenance: { kind: 'record', references: [{ reference: 'Patient/p1', date: '1966-06-01' }] },
    });
  });

  test.each(['1966', '2027-01-01', 'ukendt', 1966, ''])('birth date %j gives no age', (birthDate) => {
    expect(outcome(factFrom('age', born(birthDate)))).toBe('unsupported');
  });

  test('no birth date is unknown, and no Patient because of a failed read is an error', () => {
    expect(outcome(factFrom('age', record([], { patient: { resourceType: 'Patient', id: 'p1' } })))).toBe('unknown');
    expect(factFrom('age', without(record([], { patient: null }), 'Patient'))).toEqual({
      known: false,
      reason: 'error',
      because: ['Patient'],
    });
  });

  test('onset before 45 follows from an age under 45, and from nothing else', () => {
    const from = (birthDate: string) => factFrom('onset-before-45', born(birthDate));
    expect(from('1981-06-02')).toMatchObject({
      known: true,
      value: true,
      provenance: { kind: 'derived', from: ['age'] },
    });
    expect(outcome(from('1981-06-01'))).toBe('unknown');
    expect(outcome(from('1966'))).toBe('unsupported');
  });
});
