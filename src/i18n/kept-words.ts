import type { Language } from './language.ts';

/** Words about answers that were kept while the app was away. */
export interface KeptWords {
  /** @param time by the clock, e.g. `12.41` */
  readonly kept: (time: string) => string;
  /** Of answers that stand on the order. @param moment e.g. `28. november 2026 kl. 12.41` */
  readonly onOrder: (moment: string) => string;
  readonly startOver: string;
  readonly signInAgain: string;
  /** Where access has expired and no order is on the page. */
  readonly thereAfterwards: string;
  /** In place of what is said where nothing can be kept. */
  readonly expired: { readonly text: string; readonly next: string };
}

export const keptWords: Readonly<Record<Language, KeptWords>> = {
  da: {
    kept: (time) => `Dine svar fra kl. ${time} er bevaret.`,
    onOrder: (moment) => `Svarene på henvisningen fra ${moment} er brugt.`,
    startOver: 'Start forfra',
    signInAgain: 'Log ind igen',
    thereAfterwards: 'Dine svar er bevaret og står der igen bagefter.',
    expired: {
      text: 'Henvisningen er uændret. Dine svar og dine ord er bevaret i to timer.',
      next: 'Log ind igen, eller åbn Indikation fra henvisningen igen.',
    },
  },
  en: {
    kept: (time) => `Your answers from ${time} have been kept.`,
    onOrder: (moment) => `The answers on the order from ${moment} are used.`,
    startOver: 'Start over',
    signInAgain: 'Sign in again',
    thereAfterwards: 'Your answers have been kept and will be there again afterwards.',
    expired: {
      text: 'The order is unchanged. Your answers and your words are kept for two hours.',
      next: 'Sign in again, or open Indikation from the order again.',
    },
  },
};

const CLOCKS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  da: new Intl.DateTimeFormat('da-DK', { timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }),
};

/** The time of day by the clock of whoever reads it: `12.41` in Danish, `12:41` in English. */
export function formatTime(at: number, language: Language): string {
  return CLOCKS[language].format(at);
}
