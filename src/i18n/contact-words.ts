import type { ConferReason } from '../core/decision/conferring.ts';
import type { Language } from './language.ts';

/** Words of conferring with who performs the examination. */
export interface ContactWords {
  readonly why: Readonly<Record<ConferReason, string>>;
  readonly department: Readonly<Record<'radiology' | 'nuclear-medicine', string>>;
  readonly acute: string;
  /** Where no number is known. */
  readonly switchboard: string;
  /** Where the site has no number for whom the recommendation says to call; a number may follow. */
  readonly notSetUp: (roles: string) => string;
  /** Before the name of who performs the examination. */
  readonly arrangeWith: string;
  /** Between those who can be called. */
  readonly or: string;
  readonly none: string;
  readonly wrong: string;
  /** Before the members of the site configuration that are wrong, where other numbers stand. */
  readonly faulty: string;
  readonly notFetched: string;
  /** The same in an emergency, where nobody waits for another try. */
  readonly noNumbers: string;
  readonly question: string;
  readonly about: string;
}

export const contactWords: Readonly<Record<Language, ContactWords>> = {
  da: {
    why: {
      urgent:
        'Det kan ikke vente på en henvisning. Anbefalingen siger, hvem der skal ringes til; her er de afdelinger, der udfører undersøgelsen.',
      'no-standard': 'Der er ingen faglig standard. Tal med den afdeling, der udfører undersøgelsen.',
      disagreement: 'Retningslinjer er uenige. Tal med den afdeling, der udfører undersøgelsen.',
      doubt: 'Er du i tvivl, så tal med den afdeling, der udfører undersøgelsen.',
      judgement: 'Det er et skøn. Den afdeling, der udfører undersøgelsen, kan hjælpe.',
    },
    department: { radiology: 'Radiologi', 'nuclear-medicine': 'Klinisk fysiologi og nuklearmedicin' },
    acute: 'Også akut',
    arrangeWith: 'Om undersøgelsen:',
    switchboard: 'Ring via omstillingen',
    notSetUp: (roles) => `Nummeret til ${roles} står ikke i opsætningen: ring via omstillingen`,
    or: 'eller',
    none: 'Ingen kontakt er angivet for dette sted. Ring via omstillingen, og bed it-support føje nummeret til opsætningen.',
    wrong: 'Kontakterne i stedets opsætning kan ikke læses. Ring via omstillingen, og giv it-support dette:',
    faulty: 'Stedets opsætning har en fejl. Giv it-support dette:',
    noNumbers: 'Stedets numre kunne ikke hentes. Ring via omstillingen.',
    notFetched: 'Kontakterne kunne ikke hentes. Ring via omstillingen, eller prøv igen.',
    question: 'Dit spørgsmål',
    about: 'Til at læse op i telefonen eller kopiere. Teksten nævner hverken navn eller CPR-nummer. Ret frit.',
  },
  en: {
    why: {
      urgent:
        'This cannot wait for a referral. The recommendation says whom to call; here are the departments that perform the examination.',
      'no-standard': 'There is no professional standard. Talk to the department that performs the examination.',
      disagreement: 'Guidelines disagree. Talk to the department that performs the examination.',
      doubt: 'When in doubt, talk to the department that performs the examination.',
      judgement: 'It is a matter of judgement. The department that performs the examination can help.',
    },
    department: { radiology: 'Radiology', 'nuclear-medicine': 'Clinical physiology and nuclear medicine' },
    arrangeWith: 'For the examination:',
    switchboard: 'Call the switchboard',
    notSetUp: (roles) => `No number for ${roles} is set up here: call the switchboard`,
    or: 'or',
    acute: 'Also in emergencies',
    none: 'No contact is given for this site. Call the switchboard, and ask IT support to add the number to the configuration.',
    wrong: 'The contacts in the site configuration cannot be read. Call the switchboard, and give IT support this:',
    faulty: 'The site configuration has an error. Give IT support this:',
    noNumbers: 'The numbers of this site could not be fetched. Call the switchboard.',
    notFetched: 'The contacts could not be fetched. Call the switchboard, or try again.',
    question: 'Your question',
    about:
      'For reading aloud on the telephone or copying, in Danish. It names nobody and holds no CPR number. Edit freely.',
  },
};
