import type { Language } from './language.ts';

/** Words of checking an indication by hand. */
export interface ByHandWords {
  readonly title: string;
  readonly text: string;
  /** With a patient in context. */
  readonly titleForPatient: string;
  readonly textForPatient: string;
  readonly drafts: string;
  readonly notHere: string;
  readonly brokenLink: string;
  readonly offline: string;
  /** The page was reloaded, or gone back to, in the middle of a check. */
  readonly cutOff: string;
  readonly noSaving: string;
  reason(named: string): string;
  readonly startAgain: string;
  readonly link: string;
  readonly linkAbout: string;
  readonly copyLink: string;
}

export const byHandWords: Readonly<Record<Language, ByHandWords>> = {
  da: {
    title: 'Vurdér en indikation',
    text: 'Uden patient. Intet gemmes, og intet sendes.',
    titleForPatient: 'Vurdér en indikation for patienten',
    textForPatient: 'Journalen læses for den undersøgelse, du vælger. Intet skrives, før du selv gør det.',
    drafts: 'Retningslinjerne er udkast.',
    notHere: 'Står indikationen ikke her, siger retningslinjerne endnu intet om den.',
    brokenLink: 'Linket fører til en undersøgelse eller indikation, som ikke findes her længere. Vælg selv.',
    offline: 'Ingen forbindelse. Siden bruger de retningslinjer, den sidst hentede.',
    cutOff: 'Siden er åbnet igen, og svarene i det tjek, der var begyndt, er væk: intet gemmes her.',
    noSaving:
      'Intet gemmes: genindlæses eller lukkes siden, er svarene væk. Skal vurderingen på en henvisning, så åbn Indikation fra journalsystemet.',
    reason: (named) => `Indikation: ${named}`,
    startAgain: 'Begynd forfra',
    link: 'Link til dette tjek',
    linkAbout: 'Det rummer undersøgelse og indikation, aldrig svar.',
    copyLink: 'Kopiér linket',
  },
  en: {
    title: 'Check an indication',
    text: 'Without a patient. Nothing is stored and nothing is sent.',
    titleForPatient: 'Check an indication for the patient',
    textForPatient: 'The record is read for the examination you choose. Nothing is written until you do so yourself.',
    drafts: 'The guidelines are drafts.',
    notHere: 'Where the reason is not listed, the guidelines do not speak about it yet.',
    brokenLink: 'The link leads to an examination or reason that is no longer here. Please choose.',
    offline: 'No connection. The page uses the guidelines that it fetched last.',
    cutOff: 'The page was opened again, and the answers of the check that had begun are gone: nothing is stored here.',
    noSaving:
      'Nothing is stored: if the page is reloaded or closed, the answers are gone. To write the assessment on an order, open Indikation from the record system.',
    reason: (named) => `Reason: ${named}`,
    startAgain: 'Start again',
    link: 'Link to this check',
    linkAbout: 'It holds the examination and the reason, never an answer.',
    copyLink: 'Copy the link',
  },
};
