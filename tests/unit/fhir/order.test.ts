import { describe, expect, test } from 'vitest';
import { identifyOrder } from '../../../src/fhir/order.ts';
import { concept, draft, LOINC, SKS, SKS_D, SNOMED, shipped } from './record.ts';

const { vocabulary } = shipped;
const identify = (code: unknown, over: Record<string, unknown> = {}) =>
  identifyOrder(vocabulary, draft({ code, ...over }));

describe('which examination is ordered', () => {
  test.each([
    [SKS, 'UXME30', 'mr-lumbar-spine'],
    [SKS, ' uxme30 ', 'mr-lumbar-spine'],
    [SKS, 'UXME30+UXZ10', 'mr-lumbar-spine'],
    [SKS_D, 'UXRE30', 'xr-lumbar-spine'],
    [SKS, 'UXCE30A', 'ct-lumbar-spine'],
    [LOINC, '24968-0', 'mr-lumbar-spine'],
    [SNOMED, '241645008', 'mr-whole-spine'],
    ['http://www.ama-assn.org/go/cpt', '72148', 'mr-lumbar-spine'],
  ])('%s %s is %s', (system, code, order) => {
    expect(identify(concept(system, code))).toBe(order);
  });

  test('codes are exact: UXCC00A is the heart, not the chest, and UXME3 is nothing', () => {
    expect(identify(concept(SKS, 'UXCC00'))).toBe('ct-chest');
    expect(identify(concept(SKS, 'UXCC00A'))).toBeNull();
    expect(identify(concept(SKS, 'UXME3'))).toBeNull();
  });

  test('any of several codings is enough', () => {
    const both = { coding: [{ system: 'urn:local', code: '17' }, ...concept(SKS, 'UXME30').coding] };
    expect(identify(both)).toBe('mr-lumbar-spine');
  });

  test('codings that name different examinations name none', () => {
    expect(identify({ coding: [...concept(SKS, 'UXME30').coding, ...concept(SKS, 'UXME00').coding] })).toBeNull();
  });

  test.each([
    [{ text: 'MR columna lumbalis' }],
    [concept(SNOMED, '284394000', 'Examination of spine')],
    [undefined],
    ['UXME30'],
    [{ coding: 'UXME30' }],
  ])('%j is none we know', (code) => {
    expect(identify(code)).toBeNull();
  });

  test('an order not to perform it is none, and neither is nothing', () => {
    expect(identify(concept(SKS, 'UXME30'), { doNotPerform: true })).toBeNull();
    expect(identifyOrder(vocabulary, null)).toBeNull();
  });
});
