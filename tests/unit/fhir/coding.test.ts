import { describe, expect, test } from 'vitest';
import { displayOf, normalCode, recordedCoding, systemAliases } from '../../../src/fhir/coding.ts';
import { concept, ICD_10, ICPC_2, LOINC, NPU, SKS, SKS_D, SNOMED } from './record.ts';

const key = (system: string, code: string): string => {
  const normal = normalCode({ system, code });
  return `${normal.system}|${normal.code}`;
};

describe('one form for a code', () => {
  test.each([
    [SKS_D, 'DM545'],
    [SKS, 'DM545'],
    [SKS_D, ' dm545 '],
    [SKS_D, 'DM545+TUL1'],
    [ICD_10, 'M54.5'],
    [ICD_10, 'M545'],
    [ICD_10, 'm54.5'],
    ['http://hl7.dk/fhir/core/CodeSystem/icd10-da', 'M54.5'],
    ['http://hl7.dk/fhir/core/CodeSystem/icd10-danish-extensions', 'M545'],
  ])('low back pain is the same diagnosis as %s %s', (system, code) => {
    expect(key(system, code)).toBe('diagnosis|M545');
  });

  test('a D of ICD-10 is its own chapter: D50 is anaemia, and SKS writes it DD50', () => {
    expect(key(ICD_10, 'D50')).toBe('diagnosis|D50');
    expect(key(ICD_10, 'D50.9')).toBe('diagnosis|D509');
    expect(key(SKS_D, 'DD509')).toBe('diagnosis|D509');
  });

  test('an SKS code under the URI of ICD-10 keeps being SKS: no ICD-10 code has two letters in front', () => {
    expect(key(ICD_10, 'DC509')).toBe('diagnosis|C509');
  });

  test('dagger and asterisk of ICD-10 mark a pair, not another code', () => {
    expect(key(ICD_10, 'M49.0*')).toBe(key(SKS_D, 'DM490'));
  });

  test('SKS procedures keep their letters, and add-ons are kept apart', () => {
    expect(normalCode({ system: SKS, code: 'UXME30 + UXZ10' })).toEqual({
      system: 'sks',
      code: 'UXME30',
      addOns: ['UXZ10'],
    });
    expect(key(SKS_D, 'KABC16')).toBe(key(SKS, 'KABC16'));
  });

  test('an SKS diagnosis under the URI of ICPC-2 is recognised by its two letters', () => {
    expect(key(ICPC_2, 'DM545')).toBe(key(SKS_D, 'DM545'));
  });

  test('L03 under an SKS URI may be ICPC-2 low back or ICD-10 cellulitis, and matches neither', () => {
    expect(key(SKS_D, 'L03')).not.toBe(key(ICPC_2, 'L03'));
    expect(key(SKS_D, 'L03')).not.toBe(key(ICD_10, 'L03'));
  });

  test('ICPC-2 and NPU each have two URIs', () => {
    expect(key('http://hl7.org/fhir/sid/icpc-2', 'l03')).toBe(key(ICPC_2, 'L03'));
    expect(key('http://npu-terminology.org', 'npu19748')).toBe(key(NPU, 'NPU19748'));
    expect(key(ICPC_2, 'L03')).not.toBe(key(ICD_10, 'L03'));
  });

  test('SNOMED CT and LOINC stay as they are', () => {
    expect(key(SNOMED, '23056005')).toBe(`${SNOMED}|23056005`);
    expect(key(LOINC, ' 1988-5')).toBe(`${LOINC}|1988-5`);
  });

  test('what cannot be an ICD-10 or ICPC-2 code comes out empty', () => {
    expect(normalCode({ system: ICD_10, code: 'rygsmerter' }).code).toBe('');
    expect(normalCode({ system: ICPC_2, code: '-' }).code).toBe('');
  });
});

describe('what is no coding', () => {
  test.each([
    [{ code: 'DM545' }],
    [{ system: SKS_D }],
    [{ system: 7, code: 'DM545' }],
    [{ system: SKS_D, code: '  ' }],
    [null],
    ['DM545'],
  ])('%j has no system and code together', (coding) => {
    expect(recordedCoding(coding)).toBeUndefined();
  });
});

test('a search asks for NPU codes under both URIs, and for LOINC under its one', () => {
  expect(systemAliases(NPU)).toEqual([NPU, 'http://npu-terminology.org']);
  expect(systemAliases(LOINC)).toEqual([LOINC]);
});

test('a concept is shown in the words of the record with the code that was recognised', () => {
  const matched = { system: SKS_D, code: 'DC509', display: 'Brystkræft UNS' };
  expect(displayOf(concept(SKS_D, 'DC509'), matched)).toBe('Brystkræft UNS (DC509)');
  expect(displayOf({ text: 'Cancer mammae' }, { system: SKS_D, code: 'DC509' })).toBe('Cancer mammae (DC509)');
  expect(displayOf({ text: 'Ondt i ryggen' }, undefined)).toBe('Ondt i ryggen');
});
