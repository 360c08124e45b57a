import type { Text } from './text.ts';

/**
 * What a text of a fixed form looks like, in a sentence without its full stop. The schemas give the English as their
 * message, and findings find the Danish by it.
 */
export const TEXT_FORMS = {
  id: {
    da: 'et id er små bogstaver i engelske ord med bindestreg imellem, fx "known-cancer"',
    en: 'an id is lower-case words joined by hyphens, e.g. "known-cancer"',
  },
  version: {
    da: 'en version er tre tal: major.minor.patch, fx "1.2.0"',
    en: 'a version is major.minor.patch, e.g. "1.2.0"',
  },
  date: {
    da: 'en dato skrives år-måned-dag, fx "2026-11-01"',
    en: 'a date is written year-month-day, e.g. "2026-11-01"',
  },
  'date-time': {
    da: 'et tidspunkt skrives med dato og klokkeslæt, fx "2026-11-01T09:00:00+01:00"',
    en: 'a time is written with date and clock, e.g. "2026-11-01T09:00:00+01:00"',
  },
  url: {
    da: 'en adresse begynder med https://',
    en: 'an address begins with https://',
  },
} as const satisfies Readonly<Record<string, Text>>;
