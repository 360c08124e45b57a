import type { Language } from './language.ts';

/** Words of a composed text that was edited by hand. */
export interface EditWords {
  readonly outdated: string;
  readonly useNew: string;
}

export const editWords: Readonly<Record<Language, EditWords>> = {
  da: {
    outdated: 'Oplysningerne er ændret, siden du rettede i teksten. Dine rettelser står her stadig.',
    useNew: 'Brug den nye tekst i stedet',
  },
  en: {
    outdated: 'The facts have changed since you edited the text. Your edits are still here.',
    useNew: 'Use the new text instead',
  },
};
