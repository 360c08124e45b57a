import type { LaunchFailureCode } from '../smart/port.ts';
import type { FailureWords } from './failure-words.ts';

/** Words of every stage but guidance, in Danish: what goes wrong, each with a next step, and choosing what to assess. */
export const daStage = {
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
  wrongPatient: {
    title: 'Ikke den samme patient',
    text: 'Patienten i journalsystemet og patienten på henvisningen er ikke den samme. Derfor vises intet.',
    next: 'Luk panelet, åbn den rigtige patient, og åbn Indikation derfra igen.',
  },
  noOrder: {
    title: 'Der er ingen kladde at vurdere',
    text: 'Patienten har ingen henvisning til billeddiagnostik, der er under udarbejdelse.',
    next: 'Opret en kladde i journalsystemet, og søg igen.',
    again: 'Søg igen',
    forPatient: 'Vurdér en indikation for patienten',
  },
  severalOrders: {
    title: 'Hvilken henvisning?',
    text: 'Patienten har flere kladder. Vælg den, du er ved at skrive.',
    unnamed: 'Undersøgelse uden navn',
    written: (date: string) => `oprettet ${date}`,
  },
};
