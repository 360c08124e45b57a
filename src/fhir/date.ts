import type { Truth } from '../core/facts/truth.ts';
import type { Within } from '../core/schema/vocabulary.ts';
import { type Element, elementAt, hasAny, textAt } from './element.ts';

/** In milliseconds. */
export const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** No zone on earth is further from UTC than this, so a date without zone lies somewhere within the day and this on each side. */
const ZONE_MARGIN = 14 * HOUR;

/** The moment of asking: the instant, and the calendar and clock as they stand in its own zone. Milliseconds since 1970. */
export interface Moment {
  readonly instant: number;
  readonly wall: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Between which instants something happened, at the precision it was recorded with; infinite where a period is open.
 * A FHIR date or dateTime without zone is the whole day, month or year (or the minute) with 14 hours on each side: then no
 * zone can turn an answer, and an answer that a zone could turn is unknown.
 */
export interface InstantRange {
  readonly earliest: number;
  readonly latest: number;
  /** Start as calendar and clock of whoever wrote it, where no zone says which instant that is. */
  readonly wallStart?: number;
}

/** What a resource says about when, with the text to show. */
export interface RecordedTime {
  readonly range: InstantRange | null;
  readonly text?: string;
}

interface Parsed {
  readonly start: number;
  readonly end: number;
  readonly offset: number | null;
  readonly parts: readonly [number, number, number];
  readonly precision: 'year' | 'month' | 'day' | 'time';
}

const DATE_TIME = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** Reads `now`: ISO date-time; without zone it is taken as UTC. Throws on anything else, since the caller owns the clock. */
export function momentOf(now: string): Moment {
  const parsed = parse(now);
  if (parsed === null || parsed.precision !== 'time') throw new RangeError('now is an ISO date-time');
  const offset = parsed.offset ?? 0;
  const [year, month, day] = parsed.parts;
  return { instant: parsed.start - offset, wall: parsed.start, year, month, day };
}

/** A FHIR R4 date, dateTime or instant (datatypes.html#dateTime); null where it is none. */
export function dateRange(text: string | undefined): InstantRange | null {
  const parsed = text === undefined ? null : parse(text);
  if (parsed === null) return null;
  const { start, end, offset } = parsed;
  if (offset !== null) return { earliest: start - offset, latest: end - offset };
  return { earliest: start - ZONE_MARGIN, latest: end + ZONE_MARGIN, wallStart: start };
}

/** A FHIR Period: from its start to its end, open where one is missing; null where neither can be read. */
export function periodRange(period: Element | undefined): InstantRange | null {
  const start = dateRange(textAt(period, 'start'));
  const end = dateRange(textAt(period, 'end'));
  const unreadable = (start === null && hasAny(period, ['start'])) || (end === null && hasAny(period, ['end']));
  if (unreadable || (start === null && end === null)) return null;
  const earliest = start?.earliest ?? Number.NEGATIVE_INFINITY;
  const latest = end?.latest ?? Number.POSITIVE_INFINITY;
  if (earliest > latest) return null;
  return { earliest, latest, ...(start?.wallStart === undefined ? {} : { wallStart: start.wallStart }) };
}

/** A choice element such as `effective[x]`: its DateTime, Instant or Period. */
export function timeOf(resource: unknown, name: string): RecordedTime | undefined {
  const text = textAt(resource, `${name}DateTime`) ?? textAt(resource, `${name}Instant`);
  if (text !== undefined) return { range: dateRange(text), text };
  const period = elementAt(resource, `${name}Period`);
  if (period === undefined) return undefined;
  const shown = textAt(period, 'start') ?? textAt(period, 'end');
  return { range: periodRange(period), ...(shown === undefined ? {} : { text: shown }) };
}

/** A date or dateTime under that name. */
export function timeAt(resource: unknown, name: string): RecordedTime | undefined {
  const text = textAt(resource, name);
  return text === undefined ? undefined : { range: dateRange(text), text };
}

/**
 * Whether it happened within the period before now. What had begun by now's own calendar is not taken to lie in the
 * future, since it stands in the record; a date after now is not within the past.
 */
export function isWithin(range: InstantRange | null, period: Within, now: Moment): Truth {
  if (range === null) return 'unknown';
  const from = before(now, period);
  if (range.latest < from || range.earliest > now.instant) return 'false';
  const begun = range.wallStart === undefined ? range.earliest <= now.instant : range.wallStart <= now.wall;
  const latest = begun ? Math.min(range.latest, now.instant) : range.latest;
  return range.earliest >= from && latest <= now.instant ? 'true' : 'unknown';
}

/** Whether it lies at least that long before now. */
export function isAtLeastAgo(range: InstantRange | null, period: Within, now: Moment): Truth {
  if (range === null) return 'unknown';
  const limit = before(now, period);
  if (range.latest <= limit) return 'true';
  return range.earliest > limit ? 'false' : 'unknown';
}

/** Whether it is over by now: true only when its last possible instant is past. */
export function isPast(range: InstantRange | null, now: Moment): Truth {
  return isAtLeastAgo(range, {}, now);
}

/**
 * Age in whole years on now's calendar day; null where the date cannot be read, lies after now, or is too coarse:
 * a birth year alone gives an age only on a day when every possible birthday gives the same.
 */
export function ageAt(birthDate: string, now: Moment): number | null {
  const parsed = parse(birthDate);
  if (parsed === null || parsed.precision === 'time') return null;
  const [year, month, day] = parsed.parts;
  const first = yearsBetween([year, month, day], now);
  const lastMonth = parsed.precision === 'year' ? 12 : month;
  const last = yearsBetween([year, lastMonth, parsed.precision === 'day' ? day : daysIn(year, lastMonth)], now);
  return first === last && last >= 0 ? last : null;
}

/** Whole weeks from the start of the range to now, at least. */
export function wholeWeeksSince(range: InstantRange, now: Moment): number {
  return Math.max(0, Math.floor((now.instant - range.latest) / (7 * DAY)));
}

function yearsBetween([year, month, day]: readonly [number, number, number], now: Moment): number {
  const hadBirthday = now.month > month || (now.month === month && now.day >= day);
  return now.year - year - (hadBirthday ? 0 : 1);
}

/** The instant that lies the period before now: months by the calendar (31 March less a month is the last of February), days of 24 hours. */
function before(now: Moment, { months = 0, days = 0, hours = 0 }: Within): number {
  const target = now.month - 1 - months;
  const year = now.year + Math.floor(target / 12);
  const month = target - 12 * Math.floor(target / 12) + 1;
  const shifted = Date.UTC(year, month - 1, Math.min(now.day, daysIn(year, month)));
  const monthsLong = Date.UTC(now.year, now.month - 1, now.day) - shifted;
  return now.instant - monthsLong - days * DAY - hours * HOUR;
}

function daysIn(year: number, month: number): number {
  return Math.round((Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / DAY);
}

/** Start and end as if the text stood in UTC; null where it is not a date of the calendar. Years before 100 are no record's. */
function parse(text: string): Parsed | null {
  const [, y, mo, d, h, mi, s, fraction, zone] = DATE_TIME.exec(text) ?? [];
  if (y === undefined) return null;
  const [year, month, day] = [Number(y), Number(mo ?? 1), Number(d ?? 1)];
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const parts = [year, month, day] as const;
  const start = Date.UTC(year, month - 1, day);
  const dated = { offset: null, parts };
  if (mo === undefined) return { ...dated, start, end: Date.UTC(year + 1, 0, 1) - 1, precision: 'year' };
  if (d === undefined) return { ...dated, start, end: Date.UTC(year, month, 1) - 1, precision: 'month' };
  if (h === undefined) return { ...dated, start, end: start + DAY - 1, precision: 'day' };
  const [hour, minute, second] = [Number(h), Number(mi), Number(s ?? 0)];
  const offset = zone === undefined ? null : offsetOf(zone);
  if (hour > 23 || minute > 59 || second > 60 || Number.isNaN(offset)) return null;
  const milliseconds = fraction === undefined ? 0 : Math.floor(Number(`0${fraction}`) * 1000);
  const at = start + hour * HOUR + minute * 60_000 + second * 1000 + milliseconds;
  const length = s === undefined ? 60_000 : fraction === undefined ? 1000 : 1;
  return { start: at, end: at + length - 1, offset, parts, precision: 'time' };
}

/** Milliseconds a zone lies ahead of UTC; not a number where no zone does. */
function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
  if (hours > 14 || minutes > 59) return Number.NaN;
  return (zone.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * 60_000);
}
