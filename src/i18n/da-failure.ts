import type { SaveOutcome } from '../smart/port.ts';
import type { FailureWords } from './failure-words.ts';

/** What can go wrong when a decision is written, in Danish; each with a next step. */
export const daFailure = {
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
};
