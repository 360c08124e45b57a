import type { Language } from './language.ts';

const DAY = 86_400_000;

/** Longest first: from how many days on it is counted in which unit, and how many days that unit has. */
const UNITS = [
  { unit: 'year', from: 730, days: 365.25 },
  { unit: 'month', from: 60, days: 30.4375 },
  { unit: 'week', from: 14, days: 7 },
  { unit: 'day', from: 0, days: 1 },
] as const;

/**
 * How long ago a recorded day was, or is to come, in whole units: `i går`, `for 6 uger siden`, `om 7 dage`. Empty where the
 * day itself was not recorded, and its month or year says all there is.
 * @param date a FHIR date or dateTime; its day is the one that was recorded
 * @param now ISO date-time; its day is the one here
 */
export function howLongAgo(date: string, now: string, language: Language): string {
  const day = Date.parse(/^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? '');
  const here = new Date(now);
  const days = Math.round((day - Date.UTC(here.getFullYear(), here.getMonth(), here.getDate())) / DAY);
  const counted = UNITS.find(({ from }) => Math.abs(days) >= from);
  if (counted === undefined) return '';
  const { unit, days: length } = counted;
  const words = new Intl.RelativeTimeFormat(language, { numeric: unit === 'day' ? 'auto' : 'always' });
  return words.format(Math.trunc(days / length), unit);
}
