import type { Language } from './language.ts';

/** Words of opening the report of an earlier examination. Fetched with what shows it. */
export interface ReportWords {
  readonly open: string;
  readonly close: string;
  /** Named apart where several stand on the page. */
  openOf(examination: string): string;
  closeOf(examination: string): string;
  readonly opening: string;
  /** For who does not see it. */
  readonly opened: string;
  readonly again: string;
  readonly document: string;
  /** What is said of markup. */
  readonly textOnly: string;
  readonly pdf: string;
  readonly openPdf: string;
  readonly conclusion: string;
  readonly none: string;
  readonly conclusionOnly: string;
  elsewhere(host: string): string;
  unshown(contentType: string): string;
  unread(reasons: string): string;
  readonly expired: string;
  readonly unavailable: string;
}

const da: ReportWords = {
  open: 'Åbn beskrivelsen',
  close: 'Luk beskrivelsen',
  openOf: (examination) => `Åbn beskrivelsen: ${examination}`,
  closeOf: (examination) => `Luk beskrivelsen: ${examination}`,
  opening: 'Beskrivelsen hentes …',
  opened: 'Beskrivelsen er åbnet nedenfor.',
  again: 'Prøv igen',
  document: 'Beskrivelse',
  textOnly: 'Vist som ren tekst, uden opsætning og billeder.',
  pdf: 'Beskrivelsen er en PDF-fil.',
  openPdf: 'Åbn PDF-filen i et nyt vindue',
  conclusion: 'Konklusion',
  none: 'Der kunne ikke læses nogen beskrivelse. Se efter i journalen, eller kontakt den afdeling, der har udført undersøgelsen.',
  conclusionOnly: 'Der er kun en konklusion at læse her. Den fulde beskrivelse kan stå i journalen.',
  elsewhere: (host) => `En beskrivelse ligger på et andet system (${host}) og hentes ikke herfra. Åbn den i journalen.`,
  unshown: (contentType) =>
    `En beskrivelse har en form, der ikke kan vises her${contentType && ` (${contentType})`}. Åbn den i journalen.`,
  unread: (reasons) => `Noget kunne ikke hentes (${reasons}). Prøv igen, eller se efter i journalen.`,
  expired: 'Adgangen til journalen er udløbet. Åbn Indikation igen fra journalen.',
  unavailable: 'Beskrivelsen kan ikke hentes lige nu. Prøv igen, eller se efter i journalen.',
};

const en: ReportWords = {
  open: 'Open the report',
  close: 'Close the report',
  openOf: (examination) => `Open the report: ${examination}`,
  closeOf: (examination) => `Close the report: ${examination}`,
  opening: 'Fetching the report …',
  opened: 'The report is open below.',
  again: 'Try again',
  document: 'The report',
  textOnly: 'Shown as plain text, without layout and pictures.',
  pdf: 'The report is a PDF file.',
  openPdf: 'Open the PDF file in a new window',
  conclusion: 'Its conclusion',
  none: 'No report could be read. Look in the record, or contact the department that made the examination.',
  conclusionOnly: 'Only a conclusion can be read here. The full report may be in the record.',
  elsewhere: (host) => `A report lies on another system (${host}) and is not fetched from here. Open it in the record.`,
  unshown: (contentType) =>
    `A report has a form that cannot be shown here${contentType && ` (${contentType})`}. Open it in the record.`,
  unread: (reasons) => `Something could not be fetched (${reasons}). Try again, or look in the record.`,
  expired: 'Access to the record has expired. Open Indikation again from the record.',
  unavailable: 'The report cannot be fetched right now. Try again, or look in the record.',
};

export const reportWords: Readonly<Record<Language, ReportWords>> = { da, en };
