import type { Within } from '../core/schema/vocabulary.ts';
import type { HistoryType, ImagingState } from '../fhir/imaging/state.ts';
import type { ReasonLack } from '../fhir/imaging/unspecific-reason.ts';
import type { Language } from './language.ts';

/** Words of what is said beside the guidelines: earlier imaging, the reason, safety prompts. Fetched after guidance. */
export interface ImagingWords {
  readonly heading: string;
  readonly reading: string;
  readonly unavailable: string;
  /** The line under the verdict. */
  readonly line: {
    readonly reading: string;
    readonly nothing: string;
    readonly partly: string;
    /** `when` is empty where no date is known. */
    mayAnswer(when: string, what: string): string;
    /** Leads to all examinations. */
    readonly all: string;
    more(n: number): string;
  };
  /** The headline of a finding; `when` is empty where no date is known. */
  readonly same: Readonly<Record<ImagingState, (when: string) => string>>;
  readonly overlapping: Readonly<Record<ImagingState, (when: string) => string>>;
  /** What links it to the draft. */
  linkSame(examination: string): string;
  linkRegions(regions: string): string;
  linkCode: string;
  window(period: string): string;
  readonly period: Readonly<Record<keyof Within, (n: number) => string>>;
  readonly notABlock: string;
  readonly perhaps: string;
  reRead(code: string): string;
  readonly askReRead: string;
  reReadNote(code: string, what: string): string;
  readonly nothing: string;
  readonly elsewhere: string;
  readonly timeLine: (n: number) => string;
  readonly relation: Readonly<Record<'same-examination' | 'overlapping-region' | 'same-region' | 'unclear', string>>;
  readonly state: Readonly<Record<ImagingState, string>>;
  readonly undated: string;
  readonly place: string;
  readonly orderedBy: string;
  readonly notStated: string;
  /** The resources that tell of an examination, and what each is. */
  standsAs(n: number): string;
  readonly kind: Readonly<Record<HistoryType, string>>;
  readonly isPrivate: string;
  readonly report: string;
  readonly preliminaryReport: string;
  readonly searched: string;
  readonly searchedIn: (what: string, n: number) => string;
  readonly notSearched: (what: string) => string;
  readonly source: Readonly<Record<string, string>>;
  readonly plannedByTeam: string;
  readonly markPlanned: string;
  readonly unmarkPlanned: string;
  readonly plannedNote: string;
  readonly reason: {
    readonly heading: string;
    readonly lack: Readonly<Record<ReasonLack, string>>;
    readonly problems: string;
    readonly list: string;
    readonly unread: string;
    readonly kept: string;
    chosen(words: string): string;
    readonly undo: string;
  };
  readonly safety: {
    readonly heading: string;
    readonly inTheRecord: string;
    unread(what: string): string;
    readonly askForImplants: string;
    readonly source: string;
    readonly asked: string;
    readonly answers: Readonly<Record<'no' | 'yes' | 'open', string>>;
    readonly notes: Readonly<Record<'no' | 'yes' | 'open', string>>;
    /** One line each for the decision, the note and the receipt. `what` the record says is empty where it says nothing. */
    readonly inShort: {
      /** Where it could not be read whether the record names any. */
      readonly implantUnread: string;
      implant(what: string): string;
      kidneyFunction(what: string): string;
      metformin(what: string): string;
    };
    recordSays(what: string): string;
    /** Where nothing of it could be had. */
    readonly notChecked: string;
  };
}

