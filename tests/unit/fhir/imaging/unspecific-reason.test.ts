import { describe, expect, test } from 'vitest';
import { unspecificReason } from '../../../../src/fhir/imaging/unspecific-reason.ts';
import { codingInValueSet } from '../../../../src/fhir/value-set.ts';
import {
  concept,
  condition,
  draft,
  ICD_10,
  ICPC_2,
  type Loose,
  NOW,
  record,
  SKS_D,
  SNOMED,
  status,
} from '../record.ts';
import { RULES } from './imaging-record.ts';

function lackOf(over: Record<string, unknown>, resources: readonly Loose[] = []) {
  return unspecificReason(record(resources, { order: draft(over) }), RULES, 'mr-lumbar-spine', NOW)?.lack ?? null;
}

function offered(resources: readonly Loose[], rules = RULES, order = 'mr-lumbar-spine') {
  const found = unspecificReason(record(resources), rules, order, NOW);
  return (found?.offered ?? []).map(({ codings }) => codings.map(({ code }) => code).join(' '));
}

describe('a code that tells nothing', () => {
  test.each([
    ['DZ01', true],
    ['DZ016', true],
    ['DZ016U', true],
    ['DZ019', true],
    ['DZ03', true],
    ['DZ039', true],
    ['DZ031B', false],
    ['DZ033D', false],
    ['DZ035C', false],
    ['DZ08', false],
    ['DM545', false],
  ])('%s: %s', (code, expected) => {
    expect(lackOf({ reasonCode: [concept(SKS_D, code)] })).toBe(expected ? 'unspecific' : null);
    const valueSet = RULES.valueSets['unspecific-reason'];
    expect(valueSet && codingInValueSet(concept(SKS_D, code), valueSet) !== undefined).toBe(expected);
  });

  test('is the same in ICD-10 as in SKS', () => {
    expect(lackOf({ reasonCode: [concept(ICD_10, 'Z01.6')] })).toBe('unspecific');
  });

  test('beside one that tells something is no lack', () => {
    expect(lackOf({ reasonCode: [concept(SKS_D, 'DZ016'), concept(SKS_D, 'DM545')] })).toBeNull();
    const translated = { coding: [...concept(SKS_D, 'DZ016').coding, ...concept(ICPC_2, 'L03').coding] };
    expect(lackOf({ reasonCode: [translated] })).toBeNull();
  });

  test('is not one that nobody here knows', () => {
    expect(lackOf({ reasonCode: [concept('https://local.example/codes', 'x')] })).toBeNull();
  });
});

describe('a reason', () => {
  test('that is not there, or there in words only', () => {
    expect(lackOf({})).toBe('none');
    expect(lackOf({ reasonCode: [] })).toBe('none');
    expect(lackOf({ reasonCode: [{ text: 'Ondt i ryggen' }] })).toBe('text-only');
  });

  test('by reference is one, also where it was not read', () => {
    const reasonReference = [{ reference: 'Condition/c-DM545' }];
    expect(lackOf({ reasonReference }, [condition('DM545')])).toBeNull();
    expect(lackOf({ reasonReference })).toBeNull();
    expect(lackOf({ reasonReference: [{ reference: 'Observation/o' }] })).toBeNull();
  });

  test('by reference to a code that tells nothing is none', () => {
    expect(lackOf({ reasonReference: [{ reference: 'Condition/c-DZ016' }] }, [condition('DZ016')])).toBe('unspecific');
  });
});

describe('what is offered instead', () => {
  const list = (code: string, over: Record<string, unknown> = {}) =>
    condition(code, { category: [{ coding: [{ code: 'problem-list-item' }] }], ...over });

  test('are the active problems, from the problem list first and newest first, then the short list', () => {
    const problems = [
      condition('DM511', { recordedDate: '2026-05-30' }),
      list('DJ459', { recordedDate: '2015-01-01' }),
      list('DM480', { recordedDate: '2026-01-01' }),
    ];
    expect(offered(problems)).toEqual(['DM480', 'DJ459', 'DM511', 'DM545', 'DM544', 'DM543']);
  });

  test('are no problems that are past, suspected, refuted, without a code, or as unspecific', () => {
    const never = [
      condition('DM480', { clinicalStatus: status('resolved') }),
      condition('DM511', { verificationStatus: status('unconfirmed') }),
      condition('DM430', { verificationStatus: status('refuted') }),
      condition('DM431', { verificationStatus: status('entered-in-error') }),
      condition('DZ016'),
      condition('x', { code: { text: 'Ondt' } }),
    ];
    expect(offered(never)).toEqual(['DM545', 'DM544', 'DM543']);
  });

  test('are the same thing once, though a problem and the short list both have it', () => {
    expect(offered([condition('x', { code: concept(ICD_10, 'M54.5') })])).toEqual(['M54.5', 'DM544', 'DM543']);
  });

  test('is written in all the systems of the site', () => {
    const rules = { ...RULES, site: { ...RULES.site, reasonSystems: [SKS_D, ICPC_2, SNOMED] } };
    expect(offered([], rules)[0]).toBe('DM545 L03 279039007');
    expect(offered([], { ...RULES, site: { ...RULES.site, reasonSystems: [ICPC_2] } }, 'ct-head')).toEqual(['A06']);
  });

  test('says where the problems could not be read', () => {
    const context = record([]);
    const unread = { ...context, gaps: [{ resourceType: 'Condition', reason: 'refused' as const }] };
    expect(unspecificReason(unread, RULES, 'mr-lumbar-spine', NOW)?.problemsUnread).toBe(true);
    expect(unspecificReason(context, RULES, 'mr-lumbar-spine', NOW)?.problemsUnread).toBe(false);
  });
});

test('a site whose EHR says it already says nothing', () => {
  const leaveOut = [{ finding: 'unspecific-reason' as const, source: 'test' }];
  const rules = { ...RULES, site: { ...RULES.site, leaveOut } };
  expect(unspecificReason(record(), rules, 'mr-lumbar-spine', NOW)).toBeNull();
});
