import type { OrderTextPlace } from '../fhir/order-text.ts';
import type { Language } from './language.ts';

interface RecordReadingWords {
  readonly heading: string;
  inAll(count: number): string;
  notRead(parts: number): string;
  readAt(time: string): string;
  count(count: number): string;
  readonly none: string;
  /** Of orders: none but the draft. */
  readonly noOther: string;
  /** Of what is searched by code; `what` is empty where nothing is named. */
  noneSought(what: string): string;
  sought(what: string): string;
  /** What is sought, and how old it may be at most. */
  oldest(label: string, period: string): string;
  readonly orderText: Readonly<Record<OrderTextPlace, string>> & { readonly heading: string; readonly help: string };
  uncoded(words: string): string;
  quoted(words: string): string;
  more(count: number): string;
  /** Resource types by what a clinician calls them, told apart where the short words are not. */
  readonly part: Readonly<Record<string, string>>;
  /** What searching means here. */
  readonly scope: string;
}

const da: RecordReadingWords = {
  heading: 'Læst i journalen',
  inAll: (count) => (count === 1 ? '1 post' : `${count} poster`),
  notRead: (parts) => (parts === 1 ? '1 del ikke læst' : `${parts} dele ikke læst`),
  readAt: (time) => `Læst ${time}.`,
  count: (count) => (count === 1 ? '1 post' : `${count} poster`),
  none: 'ingen fundet',
  noOther: 'ingen andre end denne',
  noneSought: (what) => `ingen af de målinger og svar, der søges efter${what && `: ${what}`}`,
  sought: (what) => `Der er kun søgt efter: ${what}`,
  oldest: (label, period) => `${label} (højst ${period} gammel)`,
  orderText: {
    heading: 'Fritekst på henvisningen: læst, men ikke tolket',
    help: 'Vurderingen bygger ikke på disse ord. Hvad der betyder noget for den, spørges der om.',
    note: 'Note',
    reason: 'Indikation som tekst',
    detail: 'Nærmere om undersøgelsen',
    patient: 'Til patienten',
  },
  uncoded: (words) => `Uden kode, derfor kun vist: ${words}`,
  quoted: (words) => `»${words}«`,
  more: (count) => `og ${count} til`,
  part: {
    Condition: 'Diagnoser',
    Observation: 'Målinger og prøvesvar',
    MedicationRequest: 'Ordineret medicin',
    MedicationStatement: 'Oplyst medicin',
    MedicationDispense: 'Udleveret medicin',
    Procedure: 'Operationer og procedurer',
    ImagingStudy: 'Billedundersøgelser',
    DiagnosticReport: 'Beskrivelser',
    ServiceRequest: 'Henvisninger',
    Appointment: 'Aftaler',
    Device: 'Implantater og udstyr',
  },
  scope: 'Der er kun søgt efter det, vejledningen bruger. Hvad der ikke kunne læses, tæller aldrig som »ingen«.',
};

const en: RecordReadingWords = {
  heading: 'Read in the record',
  inAll: (count) => (count === 1 ? '1 entry' : `${count} entries`),
  notRead: (parts) => (parts === 1 ? '1 part not read' : `${parts} parts not read`),
  readAt: (time) => `Read ${time}.`,
  count: (count) => (count === 1 ? '1 entry' : `${count} entries`),
  none: 'none found',
  noOther: 'none but this one',
  noneSought: (what) => `none of the measurements and results that are searched for${what && `: ${what}`}`,
  sought: (what) => `Searched for only: ${what}`,
  oldest: (label, period) => `${label} (at most ${period} old)`,
  orderText: {
    heading: 'Free text on the order: read, but not interpreted',
    help: 'The assessment does not rest on these words. What matters to it is asked.',
    note: 'Remark',
    reason: 'The reason as text',
    detail: 'More about the examination',
    patient: 'To the patient',
  },
  uncoded: (words) => `Without a code, so only shown: ${words}`,
  quoted: (words) => `“${words}”`,
  more: (count) => `and ${count} more`,
  part: {
    Condition: 'Diagnoses',
    Observation: 'Measurements and test results',
    MedicationRequest: 'Medicines prescribed',
    MedicationStatement: 'Medicines stated',
    MedicationDispense: 'Medicines dispensed',
    Procedure: 'Operations and procedures',
    ImagingStudy: 'Imaging studies',
    DiagnosticReport: 'Reports',
    ServiceRequest: 'Referrals',
    Appointment: 'Appointments',
    Device: 'Implants and devices',
  },
  scope: 'Only what the guidance uses was searched for. What could not be read never counts as “none”.',
};

export const recordReadingWords: Readonly<Record<Language, RecordReadingWords>> = { da, en };
