import type { CodeableConcept } from 'fhir/r4';

/** A FHIR date or dateTime as a Dane writes it: `3. juni 2026`, `juni 2026`, `2026`; empty for none. */
export function writeDate(date: string | undefined): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? '') ?? [];
  if (year === undefined) return '';
  const name = month === undefined ? '' : (months[Number(month) - 1] ?? '');
  return [day === undefined ? '' : `${Number(day)}.`, name, year].filter((part) => part !== '').join(' ');
}

/** Date and time of day of a dateTime or instant, in Danish time; the date alone if it has no time. */
export function writeMoment(moment: string | undefined): string {
  if (moment === undefined || !moment.includes('T')) return writeDate(moment);
  const [date, time = ''] = inDenmark.format(new Date(moment)).split(' ');
  return `${writeDate(date)} kl. ${time.replace(':', '.')}`;
}

const inDenmark = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Copenhagen',
});

const months = ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'];

/** Whole years from a date of birth, of whatever precision, to today; undefined when it cannot be told. */
export function ageOn(birthDate: string | undefined, today: Date): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})-(\d{2}))?$/.exec(birthDate ?? '') ?? [];
  if (year === undefined || month === undefined) return undefined;
  const birthday = Number(month) * 100 + Number(day);
  const now = (today.getMonth() + 1) * 100 + today.getDate();
  return today.getFullYear() - Number(year) - (now < birthday ? 1 : 0);
}

/** The words of a coded concept: its text, else the first display, else the first code. */
export function nameOf(concept: CodeableConcept | undefined): string {
  const coding = concept?.coding?.find((candidate) => candidate.display !== undefined) ?? concept?.coding?.[0];
  return concept?.text ?? coding?.display ?? coding?.code ?? 'Uden navn';
}

/** The codes of a concept with their systems' short names, e.g. `SKS DM545`. */
export function codesOf(concept: CodeableConcept | undefined): string[] {
  return (concept?.coding ?? []).flatMap((coding) =>
    coding.code === undefined ? [] : [writeCode(systems[coding.system ?? ''] ?? 'Kode', coding.code)],
  );
}

/** NPU codes name their system themselves. */
function writeCode(system: string, code: string): string {
  return code.startsWith(system) ? code : `${system} ${code}`;
}

const systems: Record<string, string> = {
  'urn:oid:1.2.208.176.2.4': 'SKS',
  'urn:oid:1.2.208.176.2.4.12': 'SKS',
  'urn:oid:1.2.208.176.2.31': 'ICPC-2',
  'http://hl7.org/fhir/sid/icd-10': 'ICD-10',
  'http://snomed.info/sct': 'SNOMED CT',
  'http://loinc.org': 'LOINC',
  'urn:oid:1.2.208.176.2.1': 'NPU',
  'http://npu-terminology.org': 'NPU',
  'http://www.whocc.no/atc': 'ATC',
};
