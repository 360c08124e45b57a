import type { Truth } from '../core/facts/truth.ts';
import { type Element, elementAt, numberAt, textAt } from './element.ts';

/** From which number, itself included, and below which number a value counts; in a UCUM unit. */
export interface Range {
  readonly unit: string;
  readonly min?: number | undefined;
  readonly below?: number | undefined;
}

/** Why a quantity cannot be said to be anything. */
export interface UnusableQuantity {
  readonly truth: 'unknown';
  readonly doubt: 'no-value' | 'unit' | 'comparator';
}

/** Whether a quantity lies in the range, or why that cannot be said. */
export type QuantityOutcome = { readonly truth: 'true' | 'false' } | UnusableQuantity;

/** What a comparator allows. */
interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly highIn: boolean;
}

const UCUM = 'http://unitsofmeasure.org';

/**
 * The units we vouch for (docs/decisions/0015-units.md): by the unit asked for, the units that convert to it exactly, each
 * with the factor it is multiplied by and what is then added. Nothing else is converted.
 */
const VOUCHED: Readonly<Record<string, Readonly<Record<string, readonly [factor: number, added?: number]>>>> = {
  'mg/L': { 'mg/dL': [10], 'ug/mL': [1], 'g/L': [1000] },
  'ug/L': { 'ng/mL': [1], 'ng/L': [0.001], 'pg/mL': [0.001] },
  Cel: { '[degF]': [5 / 9, -160 / 9] },
  '{score}': { '1': [1] },
  d: { wk: [7] },
};

/**
 * A FHIR R4 Quantity against a range. Only UCUM units count (Quantity.system and code, as rule qty-3 demands), the unit
 * asked for or one with an exact conversion; a unit written only as text is not vouched for. A comparator (`<`, `>=`)
 * decides only when every value it allows gives the same answer.
 */
export function quantityWithin(quantity: Element | undefined, range: Range): QuantityOutcome {
  const bounds = boundsIn(quantity, range.unit);
  if ('truth' in bounds) return bounds;
  const truth = inRange(bounds, range);
  return truth === 'unknown' ? { truth, doubt: 'comparator' } : { truth };
}

/** The number of a Quantity in that unit; one with a comparator is no number. */
export function quantityIn(quantity: Element | undefined, unit: string): number | UnusableQuantity {
  const bounds = boundsIn(quantity, unit);
  if ('truth' in bounds) return bounds;
  return bounds.low === bounds.high ? bounds.low : { truth: 'unknown', doubt: 'comparator' };
}

/** The value of an Observation or one of its components as a Quantity; `valueInteger` counts things, in UCUM's unit 1. */
export function quantityOf(part: Element): Element | undefined {
  const value = numberAt(part, 'valueInteger');
  return elementAt(part, 'valueQuantity') ?? (value === undefined ? value : { value, system: UCUM, code: '1' });
}

/** The quantity as recorded: "62 mg/L", "< 0.03 ug/L". */
export function quantityText(quantity: Element | undefined): string | undefined {
  const value = numberAt(quantity, 'value');
  const unit = textAt(quantity, 'unit') ?? textAt(quantity, 'code');
  if (value === undefined) return undefined;
  // UCUM's 1 and its annotations in braces name no unit.
  const parts = [textAt(quantity, 'comparator'), String(value), /^(?:1$|\{)/.test(unit ?? '') ? undefined : unit];
  return parts.filter((part) => part !== undefined).join(' ');
}

function boundsIn(quantity: Element | undefined, unit: string): Bounds | UnusableQuantity {
  const recorded = numberAt(quantity, 'value');
  if (recorded === undefined) return { truth: 'unknown', doubt: 'no-value' };
  const conversion = conversionTo(unit, textAt(quantity, 'system'), textAt(quantity, 'code'));
  if (conversion === undefined) return { truth: 'unknown', doubt: 'unit' };
  const [factor, added = 0] = conversion;
  return boundsOf(exact(recorded * factor + added), quantity?.comparator) ?? { truth: 'unknown', doubt: 'comparator' };
}

function conversionTo(unit: string, system: string | undefined, code: string | undefined) {
  if (system !== UCUM || code === undefined) return undefined;
  if (code === unit) return [1] as const;
  const known = Object.hasOwn(VOUCHED, unit) ? VOUCHED[unit] : undefined;
  return known && Object.hasOwn(known, code) ? known[code] : undefined;
}

/** Conversion leaves a trace in the last binary digits (100.4 °F is 38 °C); nothing is measured at nine decimals. */
function exact(value: number): number {
  return Math.round(value * 1e9) / 1e9;
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
