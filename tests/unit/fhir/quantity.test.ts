import { describe, expect, test } from 'vitest';
import { quantityText, quantityWithin } from '../../../src/fhir/quantity.ts';
import { quantity, UCUM } from './record.ts';

const CRP = { unit: 'mg/L', min: 50 };
const FEVER = { unit: 'Cel', min: 38 };

describe('a quantity against a threshold', () => {
  test('the threshold itself counts, just under it does not', () => {
    expect(quantityWithin(quantity(50, 'mg/L'), CRP)).toEqual({ truth: 'true' });
    expect(quantityWithin(quantity(49.9, 'mg/L'), CRP)).toEqual({ truth: 'false' });
  });

  test('below is not included', () => {
    const some = { unit: 'mg/L', min: 10, below: 50 };
    expect(quantityWithin(quantity(10, 'mg/L'), some)).toEqual({ truth: 'true' });
    expect(quantityWithin(quantity(49.9, 'mg/L'), some)).toEqual({ truth: 'true' });
    expect(quantityWithin(quantity(50, 'mg/L'), some)).toEqual({ truth: 'false' });
    expect(quantityWithin(quantity(9.9, 'mg/L'), some)).toEqual({ truth: 'false' });
  });

  test.each([
    [quantity(5, 'mg/dL'), 'true'],
    [quantity(4.9, 'mg/dL'), 'false'],
    [quantity(50, 'ug/mL'), 'true'],
    [quantity(0.05, 'g/L'), 'true'],
    [quantity(0.049, 'g/L'), 'false'],
  ])('CRP %j converts exactly: 50 mg/L or more is %s', (value, truth) => {
    expect(quantityWithin(value, CRP)).toEqual({ truth });
  });

  test('100.4 °F is 38.0 °C and fever; 100.3 °F is not', () => {
    expect(quantityWithin(quantity(100.4, '[degF]'), FEVER)).toEqual({ truth: 'true' });
    expect(quantityWithin(quantity(100.3, '[degF]'), FEVER)).toEqual({ truth: 'false' });
  });

  test.each([
    [quantity(62, 'nmol/L')],
    [{ value: 62, unit: 'mg/L' }],
    [{ value: 62, unit: 'mg/L', code: 'mg/L' }],
    [{ value: 62, system: 'urn:local', code: 'mg/L' }],
    [{ value: 62, system: UCUM, code: 'constructor' }],
  ])('%j has no unit we vouch for', (value) => {
    expect(quantityWithin(value, CRP)).toEqual({ truth: 'unknown', doubt: 'unit' });
  });

  test.each([
    [undefined],
    [{}],
    [{ ...quantity(1, 'mg/L'), value: '62' }],
    [{ ...quantity(1, 'mg/L'), value: Number.NaN }],
  ])('%j has no value', (value) => {
    expect(quantityWithin(value, CRP)).toEqual({ truth: 'unknown', doubt: 'no-value' });
  });

  test.each([
    ['<', 50, 'false'],
    ['<', 10, 'false'],
    ['<', 51, 'unknown'],
    ['<=', 50, 'unknown'],
    ['<=', 49, 'false'],
    ['>', 50, 'true'],
    ['>', 49, 'unknown'],
    ['>=', 50, 'true'],
    ['>=', 49, 'unknown'],
    ['ca.', 90, 'unknown'],
  ])('a CRP of %s %d being at least 50 is %s', (comparator, value, truth) => {
    expect(quantityWithin(quantity(value, 'mg/L', comparator), CRP).truth).toBe(truth);
  });

  test('a comparator also decides the upper edge', () => {
    const low = { unit: 'ug/L', below: 0.1 };
    expect(quantityWithin(quantity(0.03, 'ug/L', '<'), low).truth).toBe('true');
    expect(quantityWithin(quantity(0.1, 'ug/L', '<'), low).truth).toBe('true');
    expect(quantityWithin(quantity(0.1, 'ug/L', '<='), low).truth).toBe('unknown');
    expect(quantityWithin(quantity(100, 'ng/L', '>'), low).truth).toBe('false');
  });
});

test('a quantity is shown as recorded', () => {
  expect(quantityText(quantity(62, 'mg/L'))).toBe('62 mg/L');
  expect(quantityText(quantity(0.03, 'ug/L', '<'))).toBe('< 0.03 ug/L');
  expect(quantityText({})).toBeUndefined();
});