const da: ImagingWords = {
  heading: 'Tidligere og bestilt billeddiagnostik',
  reading: 'Tidligere og bestilt billeddiagnostik læses …',
  unavailable: 'Tidligere billeddiagnostik kan ikke vises. Se efter i journalen.',
  line: {
    reading: 'Ser efter tidligere undersøgelser …',
    nothing: 'Ingen tilsvarende undersøgelse fundet i journalen.',
    partly: 'Tidligere undersøgelser kunne ikke læses helt.',
    mayAnswer: (when, what) => `Kan måske besvares af undersøgelse${when && ` ${when}`}${what && `: ${what}`}`,
    all: 'Se alt om tidligere billeddiagnostik',
    more: (n) => `(og ${n} mere)`,
  },
  same: {
    done: (when) => (when ? `Samme undersøgelse er udført ${when}` : 'Samme undersøgelse er udført'),
    booked: (when) => (when ? `Samme undersøgelse er booket til ${when}` : 'Samme undersøgelse er booket'),
    ordered: (when) => (when ? `Samme undersøgelse er bestilt ${when}` : 'Samme undersøgelse er bestilt'),
  },
  overlapping: {
    done: (when) => `Kan måske besvares af en undersøgelse, der er udført${when && ` ${when}`}`,
    booked: (when) => `Kan måske besvares af en undersøgelse, der er booket${when && ` til ${when}`}`,
    ordered: (when) => `Kan måske besvares af en undersøgelse, der er bestilt${when && ` ${when}`}`,
  },
  linkSame: (examination) => `Begge er ${examination}.`,
  linkRegions: (regions) => `Begge omfatter ${regions}.`,
  linkCode: 'Begge har samme kode.',
  window: (period) => `Vises inden for ${period}.`,
  period: {
    hours: (n) => (n === 1 ? '1 time' : `${n} timer`),
    days: (n) => (n === 1 ? '1 dag' : `${n} dage`),
    months: (n) => (n % 12 === 0 && n > 12 ? `${n / 12} år` : n === 1 ? '1 måned' : `${n} måneder`),
  },
  notABlock: 'Du afgør, om der stadig er brug for undersøgelsen.',
  perhaps: 'Måske',
  reRead: (code) => `Billederne er taget privat. De kan vurderes (${code}) i stedet for at tages igen.`,
  askReRead: 'Skift til vurdering af billederne',
  reReadNote: (code, what) => `Ønskes: vurdering af fremmed billedmateriale (${code}): ${what}.`,
  nothing: 'Ingen tilsvarende undersøgelse fundet.',
  elsewhere: 'Undersøgelser udført andre steder, fx privat, ses ikke altid her. Spørg patienten.',
  timeLine: (n) => (n === 1 ? '1 undersøgelse af samme område' : `${n} undersøgelser af samme område`),
  relation: {
    'same-examination': 'samme undersøgelse',
    'overlapping-region': 'samme område, kan måske svare',
    'same-region': 'samme område',
    unclear: 'området fremgår ikke',
  },
  state: { done: 'udført', booked: 'booket', ordered: 'bestilt' },
  undated: 'uden dato',
  place: 'Sted',
  orderedBy: 'Bestilt af',
  notStated: 'fremgår ikke',
  standsAs: (n) => (n === 1 ? 'Står i journalen som 1 post' : `Står i journalen som ${n} poster`),
  kind: {
    ImagingStudy: 'Billedundersøgelse',
    DiagnosticReport: 'Beskrivelse',
    Procedure: 'Udført procedure',
    ServiceRequest: 'Henvisning',
    Appointment: 'Aftale',
  },
  isPrivate: 'privat',
  report: 'Beskrivelse',
  preliminaryReport: 'Foreløbig beskrivelse',
  searched: 'Hvor der er søgt',
  searchedIn: (what, n) => `${what}: ${n}`,
  notSearched: (what) => `Kunne ikke læses: ${what}. Der kan være undersøgelser, som ikke ses her.`,
  source: {
    ImagingStudy: 'billedundersøgelser',
    DiagnosticReport: 'beskrivelser',
    Procedure: 'procedurer',
    ServiceRequest: 'henvisninger',
    Appointment: 'aftaler',
    Condition: 'diagnoser',
    Device: 'implantater og udstyr',
    Observation: 'prøvesvar',
    MedicationRequest: 'medicin',
    MedicationStatement: 'medicin',
  },
  plannedByTeam: 'Henvisningen er planlagt på MDT-konference. Tidligere undersøgelser giver derfor ingen påmindelse.',
  markPlanned: 'Markér som planlagt på MDT-konference',
  unmarkPlanned: 'Fjern markeringen »planlagt på MDT-konference«',
  plannedNote: 'Planlagt på MDT-konference.',
  reason: {
    heading: 'Indikation på henvisningen',
    lack: {
      none: 'Henvisningen har ingen indikation.',
      'text-only': 'Indikationen står kun som tekst, uden kode.',
      unspecific: 'Koden på henvisningen siger ikke noget om indikationen.',
    },
    problems: 'Fra patientens aktive problemer',
    list: 'Andre indikationer for undersøgelsen',
    unread: 'Patientens problemer kunne ikke læses, så her kan mangle nogle.',
    kept: 'Den gamle bliver stående.',
    chosen: (words) => `Skrives på henvisningen med beslutningen: ${words}.`,
    undo: 'Fortryd',
  },
  safety: {
    heading: 'Husk før undersøgelsen',
    inTheRecord: 'I journalen',
    unread: (what) => `Kunne ikke læses: ${what}.`,
    askForImplants: 'Spørg patienten om pacemaker og andre implantater før MR.',
    source: 'Kilde',
    asked: 'Kan patienten være gravid?',
    answers: { no: 'Nej', yes: 'Ja, eller måske', open: 'Ikke afklaret' },
    notes: {
      no: 'Graviditet: afkræftet af henviser.',
      yes: 'Graviditet: mulig ifølge henviser.',
      open: 'Graviditet: ikke afklaret.',
    },
    inShort: {
      implantUnread: 'MR-sikkerhed ikke afklaret: implantater kunne ikke læses i journalen.',
      implant: (what) => `MR-sikkerhed ikke afklaret: journalen nævner ${what}.`,
      kidneyFunction: (what) => `Med kontrast: nyrefunktion ikke afklaret${what}.`,
      metformin: (what) => `Med kontrast: metformin ikke afklaret${what}.`,
    },
    recordSays: (what) => ` (journalen nævner ${what})`,
    notChecked: 'Implantater, graviditet og tidligere billeddiagnostik er ikke kontrolleret.',
  },
};

