/** A synthetic person with a record larger than any real one, and a draft MR of the lumbar spine. */
const ID = 'very-long-record';
const SKS = 'urn:oid:1.2.208.176.2.4';
const meta = { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] };
const subject = { reference: `Patient/${ID}` };

export const LARGE_PERSON = ID;

/** How many of each; together 20,000. Mostly laboratory, as in real records. */
const PARTS: readonly (readonly [number, (index: number) => object])[] = [
  [12_400, laboratory],
  [2_000, condition],
  [2_000, report],
  [1_500, dispense],
  [800, procedure],
  [600, prescription],
  [400, study],
  [300, order],
];

/** Every resource of the record, the patient and the draft besides, dated as of 2026-11-01. */
export function largeRecord(): readonly object[] {
  const patient = {
    resourceType: 'Patient',
    id: ID,
    meta,
    name: [{ text: 'Mange Testesen', family: 'Testesen', given: ['Mange'] }],
    birthDate: '1956-03-02',
  };
  const draft = {
    ...order(0),
    id: `${ID}-order`,
    status: 'draft',
    code: concept(SKS, 'UXME30'),
    authoredOn: '2026-11-01',
    reasonCode: [concept(`${SKS}.12`, 'DM545')],
  };
  const record = PARTS.flatMap(([count, make]) => Array.from({ length: count }, (_, index) => make(index)));
  return [patient, draft, ...record];
}

function laboratory(index: number): object {
  // Every thirtieth is a CRP; one of the last week is raised.
  const isCrp = index % 30 === 0;
  return {
    ...basis('Observation', index),
    status: 'final',
    code: concept('urn:oid:1.2.208.176.2.1', isCrp ? 'NPU19748' : `NPU0${2000 + (index % 900)}`),
    effectiveDateTime: `${day(index)}T08:00:00+01:00`,
    valueQuantity: { value: 4, unit: 'mg/L', system: 'http://unitsofmeasure.org', code: 'mg/L' },
    referenceRange: [{ low: { value: 0 }, high: { value: 10 }, text: '< 10' }],
    note: [{ text: 'Analyseret på automatisk udstyr.' }],
  };
}

function condition(index: number): object {
  return {
    ...basis('Condition', index),
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'inactive' }],
    },
    // The last of all is what matters: cancer of long ago.
    code: concept(`${SKS}.12`, index === 1_999 ? 'DC619' : `DJ0${index % 10}9`),
    recordedDate: day(index * 4),
  };
}

function report(index: number): object {
  return {
    ...basis('DiagnosticReport', index),
    status: 'final',
    code: concept(SKS, 'ZZ0001'),
    effectiveDateTime: day(index * 3),
    conclusion: 'Intet abnormt. '.repeat(20),
    presentedForm: [{ contentType: 'text/plain', data: 'QQ'.repeat(1_500) }],
  };
}

function dispense(index: number): object {
  return {
    ...basis('MedicationDispense', index),
    status: 'completed',
    medicationCodeableConcept: concept('http://www.whocc.no/atc', 'C07AB02'),
    whenHandedOver: day(index * 5),
  };
}

function procedure(index: number): object {
  return {
    ...basis('Procedure', index),
    status: 'completed',
    code: concept(SKS, 'ZZ9999'),
    performedDateTime: day(index * 7),
  };
}

function prescription(index: number): object {
  return {
    ...basis('MedicationRequest', index),
    status: index < 8 ? 'active' : 'completed',
    intent: 'order',
    medicationCodeableConcept: concept('http://www.whocc.no/atc', 'C07AB02'),
    authoredOn: day(index * 10),
  };
}

function study(index: number): object {
  const instance = Array.from({ length: 60 }, (_, n) => ({
    uid: `1.2.3.${index}.${n}`,
    sopClass: { system: 'urn:ietf:rfc:3986', code: 'urn:oid:1.2.840.10008.5.1.4.1.1.4' },
    number: n + 1,
  }));
  return {
    ...basis('ImagingStudy', index),
    status: 'available',
    started: day(400 + index * 9),
    modality: [{ system: 'http://dicom.nema.org/resources/ontology/DCM', code: 'DX' }],
    procedureCode: [concept(SKS, 'UXRG00')],
    series: [
      {
        uid: `1.2.3.${index}`,
        modality: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: 'DX' },
        instance,
      },
    ],
  };
}

function order(index: number): object {
  return {
    ...basis('ServiceRequest', index),
    status: 'completed',
    intent: 'order',
    code: concept(SKS, 'UXRG00'),
    authoredOn: day(400 + index * 12),
  };
}

function basis(resourceType: string, index: number): object {
  return { resourceType, id: `${ID}-${resourceType.toLowerCase()}-${index}`, meta, subject };
}

function concept(system: string, code: string): object {
  return { coding: [{ system, code }] };
}

/** So many days before the day as of which the people are written. */
function day(before: number): string {
  return new Date(Date.UTC(2026, 10, 1) - before * 86_400_000).toISOString().slice(0, 10);
}
