import type { Language } from './language.ts';

/** A tool beside the guidance. */
export type SupplementId = 'referral' | 'patient' | 'contact';

/** What each tool is called. */
export const supplementWords: Readonly<Record<Language, Readonly<Record<SupplementId, string>>>> = {
  da: {
    referral: 'Henvisningstekst',
    patient: 'Patientinformation',
    contact: 'I tvivl? Ring til afdelingen',
  },
  en: {
    referral: 'Referral text',
    patient: 'Patient information',
    contact: 'In doubt? Call the department',
  },
};
