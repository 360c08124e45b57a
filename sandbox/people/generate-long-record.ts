import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Writes `long-record.json`: a person whose record does not fit on one page of a search. `tsx
 * sandbox/people/generate-long-record.ts` writes it afresh; a test keeps file and script the same.
 *
 * What matters stands last and is oldest: the cancer of 2009 is the last of more than 200 diagnoses, so an app that reads
 * only the first page of a search misses it. No randomness, and all dates are as of 2026-11-01.
 */
const id = 'long-record';
const meta = { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] };
/** What there is to try with this person; the EHR page shows it in its list of people. */
const scenario = 'https://ehr.example/sandbox/scenario';
const subject = { reference: `Patient/${id}` };
const doctor = { reference: 'Practitioner/laege-testesen', display: 'Læge Test Testesen' };
const sksDiagnosis = 'urn:oid:1.2.208.176.2.4.12';
const sks = 'urn:oid:1.2.208.176.2.4';

type Coding = { system: string; code: string; display: string };
type Tag = { system: string; code: string; display?: string };
type Resource = { resourceType: string; id: string; meta: { tag: Tag[] } } & Record<string, unknown>;

/** Everyday reasons for contact, ICPC-2, none of which a guideline for low back pain asks about. */
const contacts: readonly Coding[] = [
  ['R74', 'Akut øvre luftvejsinfektion'],
  ['K86', 'Ukompliceret hypertension'],
  ['A97', 'Ingen sygdom'],
  ['D73', 'Gastroenteritis, formodet infektion'],
  ['L15', 'Knæ symptom/klage'],
  ['S88', 'Kontakteksem'],
  ['H81', 'Ørevoks'],
].map(([code = '', display = '']) => ({ system: 'urn:oid:1.2.208.176.2.31', code, display }));

/** `days` before the day as of which the people are written. */
function daysBefore(days: number): string {
  return new Date(Date.UTC(2026, 10, 1) - days * 86_400_000).toISOString().slice(0, 10);
}

function condition(name: string, coding: Coding, date: string, clinical: 'active' | 'inactive' | 'resolved'): Resource {
  const code = (system: string, value: string) => ({
    coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code: value }],
  });
  return {
    resourceType: 'Condition',
    id: `${id}-${name}`,
    meta,
    clinicalStatus: code('condition-clinical', clinical),
    verificationStatus: code('condition-ver-status', 'confirmed'),
    category: [code('condition-category', clinical === 'resolved' ? 'encounter-diagnosis' : 'problem-list-item')],
    code: { coding: [coding] },
    subject,
    onsetDateTime: date,
    recordedDate: date,
  };
}

type Measure = { code: string; display: string; unit: string; ucum: string };
const crp: Measure = { code: 'NPU19748', display: 'P-C-reaktivt protein; massek.', unit: 'mg/L', ucum: 'mg/L' };
const creatinine: Measure = {
  code: 'NPU18016',
  display: 'P-Kreatininium; stofk.',
  unit: 'µmol/L',
  ucum: 'umol/L',
};

function observation(name: string, measure: Measure, date: string, value: number): Resource {
  const category = { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' };
  return {
    resourceType: 'Observation',
    id: `${id}-${name}`,
    meta,
    status: 'final',
    category: [{ coding: [category] }],
    code: { coding: [{ system: 'urn:oid:1.2.208.176.2.1', code: measure.code, display: measure.display }] },
    subject,
    effectiveDateTime: `${date}T08:10:00+01:00`,
    valueQuantity: { value, unit: measure.unit, system: 'http://unitsofmeasure.org', code: measure.ucum },
  };
}

function patient(): Resource {
  return {
    resourceType: 'Patient',
    id,
    meta: { tag: [...meta.tag, { system: scenario, code: id, display: 'Meget lang journal' }] },
    identifier: [{ use: 'official', system: 'urn:oid:1.2.208.176.1.2', value: '9901450025' }],
    active: true,
    name: [{ use: 'official', text: 'Åge Prøvesen', family: 'Prøvesen', given: ['Åge'] }],
    gender: 'male',
    birthDate: '1956-02-14',
    address: [{ use: 'home', line: ['Prøvegade 25'], postalCode: '9999', city: 'Prøvekøbing', country: 'DK' }],
  };
}

function order(): Resource {
  const concept = (system: string, code: string, display: string) => ({ coding: [{ system, code, display }] });
  return {
    resourceType: 'ServiceRequest',
    id: `${id}-order`,
    meta,
    extension: [{ url: 'https://ehr.example/fhir/StructureDefinition/letter-type', valueCode: 'REF02' }],
    identifier: [{ system: 'https://ehr.example/order-number', value: 'ORD-0025-order' }],
    status: 'draft',
    intent: 'order',
    category: [concept('http://snomed.info/sct', '363679005', 'Imaging')],
    priority: 'routine',
    code: {
      ...concept(sks, 'UXME30', 'MR-skanning af columna lumbalis'),
      text: 'MR-skanning af columna lumbalis',
    },
    subject,
    authoredOn: '2026-11-01',
    requester: doctor,
    performer: [{ reference: 'Organization/proevekoebing-roentgen', display: 'Prøvekøbing Røntgen' }],
    reasonCode: [concept(sksDiagnosis, 'DM545', 'Lændesmerter UNS')],
    note: [{ authorReference: doctor, time: '2026-11-01', text: 'Lændesmerter i 3 uger. Omfattende journal.' }],
  };
}

/** The Bundle as text, one resource per line. */
export function longRecord(): string {
  const resources: Resource[] = [patient(), order()];
  const backPain = { system: sksDiagnosis, code: 'DM545', display: 'Lændesmerter UNS' };
  resources.push(condition('back-pain', backPain, daysBefore(20), 'active'));
  for (let visit = 0; visit < 210; visit++) {
    const coding = contacts[visit % contacts.length];
    if (coding) resources.push(condition(`contact-${visit + 1}`, coding, daysBefore(30 + visit * 29), 'resolved'));
  }
  for (let week = 0; week < 220; week++) {
    resources.push(observation(`crp-${week + 1}`, crp, daysBefore(4 + week * 7), 2 + (week % 6)));
  }
  for (let month = 0; month < 90; month++) {
    const date = daysBefore(4 + month * 28);
    resources.push(observation(`creatinine-${month + 1}`, creatinine, date, 78 + (month % 9)));
  }
  const cancer = { system: sksDiagnosis, code: 'DC619', display: 'Prostatakræft' };
  resources.push(condition('cancer', cancer, '2009-03-18', 'inactive'));
  const entries = resources.map((resource) => {
    return JSON.stringify({ fullUrl: `https://ehr.example/fhir/${resource.resourceType}/${resource.id}`, resource });
  });
  const head = `"resourceType":"Bundle","id":"${id}","meta":${JSON.stringify(meta)},"type":"collection"`;
  return `{${head},"entry":[\n${entries.join(',\n')}\n]}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL('long-record.json', import.meta.url), longRecord());
}