const en: ImagingWords = {
  heading: 'Earlier and ordered imaging',
  reading: 'Reading earlier and ordered imaging …',
  unavailable: 'Earlier imaging cannot be shown. Look in the record.',
  line: {
    reading: 'Looking for earlier examinations …',
    nothing: 'No such examination found in the record.',
    partly: 'Earlier examinations could not be read in full.',
    mayAnswer: (when, what) => `May be answered by an examination${when && `, ${when}`}${what && `: ${what}`}`,
    all: 'See all about earlier imaging',
    more: (n) => `(and ${n} more)`,
  },
  same: {
    done: (when) => (when ? `The same examination was done on ${when}` : 'The same examination has been done'),
    booked: (when) => (when ? `The same examination is booked for ${when}` : 'The same examination is booked'),
    ordered: (when) => (when ? `The same examination was ordered on ${when}` : 'The same examination is ordered'),
  },
  overlapping: {
    done: (when) => `May be answered by an examination done${when && ` on ${when}`}`,
    booked: (when) => `May be answered by an examination booked${when && ` for ${when}`}`,
    ordered: (when) => `May be answered by an examination ordered${when && ` on ${when}`}`,
  },
  linkSame: (examination) => `Both are ${examination}.`,
  linkRegions: (regions) => `Both cover the ${regions}.`,
  linkCode: 'Both have the same code.',
  window: (period) => `Shown within ${period}.`,
  period: {
    hours: (n) => (n === 1 ? '1 hour' : `${n} hours`),
    days: (n) => (n === 1 ? '1 day' : `${n} days`),
    months: (n) => (n % 12 === 0 && n > 12 ? `${n / 12} years` : n === 1 ? '1 month' : `${n} months`),
  },
  notABlock: 'You decide whether the examination is still needed.',
  perhaps: 'Perhaps',
  reRead: (code) => `The images were taken privately. They can be read (${code}) instead of being taken again.`,
  askReRead: 'Change to reading the images',
  reReadNote: (code, what) => `Requested: reading of images from elsewhere (${code}): ${what}.`,
  nothing: 'No such examination found.',
  elsewhere: 'Examinations done elsewhere, for instance privately, are not always seen here. Ask the patient.',
  timeLine: (n) => (n === 1 ? '1 examination of the same region' : `${n} examinations of the same region`),
  relation: {
    'same-examination': 'the same examination',
    'overlapping-region': 'the same region, may answer',
    'same-region': 'the same region',
    unclear: 'the region is not stated',
  },
  state: { done: 'done', booked: 'booked', ordered: 'ordered' },
  undated: 'no date',
  place: 'Place',
  orderedBy: 'Ordered by',
  notStated: 'not stated',
  standsAs: (n) => (n === 1 ? '1 entry in the record' : `${n} entries in the record`),
  kind: {
    ImagingStudy: 'Imaging study',
    DiagnosticReport: 'Report',
    Procedure: 'Procedure carried out',
    ServiceRequest: 'Order',
    Appointment: 'Appointment',
  },
  isPrivate: 'private',
  report: 'Report',
  preliminaryReport: 'Preliminary report',
  searched: 'What was searched',
  searchedIn: (what, n) => `${what}: ${n} found`,
  notSearched: (what) => `Could not be read: ${what}. There may be examinations that are not seen here.`,
  source: {
    ImagingStudy: 'imaging studies',
    DiagnosticReport: 'reports',
    Procedure: 'procedures',
    ServiceRequest: 'orders',
    Appointment: 'appointments',
    Condition: 'diagnoses',
    Device: 'implants and devices',
    Observation: 'test results',
    MedicationRequest: 'medicines',
    MedicationStatement: 'medicines',
  },
  plannedByTeam: 'The order was planned at an MDT conference, so earlier examinations give no reminder.',
  markPlanned: 'Mark as planned at an MDT conference',
  unmarkPlanned: 'Remove the mark “planned at an MDT conference”',
  plannedNote: 'Planned at an MDT conference.',
  reason: {
    heading: 'Reason on the order',
    lack: {
      none: 'The order has no reason.',
      'text-only': 'The reason stands in words only, without a code.',
      unspecific: 'The code on the order says nothing about the reason.',
    },
    problems: "From the patient's active problems",
    list: 'Other reasons for the examination',
    unread: "The patient's problems could not be read, so some may be missing here.",
    kept: 'The old one stays.',
    chosen: (words) => `Written on the order with the decision: ${words}.`,
    undo: 'Undo',
  },
  safety: {
    heading: 'Remember before the examination',
    inTheRecord: 'In the record',
    unread: (what) => `Could not be read: ${what}.`,
    askForImplants: 'Ask the patient about a pacemaker and other implants before MRI.',
    source: 'Source',
    asked: 'Could the patient be pregnant?',
    answers: { no: 'No', yes: 'Yes, or perhaps', open: 'Not settled' },
    notes: {
      no: 'Pregnancy: ruled out by the referrer.',
      yes: 'Pregnancy: possible according to the referrer.',
      open: 'Pregnancy: not settled.',
    },
    inShort: {
      implantUnread: 'MRI safety not settled: implants could not be read in the record.',
      implant: (what) => `MRI safety not settled: the record mentions ${what}.`,
      kidneyFunction: (what) => `With contrast: kidney function not settled${what}.`,
      metformin: (what) => `With contrast: metformin not settled${what}.`,
    },
    recordSays: (what) => ` (the record mentions ${what})`,
    notChecked: 'Implants, pregnancy and earlier imaging have not been checked.',
  },
};

export const imagingWords: Readonly<Record<Language, ImagingWords>> = { da, en };
