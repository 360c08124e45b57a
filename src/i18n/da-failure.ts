import type { GapReason } from '../fhir/context.ts';
import type { LaunchFailureCode, SaveOutcome } from '../smart/port.ts';

/** One failure in words: what happened, and what to do now. */
export interface FailureWords {
  readonly title: string;
  readonly text: string;
  readonly next: string;
}

/** Everything that can go wrong, in Danish; each with a next step. */
export const daFailure = {
  failure: {
    'launched-without-parameters': {
      title: 'Åbnet uden for journalsystemet',
      text: 'Denne side skal åbnes fra journalsystemet med en patient og en henvisning.',
      next: 'Åbn Indikation fra journalsystemet, eller vurdér en indikation uden patient.',
    },
    'issuer-not-allowed': {
      title: 'Ukendt journalsystem',
      text: 'Siden blev åbnet fra et journalsystem, den ikke er sat op til. Der er ikke sendt noget.',
      next: 'Kontakt it-support, og oplys adressen herunder.',
    },
    'site-configuration-unreadable': {
      title: 'Opsætningen kan ikke læses',
      text: 'Stedets opsætning af Indikation mangler eller er forkert.',
      next: 'Kontakt it-support.',
    },
    'server-not-smart': {
      title: 'Journalsystemet svarer ikke som ventet',
      text: 'Journalsystemet tilbyder ikke den sikre åbning (SMART on FHIR med PKCE), der kræves.',
      next: 'Kontakt it-support.',
    },
    'authorization-refused': {
      title: 'Adgang afvist',
      text: 'Journalsystemet gav ikke adgang.',
      next: 'Åbn Indikation fra journalsystemet igen. Sker det igen, så kontakt it-support.',
    },
    'token-refused': {
      title: 'Adgangen kunne ikke gennemføres',
      text: 'Journalsystemet afviste den sidste del af åbningen. Ofte er den blot blevet for gammel.',
      next: 'Åbn Indikation fra journalsystemet igen.',
    },
    'no-patient': {
      title: 'Ingen patient valgt',
      text: 'Journalsystemet oplyste ikke, hvilken patient det drejer sig om.',
      next: 'Åbn patienten i journalsystemet, og åbn Indikation derfra.',
    },
    'session-lost': {
      title: 'Åbn igen fra journalsystemet',
      text: 'Siden er genindlæst eller åbnet for længe siden, så adgangen findes ikke længere. Intet fra en tidligere patient vises.',
      next: 'Åbn Indikation fra journalsystemet igen.',
    },
    offline: {
      title: 'Ingen forbindelse',
      text: 'Journalsystemet kunne ikke nås.',
      next: 'Kontrollér forbindelsen, og prøv igen.',
    },
    expired: {
      title: 'Adgangen er udløbet',
      text: 'Journalsystemet giver kun adgang i kort tid ad gangen.',
      next: 'Åbn Indikation fra journalsystemet igen.',
    },
    'order-unreadable': {
      title: 'Henvisningen kunne ikke læses',
      text: 'Kladden kunne ikke hentes fra journalsystemet.',
      next: 'Prøv igen. Sker det igen, så kontakt it-support.',
    },
    'patient-unreadable': {
      title: 'Patienten kunne ikke læses',
      text: 'Derfor kan det ikke kontrolleres, at henvisningen hører til den rigtige patient, og intet vises.',
      next: 'Prøv igen. Sker det igen, så kontakt it-support.',
    },
    'no-guidance': {
      title: 'Ingen vejledning',
      text: 'Vurderingen kunne ikke gennemføres på grund af en fejl i Indikation. Det siger intet om undersøgelsen.',
      next: 'Gå videre i journalsystemet som sædvanlig, og meld fejlen til it-support.',
    },
  } satisfies Record<LaunchFailureCode, FailureWords> & Record<string, FailureWords>,
  failureDetail: 'Til it-support',
  byHandLink: 'Vurdér en indikation uden patient',
  save: {
    conflict: {
      title: 'Henvisningen er ændret imens',
      text: 'En anden har ændret henvisningen, siden den blev læst. Den er læst igen. Dine svar og dine ord står her stadig.',
      next: 'Se, hvad der er ændret, og skriv igen, hvis det stadig passer.',
    },
    'conflict-unread': {
      title: 'Henvisningen er ændret imens',
      text: 'Henvisningen er ændret, siden den blev læst, og den kunne ikke læses igen. Dine svar og dine ord står her stadig.',
      next: 'Prøv igen om lidt.',
    },
    'other-order': {
      title: 'Henvisningen findes ikke længere som kladde',
      text: 'Den er sendt, annulleret eller erstattet, siden den blev læst. Der er ikke skrevet noget.',
      next: 'Kontrollér henvisningen i journalsystemet. Teksten herunder kan kopieres.',
    },
    refused: {
      title: 'Journalsystemet tillod ikke at skrive',
      text: 'Henvisningen er uændret. Dine svar og dine ord står her stadig.',
      next: 'Kopiér teksten ind i henvisningen, eller prøv igen.',
    },
    expired: {
      title: 'Adgangen er udløbet',
      text: 'Henvisningen er uændret. Dine svar og dine ord står her, så længe panelet er åbent.',
      next: 'Kopiér teksten, og åbn Indikation fra journalsystemet igen.',
    },
    offline: {
      title: 'Ingen forbindelse',
      text: 'Det er uvist, om henvisningen blev skrevet. Dine svar og dine ord står her stadig.',
      next: 'Prøv igen, når der er forbindelse. Der skrives ikke oven i en ændret henvisning.',
    },
    differs: {
      title: 'Henvisningen blev ikke gemt som vist',
      text: 'Journalsystemet har gemt noget andet end det, du godkendte.',
      next: 'Kontrollér henvisningen i journalsystemet, før du går videre.',
    },
    unverified: {
      title: 'Henvisningen kunne ikke læses tilbage',
      text: 'Journalsystemet tog imod ændringen, men det kunne ikke kontrolleres, hvad der står nu.',
      next: 'Kontrollér henvisningen i journalsystemet, før du går videre.',
    },
    failed: {
      title: 'Der kunne ikke skrives',
      text: 'Journalsystemet svarede med en fejl. Dine svar og dine ord står her stadig.',
      next: 'Prøv igen, eller kopiér teksten ind i henvisningen.',
    },
  } satisfies Record<Exclude<SaveOutcome['kind'], 'saved'>, FailureWords> & Record<string, FailureWords>,
  changedMeanwhile: 'Ændret imens',
  differsIn: (elements: string) => `Afviger: ${elements}`,
  element: {
    code: 'undersøgelse',
    reasonCode: 'indikation',
    reasonReference: 'indikation',
    note: 'bemærkning',
    supportingInfo: 'bilag',
    status: 'status',
    priority: 'prioritet',
  },
  nothingVisiblyChanged: 'Intet af det, der vises her, er anderledes.',
  gap: {
    heading: 'Kunne ikke læses',
    soAsked: 'Derfor spørges der.',
    partly: (what: string) => `Kun delvist læst: ${what}.`,
    line: (what: string) => `Kunne ikke læses: ${what}.`,
  },
  gapReason: {
    'not-granted': 'der er ikke givet adgang',
    refused: 'journalsystemet afviste',
    failed: 'fejl i journalsystemet',
    'timed-out': 'svarede ikke i tide',
    malformed: 'svaret kunne ikke forstås',
    'cut-off': 'kun en del blev hentet',
    offline: 'ingen forbindelse',
  } satisfies Record<GapReason, string>,
};
