import type { Language } from './language.ts';

/** Words of copying a text. */
export interface CopyWords {
  readonly copy: string;
  readonly copied: string;
  readonly failed: string;
}

export const copyWords: Readonly<Record<Language, CopyWords>> = {
  da: {
    copy: 'Kopiér teksten',
    copied: 'Kopieret.',
    failed: 'Teksten kunne ikke kopieres. Den er markeret: kopiér den selv.',
  },
  en: {
    copy: 'Copy the text',
    copied: 'Copied.',
    failed: 'The text could not be copied. It is selected: copy it yourself.',
  },
};
