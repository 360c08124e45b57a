import type { Language } from './language.ts';

/** A moment by the clock and calendar of whoever reads it: `28. november 2026 kl. 09.05`. */
export function formatMoment(at: string, language: Language): string {
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));
}
