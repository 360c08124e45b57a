import type { OrderDefinition } from '../core/schema/vocabulary.ts';
import type { Language } from './language.ts';
import { formatNumber } from './notation.ts';
import { whyWords } from './why-words.ts';

type Dose = NonNullable<OrderDefinition['dose']>;

/** Background radiation in Denmark, mSv a year (clinical/README.md, "Orders"). */
const BACKGROUND = 3;
/** Where one band of effective dose ends and the next begins, mSv: the steps of ACR's relative radiation levels. */
const BANDS = [0.1, 1, 10];

/** How many of the bands a dose reaches into: 0 without radiation, 4 at 10 mSv and more. The upper end of a range counts. */
export function radiationBand({ mSv, to = mSv }: Dose): number {
  return to === 0 ? 0 : 1 + BANDS.filter((limit) => to >= limit).length;
}

/** How many bands there are. */
export const RADIATION_BANDS = BANDS.length + 1;

/**
 * A dose in words: `ca. 6 mSv, som 2 års baggrundsstråling`, `ca. 1–2 mSv, som 4–8 måneders baggrundsstråling`. Where no
 * source gives one, that is said.
 */
export function radiationWords(dose: Dose | undefined, language: Language): string {
  const words = whyWords[language].radiation;
  if (!dose) return words.unknown;
  const { mSv, to, unverified } = dose;
  if (mSv === 0 && to === undefined) return words.none;
  const range = words.dose(formatNumber(mSv, language), to === undefined ? null : formatNumber(to, language));
  const mark = unverified ? ` (${words.unverified})` : '';
  return `${range}${mark}, ${words.background(timeWords(mSv, to, language))}`;
}

/** The time in which background radiation gives the same: days below a month, months below two years, else years. */
function timeWords(from: number, to: number | undefined, language: Language): string {
  const words = whyWords[language].radiation;
  const number = (value: number): string => formatNumber(Math.round(value), language);
  const months = (mSv: number): number => (mSv / BACKGROUND) * 12;
  const longest = months(to ?? from);
  if (longest < 1) return words.days(number((from / BACKGROUND) * 365));
  if (longest < 24) return words.months(number(months(from)), to === undefined ? null : number(longest));
  return words.years(formatNumber(Math.round(longest / 6) / 2, language));
}
