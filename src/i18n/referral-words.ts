import type { Language } from './language.ts';

/** Words around the referral text; the text itself is Danish always. */
export interface ReferralWords {
  readonly about: string;
  readonly callFirst: string;
  readonly notRecommended: string;
  readonly problem: string;
  readonly question: string;
  readonly consequence: string;
  readonly optional: string;
  readonly text: string;
  missing(parts: string): string;
  readonly missingQuestion: string;
  readonly missingConsequence: string;
  count(length: string, most: string): string;
  tooLong(by: string, most: string): string;
}

const da: ReferralWords = {
  about: 'Til at kopiere ind i henvisningen. Teksten nævner hverken navn eller CPR-nummer. Ret frit.',
  callFirst: 'Det kan ikke vente på en henvisning: ring først. Brug teksten, når det er aftalt telefonisk.',
  notRecommended: 'Undersøgelsen anbefales ikke. Teksten er til, hvis du beholder den, med din årsag.',
  problem: 'Problemstilling',
  question: 'Hvad skal undersøgelsen svare på?',
  consequence: 'Hvad ændrer svaret for patienten?',
  optional: 'kan udelades',
  text: 'Hele teksten',
  missing: (parts) => `Mangler: ${parts}.`,
  missingQuestion: 'hvad der spørges om',
  missingConsequence: 'hvad svaret skal bruges til',
  count: (length, most) => `${length} af højst ${most} tegn`,
  tooLong: (by, most) => `${by} tegn for meget: mange afdelinger tager kun ${most}. Forkort, før du kopierer.`,
};

const en: ReferralWords = {
  about: 'For copying into the referral, in Danish. It names nobody and holds no CPR number. Edit freely.',
  callFirst: 'This cannot wait for a referral: telephone first. Use the text once it has been agreed by telephone.',
  notRecommended: 'The examination is not recommended. The text is for when you keep it, with your reason.',
  problem: 'The problem',
  question: 'What should the examination answer?',
  consequence: 'What will the answer change for the patient?',
  optional: 'may be left out',
  text: 'The whole text',
  missing: (parts) => `Missing: ${parts}.`,
  missingQuestion: 'what is asked',
  missingConsequence: 'what the answer is for',
  count: (length, most) => `${length} of at most ${most} characters`,
  tooLong: (by, most) =>
    `${by} characters too many: many departments take no more than ${most}. Shorten before you copy.`,
};

export const referralWords: Readonly<Record<Language, ReferralWords>> = { da, en };
