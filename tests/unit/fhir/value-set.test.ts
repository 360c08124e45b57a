import { describe, expect, test } from 'vitest';
import type { ValueSet } from '../../../src/core/guideline/library.ts';
import { codingInValueSet } from '../../../src/fhir/value-set.ts';
import { ATC, codes, concept, ICD_10, ICPC_2, SKS, SKS_D, SNOMED, shipped, valueSet } from './record.ts';

const has = (set: ValueSet | undefined, system: string, code: string): boolean =>
  set !== undefined && codingInValueSet(concept(system, code), set) !== undefined;

describe('belonging to a value set', () => {
  test('an enumerated code is exact: DM54 does not bring DM542, which is the neck', () => {
    const set = codes(SKS_D, 'DM54');
    expect(has(set, SKS_D, 'DM54')).toBe(true);
    expect(has(set, ICD_10, 'M54')).toBe(true);
    expect(has(set, SKS_D, 'DM542')).toBe(false);
  });

  test('is-a is the code and everything under it, in SKS, ICD-10 and ATC', () => {
    const cancer = valueSet({ system: SKS_D, filter: [{ property: 'concept', op: 'is-a', value: 'DC50' }] });
    expect(has(cancer, SKS_D, 'DC50')).toBe(true);
    expect(has(cancer, ICD_10, 'C50.9')).toBe(true);
    expect(has(cancer, SKS_D, 'DC51')).toBe(false);
    const steroids = valueSet({ system: ATC, filter: [{ property: 'concept', op: 'is-a', value: 'H02AB' }] });
    expect(has(steroids, ATC, 'H02AB06')).toBe(true);
    expect(has(steroids, ATC, 'H02A')).toBe(false);
  });

  test('is-a is no prefix where the code holds no hierarchy: SNOMED CT 23056005 does not bring 230560051', () => {
    const set = valueSet({ system: SNOMED, filter: [{ property: 'concept', op: 'is-a', value: '23056005' }] });
    expect(has(set, SNOMED, '23056005')).toBe(true);
    expect(has(set, SNOMED, '230560051')).toBe(false);
  });

  test('a pattern covers the whole code, in the form its system writes it', () => {
    const set = valueSet({ system: SKS_D, filter: [{ property: 'code', op: 'regex', value: 'DC([0-8]\\d|9[0-6])' }] });
    expect(has(set, SKS_D, 'DC96')).toBe(true);
    expect(has(set, ICD_10, 'C96')).toBe(true);
    expect(has(set, SKS_D, 'DC97')).toBe(false);
    expect(has(set, SKS_D, 'DC509')).toBe(false);
    const dotted = valueSet({ system: ICD_10, filter: [{ property: 'code', op: 'regex', value: 'C50\\.\\d' }] });
    expect(has(dotted, SKS_D, 'DC509')).toBe(true);
  });

  test('a pattern that is no pattern lets nothing in, and as an exclusion lets nothing through', () => {
    const broken = { system: SKS_D, filter: [{ property: 'code', op: 'regex' as const, value: '(' }] };
    expect(has(valueSet(broken), SKS_D, 'DC509')).toBe(false);
    expect(has(valueSet({ system: SKS_D, concept: [{ code: 'DC509' }] }, broken), SKS_D, 'DC509')).toBe(false);
  });

  test('what is excluded does not belong, whatever includes it', () => {
    const set = valueSet(
      { system: ATC, filter: [{ property: 'concept', op: 'is-a', value: 'H02AB' }] },
      { system: ATC, concept: [{ code: 'H02AB09' }] },
    );
    expect(has(set, ATC, 'H02AB09')).toBe(false);
  });

  test('any of several codings is enough, and the one that matched is shown', () => {
    const both = {
      coding: [
        { system: 'urn:local', code: 'X' },
        { system: ICPC_2, code: 'L03', display: 'Lænd' },
      ],
    };
    expect(codingInValueSet(both, codes(ICPC_2, 'L03'))).toEqual({ system: ICPC_2, code: 'L03', display: 'Lænd' });
  });

  test('a whole system, without codes or filter, holds its codes and no others', () => {
    expect(has(valueSet({ system: ICPC_2 }), ICPC_2, 'L03')).toBe(true);
    expect(has(valueSet({ system: ICPC_2 }), SKS_D, 'DM545')).toBe(false);
    expect(has(valueSet({ system: SKS }), SKS_D, 'DM545')).toBe(true);
  });

  test('text alone never belongs', () => {
    expect(codingInValueSet({ text: 'DM545 Lændesmerter' }, codes(SKS_D, 'DM545'))).toBeUndefined();
    expect(codingInValueSet({ coding: [{ display: 'Low back pain' }] }, codes(SKS_D, 'DM545'))).toBeUndefined();
  });
});

describe('the traps of the low back pain page, in the value sets that ship', () => {
  const sets = shipped.vocabulary.valueSets;

  test.each([
    ['malignancy', SKS_D, 'DC00', true],
    ['malignancy', ICD_10, 'C96.9', true],
    ['malignancy', SKS_D, 'DC97', false],
    ['malignancy', SKS_D, 'DC44', false],
    ['malignancy', SKS_D, 'DC449', false],
    ['malignancy', ICD_10, 'C44.3', false],
    ['malignancy', SKS_D, 'DC43', true],
    ['malignancy', SKS_D, 'DZ853', true],
    ['malignancy', SKS_D, 'DD051', false],
    ['malignancy', ICD_10, 'D05.1', false],
    ['malignancy', ICD_10, 'D50.9', false],
    ['reason-low-back-pain', SKS_D, 'DM54', true],
    ['reason-low-back-pain', ICD_10, 'M54.5', true],
    ['reason-low-back-pain', SKS_D, 'DM542', false],
    ['reason-low-back-pain', SKS_D, 'DM541C', false],
    ['reason-low-back-pain', SKS_D, 'DG834B', true],
    ['reason-low-back-pain', SKS_D, 'DG834', false],
    ['reason-low-back-pain', ICPC_2, 'L03', true],
    ['reason-low-back-pain', ICPC_2, 'DM545', true],
    ['reason-low-back-pain', ICD_10, 'L03', false],
    ['reason-low-back-pain', SKS_D, 'L03', false],
    ['cauda-equina', SKS_D, 'DG834', true],
    ['cauda-equina', SKS_D, 'DG834A', true],
    ['cauda-equina', SKS_D, 'DG834B', false],
    ['systemic-glucocorticoids', ATC, 'H02AB06', true],
    ['systemic-glucocorticoids', ATC, 'H02AB09', false],
    ['systemic-glucocorticoids', ATC, 'R03BA02', false],
  ])('%s: %s %s is %s', (id, system, code, expected) => {
    expect(has(sets[id], system, code)).toBe(expected);
  });
});
