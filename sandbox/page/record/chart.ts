import type { FhirResource } from 'fhir/r4';
import { isA } from '../resource.ts';
import { readImaging } from './imaging.ts';
import { readMeasurement } from './measurement.ts';
import { codesOf, nameOf, writeDate } from './wording.ts';

/** One line of the chart. `when` sorts (newest first) and `date` is shown. */
export type ChartLine = {
  readonly id: string;
  readonly title: string;
  /** Code, dose, value: what stands beside the title. */
  readonly detail: string;
  readonly date: string;
  readonly when: string;
  /** Over, stopped, refuted: shown paler, with the word. */
  readonly past: string;
};

export type Chart = {
  readonly problems: readonly ChartLine[];
  readonly medicines: readonly ChartLine[];
  /** The newest of each kind; `measurements` has all. */
  readonly latest: readonly ChartLine[];
  readonly measurements: readonly ChartLine[];
  readonly imaging: readonly ChartLine[];
  readonly procedures: readonly ChartLine[];
};

/** What is searched for, by patient, to show a chart. */
export const chartTypes = [
  'Condition',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'ImagingStudy',
  'DiagnosticReport',
  'Procedure',
] as const;

/** Puts a record in the order a clinician reads it. Resources of other kinds are left out. */
export function readChart(resources: readonly FhirResource[]): Chart {
  const measurements = newestFirst(resources.flatMap(readMeasurement));
  return {
    problems: newestFirst(resources.flatMap(readProblem)),
    medicines: newestFirst(resources.flatMap(readMedicine)),
    latest: firstOfEachTitle(measurements),
    measurements,
    imaging: newestFirst(readImaging(resources)),
    procedures: newestFirst(resources.flatMap(readProcedure)),
  };
}

/** Newest first, current before past; what has no date comes last. */
function newestFirst(lines: readonly ChartLine[]): ChartLine[] {
  return lines.toSorted((a, b) => {
    const current = Number(a.past !== '') - Number(b.past !== '');
    return current || (a.when < b.when ? 1 : a.when > b.when ? -1 : 0);
  });
}

function firstOfEachTitle(lines: readonly ChartLine[]): ChartLine[] {
  const seen = new Set<string>();
  return lines.filter((line) => !seen.has(line.title) && seen.add(line.title));
}

const clinicalWords: Record<string, string> = { inactive: 'ikke aktuel', resolved: 'ophørt', remission: 'i ro' };
const verificationWords: Record<string, string> = {
  unconfirmed: 'ubekræftet',
  provisional: 'tentativ',
  refuted: 'afkræftet',
  'entered-in-error': 'fejlregistreret',
};

function readProblem(resource: FhirResource): ChartLine[] {
  if (!isA(resource, 'Condition')) return [];
  const verification = verificationWords[resource.verificationStatus?.coding?.[0]?.code ?? ''] ?? '';
  const over = clinicalWords[resource.clinicalStatus?.coding?.[0]?.code ?? ''] ?? '';
  const isWrong = verification === 'afkræftet' || verification === 'fejlregistreret';
  const when = resource.onsetDateTime ?? resource.recordedDate ?? '';
  const detail = [...codesOf(resource.code), ...(isWrong ? [] : [verification])].filter((part) => part !== '');
  return [
    {
      id: resource.id ?? '',
      title: nameOf(resource.code),
      detail: detail.join(' · '),
      date: writeDate(when) || 'uden dato',
      when,
      past: isWrong ? verification : over,
    },
  ];
}

const medicineWords: Record<string, string> = {
  stopped: 'stoppet',
  completed: 'afsluttet',
  cancelled: 'annulleret',
  'on-hold': 'pauseret',
  'entered-in-error': 'fejlregistreret',
};

function readMedicine(resource: FhirResource): ChartLine[] {
  if (!isA(resource, 'MedicationRequest') && !isA(resource, 'MedicationStatement')) return [];
  const isRequest = isA(resource, 'MedicationRequest');
  const when = (isRequest ? resource.authoredOn : resource.effectivePeriod?.start) ?? '';
  const dose = (isRequest ? resource.dosageInstruction : resource.dosage)?.[0]?.text ?? '';
  return [
    {
      id: resource.id ?? '',
      title: nameOf(resource.medicationCodeableConcept),
      detail: [...codesOf(resource.medicationCodeableConcept), dose].filter((part) => part !== '').join(' · '),
      date: when === '' ? 'uden dato' : `fra ${writeDate(when)}`,
      when,
      past: medicineWords[resource.status] ?? '',
    },
  ];
}

function readProcedure(resource: FhirResource): ChartLine[] {
  if (!isA(resource, 'Procedure')) return [];
  const when = resource.performedDateTime ?? '';
  const words: Record<string, string> = { 'not-done': 'ikke udført', 'entered-in-error': 'fejlregistreret' };
  return [
    {
      id: resource.id ?? '',
      title: nameOf(resource.code),
      detail: codesOf(resource.code).join(' · '),
      date: writeDate(when) || 'uden dato',
      when,
      past: words[resource.status] ?? '',
    },
  ];
}
