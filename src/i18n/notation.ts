import type { Language } from './language.ts';

const LOCALES: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };

/** Formatters are dear to make, and a server makes many texts. */
const NUMBERS: Partial<Record<Language, Intl.NumberFormat>> = {};
const DATES: Record<string, Intl.DateTimeFormat> = {};

/** A number as it is written in the language: `1.234,5` in Danish, `1,234.5` in English. */
export function formatNumber(value: number, language: Language): string {
  NUMBERS[language] ??= new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 6 });
  return NUMBERS[language].format(value);
}

/**
 * A FHIR date or dateTime at its own precision: `12. maj 2021`, `maj 2021`, `2021`. The day is the one that was
 * recorded, whatever the time zone here; what is no FHIR date is given back as it stands.
 */
export function formatDate(date: string, language: Language): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (!parts) return date;
  const [, year, month, day] = parts;
  if (year === undefined || month === undefined) return year ?? date;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, day === undefined ? 1 : Number(day)));
  if (Number.isNaN(at.getTime())) return date;
  const key = `${language} ${day === undefined}`;
  DATES[key] ??= new Intl.DateTimeFormat(LOCALES[language], {
    ...(day === undefined ? {} : { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return DATES[key].format(at);
}

/** Several words as one list: `a, b og c`. */
export function formatList(words: readonly string[], language: Language): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${language === 'da' ? 'og' : 'and'} ${words[words.length - 1]}`;
}

/** The sentence with a capital first letter and a full stop. */
export function asSentence(words: string): string {
  if (words === '') return '';
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

/** A measurement at the end of a record's words, its number as the language writes it: `Temperatur 38,4 °C`. */
export function formatMeasured(text: string, language: Language): string {
  return text.replace(/(?<=\s)\d+\.\d+(?= \S+$)/, (number) => formatNumber(Number(number), language));
}
