import { daStage } from './da-stage.ts';
import { enStage } from './en-stage.ts';
import type { Language } from './language.ts';

/** Words of every stage but guidance. They are fetched with the views that say them, in both languages. */
export const stageWords: Readonly<Record<Language, typeof daStage>> = { da: daStage, en: enStage };
