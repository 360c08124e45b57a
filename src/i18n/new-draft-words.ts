import type { CreateOutcome } from '../smart/port.ts';
import type { FailureWords } from './failure-words.ts';
import type { Language } from './language.ts';

/** Words of making a draft order from a check by hand. */
export interface NewDraftWords {
  readonly heading: string;
  readonly about: string;
  readonly emergency: string;
  readonly cannot: string;
  make(examination: string): string;
  makeAnyway(examination: string): string;
  readonly making: string;
  readonly made: string;
  readonly without: string;
  readonly failure: Readonly<Record<Exclude<CreateOutcome['kind'], 'created'>, FailureWords>>;
}

export const newDraftWords: Readonly<Record<Language, NewDraftWords>> = {
  da: {
    heading: 'Opret en kladde',
    about:
      'Kladden får undersøgelse og indikation. Den underskrives og sendes ikke. Det gør du selv i journalsystemet.',
    emergency: 'Det er akut: ring først. En elektronisk henvisning er den forkerte vej.',
    cannot:
      'Journalsystemet har ikke givet adgang til at oprette en kladde. Opret den selv, og kopiér henvisningsteksten ind.',
    make: (examination) => `Opret kladde: ${examination}`,
    makeAnyway: (examination) => `Opret kladde alligevel: ${examination}`,
    making: 'Opretter kladde …',
    made: 'Kladden er oprettet i journalsystemet. Vurderingen er endnu ikke skrevet på den.',
    without: 'Vælg en anden undersøgelse',
    failure: {
      refused: {
        title: 'Journalsystemet tillod ikke at oprette kladden',
        text: 'Intet er oprettet. Dine svar står her stadig.',
        next: 'Opret kladden selv i journalsystemet, og kopiér henvisningsteksten ind.',
      },
      expired: {
        title: 'Adgangen er udløbet',
        text: 'Intet er oprettet. Dine svar står her, så længe panelet er åbent.',
        next: 'Kopiér henvisningsteksten, og åbn Indikation fra journalsystemet igen.',
      },
      uncertain: {
        title: 'Det er uvist, om kladden blev oprettet',
        text: 'Journalsystemet svarede ikke, eller svarede uden at sige hvor kladden er.',
        next: 'Se efter i journalsystemet, før du prøver igen, så der ikke bliver to.',
      },
      differs: {
        title: 'Kladden blev ikke oprettet som ment',
        text: 'Journalsystemet har oprettet en kladde, men den er en anden end den, der blev bedt om.',
        next: 'Kontrollér kladden i journalsystemet, før du går videre.',
      },
      failed: {
        title: 'Kladden kunne ikke oprettes',
        text: 'Journalsystemet svarede med en fejl. Dine svar står her stadig.',
        next: 'Prøv igen, eller opret kladden selv i journalsystemet.',
      },
    },
  },
  en: {
    heading: 'Make a draft',
    about: 'The draft gets the examination and the reason. It is not signed or sent. You do that in the record system.',
    emergency: 'This is an emergency: telephone first. An electronic order is the wrong channel.',
    cannot:
      'The record system has not given leave to make a draft. Make it yourself, and copy the referral text into it.',
    make: (examination) => `Make a draft: ${examination}`,
    makeAnyway: (examination) => `Make a draft all the same: ${examination}`,
    making: 'Making the draft …',
    made: 'The draft has been made in the record system. The assessment is not written on it yet.',
    without: 'Choose another examination',
    failure: {
      refused: {
        title: 'The record system did not allow making the draft',
        text: 'Nothing has been made. Your answers are still here.',
        next: 'Make the draft yourself in the record system, and copy the referral text into it.',
      },
      expired: {
        title: 'The access has expired',
        text: 'Nothing has been made. Your answers are here as long as the panel is open.',
        next: 'Copy the referral text, and open Indikation from the record system again.',
      },
      uncertain: {
        title: 'It is uncertain whether the draft was made',
        text: 'The record system did not answer, or answered without saying where the draft is.',
        next: 'Look in the record system before you try again, so that there are not two.',
      },
      differs: {
        title: 'The draft was not made as meant',
        text: 'The record system has made a draft, but another one than was asked for.',
        next: 'Check the draft in the record system before you go on.',
      },
      failed: {
        title: 'The draft could not be made',
        text: 'The record system answered with an error. Your answers are still here.',
        next: 'Try again, or make the draft yourself in the record system.',
      },
    },
  },
};
