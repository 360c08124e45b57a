/**
 * Elements that may hold a date to the month or the year alone (`2019-05`, `2019`). Elsewhere such a text could be
 * anything, and only whole dates are shifted.
 */
const partialDates =
  /^(.*Date|.*DateTime|date|start|end|issued|recorded|recordedDate|authoredOn|started|created|sent|time|dateAsserted|whenPrepared|whenHandedOver)$/;

const wholeDate = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}.*)?$/;
const partialDate = /^\d{4}(-\d{2})?$/;

/**
 * The same resource or Bundle with every FHIR date, dateTime and instant moved by whole days. Time of day and offset stay;
 * a month or a year moves with its middle. Nothing else changes: ids, references, texts with dates inside them.
 * @param days may be negative
 */
export function shiftDates<Shape>(value: Shape, days: number): Shape;
export function shiftDates(value: unknown, days: number): unknown {
  return shift(value, days, '');
}

function shift(value: unknown, days: number, name: string): unknown {
  if (Array.isArray(value)) return value.map((member) => shift(member, days, name));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shift(member, days, key)]));
  }
  return typeof value === 'string' ? shiftText(value, days, name) : value;
}

function shiftText(text: string, days: number, name: string): string {
  const [, date, time = ''] = wholeDate.exec(text) ?? [];
  if (date) return addDays(date, days) + time;
  if (!partialDate.test(text) || !partialDates.test(name)) return text;
  const middle = text.length === 4 ? `${text}-07-02` : `${text}-15`;
  return addDays(middle, days).slice(0, text.length);
}

function addDays(date: string, days: number): string {
  const milliseconds = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000;
  return Number.isNaN(milliseconds) ? date : new Date(milliseconds).toISOString().slice(0, 10);
}
