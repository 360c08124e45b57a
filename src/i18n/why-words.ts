import { daWhy } from './da-why.ts';
import { enWhy } from './en-why.ts';
import type { Language } from './language.ts';

/** Words that are fetched after the first ones. */
export type LaterWords = typeof daWhy;

/** Words of what is read beside the guidance. They are fetched with the views that say them, in both languages. */
export const whyWords: Readonly<Record<Language, LaterWords>> = { da: daWhy, en: enWhy };
