import { daDecision } from './da-decision.ts';
import { enDecision } from './en-decision.ts';
import type { Language } from './language.ts';

/** Words of deciding and writing. They are fetched with the views that say them, in both languages. */
export const decisionWords: Readonly<Record<Language, typeof daDecision>> = { da: daDecision, en: enDecision };
