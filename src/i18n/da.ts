import type { StillOpen } from '../core/decision/still-open.ts';
import type { AbsentReason } from '../core/facts/fact.ts';
import type { Urgency, Verdict } from '../core/schema/rating.ts';
import type { GapReason } from '../fhir/context.ts';

/** A vocabulary unit after its number. */
const unit: Record<'year' | 'week' | 'hour' | 'minute' | 'point' | 'count', (n: number) => string> = {
  year: () => 'år',
  week: (n) => (n === 1 ? 'uge' : 'uger'),
  hour: (n) => (n === 1 ? 'time' : 'timer'),
  minute: (n) => (n === 1 ? 'minut' : 'minutter'),
  point: () => 'point',
  count: () => '',
};

/** The app's own words in Danish. `Words` is the type of this object, so a word missing in English does not compile. */
export const da = {
  app: 'Indikation',
  tagline: 'Beslutningsstøtte til billeddiagnostik',
  yourDecision: 'Beslutningen er klinikerens.',
  notApproved: 'Ikke klinisk godkendt',
  approvedBy: (by: string, date: string) => `Godkendt af ${by}, ${date}`,
  version: (version: string) => `version ${version}`,
  changedLocally: 'ændret lokalt',
  readGuideline: 'Læs retningslinjen',
  yes: 'Ja',
  no: 'Nej',
  verdict: {
    appropriate: 'Indiceret',
    'may-be-appropriate': 'Kan overvejes',
    'not-appropriate': 'Anbefales ikke',
    'no-standard': 'Ingen faglig standard',
    'no-criteria-apply': 'Ikke omfattet',
    undetermined: 'Mangler oplysninger',
  } satisfies Record<Verdict, string>,
  /** In an emergency green must not read as "send it", nor as a choice between several that are rated alike. */
  arrangedByTelephone: (several: boolean) => `Aftales telefonisk${several ? ', også valget af undersøgelse' : ''}.`,
  accordingTo: (title: string) => `efter: ${title}`,
  /** Why there is a verdict though something is open: each of these can still be the answer, and all agree. */
  sameVerdict: (titles: string) => `Samme vurdering ved: ${titles}.`,
  sameVerdictForAll: 'Alle mulige svar giver samme vurdering.',
  /** The limit of the tool is no advice. */
  notCovered: 'Retningslinjerne her dækker ikke tilfældet. Det siger intet for eller imod undersøgelsen.',
  urgency: {
    emergency: 'Akut',
    'same-day': 'Samme dag',
    'within-a-week': 'Inden for en uge',
    elective: 'Ikke hastende',
  } satisfies Record<Urgency, string>,
  telephone: {
    emergency: {
      title: 'Ring nu',
      text: 'Det er akut. En elektronisk henvisning er den forkerte vej.',
    },
    'same-day': {
      title: 'Skal afklares i dag',
      text: 'Ring, hvis andre skal ind over. En elektronisk henvisning alene er for langsom.',
    },
  },
  orderSaysRoutine: 'Selve henvisningen står som elektiv. Ret hastegraden, hvis den bruges.',
  otherQuestionsCanWait: 'De øvrige spørgsmål kan vente.',
  whatToDo: 'Gør sådan',
  noGuidance: 'Ingen af retningslinjerne her dækker denne undersøgelse ved denne indikation.',
  unknownOrder: 'Retningslinjerne her taler ikke om undersøgelsen.',
  noGuidanceAvailable: 'Ingen vejledning: en retningslinje er ude af drift.',
  outOfService: (name: string) =>
    `Ude af drift: ${name}. Den indgår ikke i vurderingen. Sig det til den ansvarlige for retningslinjerne.`,
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
  unit,
  value: { yes: 'ja', no: 'nej', unknown: 'ukendt' },
  absent: {
    unknown: 'ikke fundet i journalen',
    'not-asked': 'ikke oplyst',
    'asked-unknown': 'vides ikke',
    error: 'ikke læst',
    unsupported: 'står i journalen, men kan ikke bruges',
  } satisfies Record<AbsentReason, string>,
  verification: {
    unconfirmed: 'ubekræftet',
    provisional: 'tentativ',
    differential: 'differentialdiagnose',
  },
  couldNotBeFetched: (what: string) => `${what} kunne ikke hentes`,
  resource: {
    Patient: 'stamoplysninger',
    Condition: 'diagnoser',
    Observation: 'målinger og prøvesvar',
    MedicationRequest: 'medicin',
    MedicationStatement: 'medicin',
    MedicationDispense: 'medicin',
    Procedure: 'operationer og procedurer',
    ImagingStudy: 'tidligere billedundersøgelser',
    DiagnosticReport: 'beskrivelser',
    ServiceRequest: 'henvisninger',
  },
  question: {
    heading: 'Spørgsmål',
    left: (n: number) => `${n} spørgsmål kan ændre vurderingen`,
    /** What an answer can change of a verdict that is there already. */
    stillOpen: {
      verdict: 'Svaret kan stadig ændre vurderingen.',
      urgency: 'Svaret kan ændre, hvor meget det haster.',
      steps: 'Svaret kan ændre, hvad der skal gøres.',
      grounds: 'Svaret ændrer kun begrundelsen.',
    } satisfies Record<StillOpen, string>,
    howToAnswer: 'Tryk på det, der gælder, så på knappen.',
    noneOfThese: 'Ingen af disse',
    noneOfTheOthers: 'Ingen af de øvrige',
    sets: (label: string, value: string) => `Knappen sætter »${label}« til »${value}«.`,
    dontKnow: 'Ved ikke',
    dontKnowSaid: 'Forbliver ukendt.',
    dontKnowAbout: (question: string) => `Ved ikke: ${question}`,
    undoLast: 'Fortryd seneste svar',
    number: 'Tal',
    otherNumber: 'Andet tal',
    useNumber: 'Angiv',
    numberBetween: (min: string, max: string) => `Fra ${min} til ${max}.`,
    fromTheRecord: 'I journalen',
    answerYourself: 'Svar selv.',
    leftUnknown: (labels: string) => `Vurderingen afhænger af noget ukendt: ${labels}.`,
  },
  why: {
    show: 'Vis begrundelse',
    opensElsewhere: 'åbner i nyt vindue',
  },
  stage: {
    launching: 'Åbner …',
    reading: 'Læser journalen …',
    readingProgress: (done: number, of: number) => `${done} af ${of} læst`,
    working: 'Vurderer …',
  },
  loading: 'Henter …',
  notLoaded: 'Resten af siden kunne ikke hentes. Vejledningen gælder.',
  patient: {
    heading: 'Patient',
    born: (date: string) => `født ${date}`,
    cpr: 'CPR',
    protected: 'navne- og adressebeskyttet',
    unnamed: 'Uden navn',
  },
  retry: 'Prøv igen',
  notFetched: {
    title: 'Ingen forbindelse',
    text: 'Siden kunne ikke hentes helt. Prøv igen, eller åbn Indikation fra journalsystemet igen.',
  },
  announceSaved: 'Skrevet på henvisningen',
};

/** Every word of the app in one language. */
export type Words = typeof da;
