import type { Truth } from '../core/facts/truth.ts';
import { type Element, numberAt, textAt } from './element.ts';

/** From which number, itself included, and below which number a value counts; in a UCUM unit. */
export interface Range {
  readonly unit: string;
  readonly min?: number | undefined;
  readonly below?: number | undefined;
}

/** Whether a quantity lies in the range, or why that cannot be said. */
export type QuantityOutcome =
  | { readonly truth: 'true' | 'false' }
  | { readonly truth: 'unknown'; readonly doubt: 'no-value' | 'unit' | 'comparator' };

const UCUM = 'http://unitsofmeasure.org';
const CONVERSIONS: Readonly<Record<string, Readonly<Record<string, (value: number) => number>>>> = {
  'mg/L': { 'mg/dL': (value) => value * 10, 'ug/mL': (value) => value, 'g/L': (value) => value * 1000 },
  'ug/L': { 'ng/mL': (value) => value, 'ng/L': (value) => value / 1000 },
  Cel: { '[degF]': (value) => ((value - 32) * 5) / 9 },
};

/**
 * A FHIR R4 Quantity against a range. Only UCUM units count (Quantity.system and code, as rule qty-3 demands), the unit
 * asked for or one with an exact conversion; a unit written only as text is not vouched for. A comparator (`<`, `>=`)
 * decides only when every value it allows gives the same answer.
 */
export function quantityWithin(quantity: Element | undefined, range: Range): QuantityOutcome {
  const recorded = numberAt(quantity, 'value');
  if (recorded === undefined) return { truth: 'unknown', doubt: 'no-value' };
  const convert = conversion(textAt(quantity, 'system'), textAt(quantity, 'code'), range.unit);
  if (convert === undefined) return { truth: 'unknown', doubt: 'unit' };
  const bounds = boundsOf(exact(convert(recorded)), quantity?.comparator);
  if (bounds === undefined) return { truth: 'unknown', doubt: 'comparator' };
  const truth = inRange(bounds, range);
  return truth === 'unknown' ? { truth, doubt: 'comparator' } : { truth };
}

/** The quantity as recorded: "62 mg/L", "< 0.03 ug/L". */
export function quantityText(quantity: Element | undefined): string | undefined {
  const value = numberAt(quantity, 'value');
  const unit = textAt(quantity, 'unit') ?? textAt(quantity, 'code');
  if (value === undefined) return undefined;
  return [textAt(quantity, 'comparator'), String(value), unit].filter((part) => part !== undefined).join(' ');
}

function conversion(system: string | undefined, code: string | undefined, unit: string) {
  if (system !== UCUM || code === undefined) return undefined;
  if (code === unit) return (value: number) => value;
  const known = Object.hasOwn(CONVERSIONS, unit) ? CONVERSIONS[unit] : undefined;
  return known && Object.hasOwn(known, code) ? known[code] : undefined;
}

/** Conversion leaves a trace in the last binary digits (100.4 °F is 38 °C); nothing is measured at nine decimals. */
function exact(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly highIn: boolean;
}

/** The interval a comparator allows (FHIR R4 quantity-comparator); undefined for one we do not know. */
function boundsOf(value: number, comparator: unknown): Bounds | undefined {
  const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  switch (comparator) {
    case undefined:
      return { low: value, high: value, highIn: true };
    case '<':
      return { low, high: value, highIn: false };
    case '<=':
      return { low, high: value, highIn: true };
    case '>':
      return { low: value, high, highIn: false };
    case '>=':
      return { low: value, high, highIn: false };
    default:
      return undefined;
  }
}

function inRange({ low, high, highIn }: Bounds, { min, below }: Range): Truth {
  const underMin = min !== undefined && (high < min || (high === min && !highIn));
  const overBelow = below !== undefined && low >= below;
  if (underMin || overBelow) return 'false';
  const fromMin = min === undefined || low >= min;
  const toBelow = below === undefined || high < below || (high === below && !highIn);
  return fromMin && toBelow ? 'true' : 'unknown';
}
