import type { Random } from './random.ts';

type Json = Record<string, unknown>;

/** Codes that some fact is read by, and traps beside them; by the systems they stand under, rightly and wrongly. */
const SYSTEMS = [
  ...['urn:oid:1.2.208.176.2.4', 'urn:oid:1.2.208.176.2.4.12', 'http://hl7.org/fhir/sid/icd-10'],
  ...['urn:oid:1.2.208.176.2.31', 'urn:oid:1.2.208.176.2.1', 'http://npu-terminology.org', 'http://loinc.org'],
  ...['http://snomed.info/sct', 'http://www.whocc.no/atc', 'http://www.nlm.nih.gov/research/umls/rxnorm', '', 'urn:x'],
];
const CODES = [
  ...[
    'DC509',
    'C50.9',
    'DC44',
    'DC443',
    'DD059',
    'DG834',
    'DG834B',
    'DM545',
    'M54.5',
    'L03',
    'DS060',
    'DR559',
    'DZ982',
  ],
  ...[
    'DD66',
    'D66',
    'DD685',
    'DD690',
    'DE119',
    'DM81',
    'DR634',
    'DZ921',
    'DZ031B',
    'DZ039',
    'dm545',
    ' DM545 ',
    'DM54.5+X',
  ],
  ...[
    'KAAF05',
    'KAAF25',
    'KABC16',
    'KABC16+KZXX00',
    'UXME30',
    'UXCE30',
    'UXCA00',
    'UXRE30',
    'UXMH00',
    'NPU19781',
    'NPU19748',
  ],
  ...[
    'NPU08676',
    '8310-5',
    '9269-2',
    '1988-5',
    '248241002',
    '64859006',
    'B01AA03',
    'B01AB05',
    'B01AC06',
    'B01AC04',
    'B01AC11',
  ],
  ...['H02AB06', 'H02AB09', 'L04AX03', '11289', '1191', '', '*', '__proto__', 'constructor', '(', '\u0000', 'Ø'],
];
/** Codes under the system they belong to. */
const [SKS, SKS_D, , , NPU, , LOINC, SNOMED, ATC] = SYSTEMS;
const CODINGS = {
  medicine: ['B01AA03', 'B01AB05', 'B01AC06', 'B01AC04', 'H02AB06', 'L04AX03'].map((code) => ({ system: ATC, code })),
  examination: ['UXME30', 'UXCE30', 'UXRE30', 'UXCA00'].map((code) => ({ system: SKS, code })),
  procedure: ['KAAF05', 'KAAF25', 'KABC16'].map((code) => ({ system: SKS, code })),
  diagnosis: [
    ...['DC509', 'DC443', 'DD66', 'DE119', 'DM81', 'DZ982', 'DM545', 'DS060', 'DR634'].map((code) => ({
      system: SKS_D,
      code,
    })),
    { system: SNOMED, code: '64859006' },
  ],
  measurement: [
    ...['NPU19781', 'NPU19748', 'NPU08676'].map((code) => ({ system: NPU, code })),
    { system: LOINC, code: '9269-2' },
  ],
};
type Kind = keyof typeof CODINGS;
const KIND_OF: Readonly<Record<string, Kind>> = {
  Condition: 'diagnosis',
  Observation: 'measurement',
  Procedure: 'procedure',
  Medication: 'medicine',
  ServiceRequest: 'examination',
  DiagnosticReport: 'examination',
};
const USUAL: Readonly<Record<string, string>> = {
  Observation: 'final',
  DiagnosticReport: 'final',
  ImagingStudy: 'available',
  MedicationRequest: 'active',
  MedicationStatement: 'active',
};
const STATUSES = [
  ...[
    'active',
    'completed',
    'final',
    'available',
    'preliminary',
    'stopped',
    'cancelled',
    'entered-in-error',
    'unknown',
  ],
  ...[
    'draft',
    'on-hold',
    'revoked',
    'not-done',
    'resolved',
    'refuted',
    'confirmed',
    'unconfirmed',
    'intended',
    'ACTIVE',
    '',
  ],
];
const DATES = [
  ...['2026-06-01', '2026-05', '2026', '2026-06-01T08:00:00+02:00', '2026-06-01T11:30:00Z', '2019-02-29', '2026-13-01'],
  ...[
    '1899-01-01',
    '9999-12-31T23:59:60-14:00',
    '0000',
    '2026-06-01T25:00:00Z',
    'i går',
    '2026-06-01T08:00',
    '+2026-06-01',
  ],
];
const UNITS = ['ug/L', 'ng/L', 'mg/L', 'Cel', '[degF]', '{score}', 'd', '1', 'nmol/L', '', 'µg/L'];
const NUMBERS = [0, 0.03, 0.1, 0.099, 14, 13.5, 38, 39, 95, 100, 120, -1, 1e308, 5e-324, Number.MAX_SAFE_INTEGER];
const TYPES = [
  ...['Condition', 'Observation', 'MedicationRequest', 'MedicationStatement', 'MedicationDispense', 'Medication'],
  ...['Procedure', 'ImagingStudy', 'DiagnosticReport', 'ServiceRequest', 'Appointment', 'Basic'],
  ...['DocumentReference', 'Provenance'],
];
const REFERENCES = [
  'Patient/p1',
  'Patient/p2',
  '#m',
  'Medication/m',
  'Condition/c1',
  'urn:uuid:1',
  '',
  'https://x/Patient/p1',
];

/** What reports, documents and trails name: some of it is in the record. */
const NAMED = Array.from({ length: 20 }, (_, n) => `${['ImagingStudy', 'DiagnosticReport', 'Condition'][n % 3]}/r${n}`);
const ADDRESSES = ['Binary/b1', 'https://x/Binary/b1', 'https://pacs.example/1', 'javascript:alert(1)', '//x', ':', ''];
const CONTENT_TYPES = [
  'text/plain',
  'text/html; charset=utf-8',
  'TEXT/PLAIN;charset=klingon',
  'application/pdf',
  'x',
  '',
];

/** One resource: as FHIR R4 has it, or wrong in a few places, or made of anything at all. */
export function randomResource(random: Random, id: string): unknown {
  const resource: unknown = random.chance(0.05) ? anything(random, 4) : plausible(random, id);
  const mistakes = random.chance(0.4) ? 1 + random.below(4) : 0;
  return Array.from({ length: mistakes }).reduce<unknown>((value) => spoilt(random, value, 6), resource);
}

function plausible(random: Random, id: string): Json {
  const type = random.chance(0.005) ? random.pick(['Patient', 'Bundle']) : random.pick(TYPES);
  const over: Json = { resourceType: type, id };
  const add = (name: string, make: () => unknown, probability = 0.8): void => {
    if (random.chance(probability)) over[name] = make();
  };
  const date = (): unknown => random.pick(DATES);
  const period = () => ({ start: date(), ...(random.chance(0.5) ? { end: date() } : {}) });
  add('subject', () => ({ reference: random.chance(0.8) ? 'Patient/p1' : random.pick(REFERENCES) }), 0.9);
  add('status', () => (random.chance(0.7) ? (USUAL[type] ?? 'completed') : random.pick(STATUSES)), 0.9);
  add('code', () => concept(random, KIND_OF[type]), 0.9);
  add('contained', () => [{ resourceType: 'Medication', id: 'm', code: concept(random, 'medicine') }], 0.2);
  add('modifierExtension', () => [{ url: 'urn:x' }], 0.02);
  switch (type) {
    case 'Condition':
      add('clinicalStatus', () => ({ coding: [{ code: random.chance(0.6) ? 'active' : random.pick(STATUSES) }] }));
      add('verificationStatus', () => ({ coding: [{ code: random.pick(STATUSES) }] }), 0.3);
      add('recordedDate', date);
      add('onsetDateTime', date, 0.4);
      add('onsetPeriod', period, 0.2);
      add('abatementDateTime', date, 0.2);
      break;
    case 'Observation':
      add('effectiveDateTime', date);
      add('effectivePeriod', period, 0.2);
      add('issued', date, 0.3);
      add('valueQuantity', () => quantity(random));
      add('valueInteger', () => random.pick(NUMBERS), 0.1);
      add('component', () => [{ code: concept(random, 'measurement'), valueQuantity: quantity(random) }], 0.3);
      break;
    case 'MedicationRequest':
    case 'MedicationStatement':
    case 'MedicationDispense':
      add('intent', () => 'order', 0.95);
      add('medicationCodeableConcept', () => concept(random, 'medicine'), 0.7);
      add('medicationReference', () => ({ reference: random.pick(REFERENCES) }), 0.4);
      add('authoredOn', date);
      add('effectivePeriod', period, 0.4);
      add('whenHandedOver', date);
      add('daysSupply', () => quantity(random), 0.5);
      add('authorizingPrescription', () => [{ reference: random.pick(REFERENCES) }], 0.3);
      add(
        'dosageInstruction',
        () => [{ asNeededBoolean: random.chance(0.3), timing: { repeat: { boundsPeriod: period() } } }],
        0.4,
      );
      break;
    case 'Procedure':
      add('performedDateTime', date);
      add('performedPeriod', period, 0.2);
      break;
    case 'ImagingStudy':
      add('started', date);
      add('modality', () => [{ code: random.pick(['MR', 'CT', 'DX', 'PT', 'SR']) }]);
      add('procedureCode', () => [concept(random, 'examination')]);
      add(
        'series',
        () => [{ modality: { code: 'MR' }, bodySite: { code: random.pick(['LSPINE', 'HEAD', 'x']) } }],
        0.5,
      );
      break;
    case 'DiagnosticReport':
      add('effectiveDateTime', date);
      add('issued', date, 0.4);
      add('category', () => [concept(random)], 0.4);
      add('conclusion', () => 'Intet nyt.', 0.4);
      add('imagingStudy', () => [{ reference: random.pick(NAMED) }], 0.4);
      add('presentedForm', () => [attachment(random), attachment(random)], 0.6);
      break;
    case 'DocumentReference':
      add('status', () => random.pick(['current', 'superseded', 'entered-in-error']));
      add('content', () => [{ attachment: attachment(random) }]);
      add('context', () => ({ related: [{ reference: random.pick(NAMED) }] }));
      break;
    case 'Provenance':
      add('target', () => [{ reference: random.pick(NAMED) }, { reference: random.pick(REFERENCES) }]);
      add('recorded', date);
      add('activity', () => concept(random), 0.5);
      add('agent', () => [
        { type: concept(random), who: { reference: random.pick(REFERENCES), display: random.pick(CODES) } },
      ]);
      add('entity', () => [{ role: random.pick(['source', 'revision', 'x']), what: { display: 'Brev' } }], 0.4);
      break;
    default:
      add('authoredOn', date);
      add('effectiveDateTime', date, 0.4);
      add('issued', date, 0.4);
      add('category', () => [concept(random)], 0.4);
      add('reasonCode', () => [concept(random, 'diagnosis')], 0.4);
  }
  return over;
}

function concept(random: Random, kind?: Kind): Json {
  const codings = Array.from({ length: random.below(4) }, () => ({
    ...(kind && random.chance(0.6)
      ? random.pick(CODINGS[kind])
      : { system: random.pick(SYSTEMS), code: random.pick(CODES) }),
    ...(random.chance(0.3) ? { display: random.pick(CODES) } : {}),
  }));
  return { ...(codings.length > 0 ? { coding: codings } : {}), ...(random.chance(0.4) ? { text: 'Marevan' } : {}) };
}

function attachment(random: Random): Json {
  return {
    contentType: random.pick(CONTENT_TYPES),
    ...(random.chance(0.5) ? { url: random.pick(ADDRESSES) } : {}),
    ...(random.chance(0.5) ? { data: random.pick(['SW50ZXQgbnl0Lg==', '%%%', '']) } : {}),
    ...(random.chance(0.3) ? { title: 'Svar' } : {}),
  };
}

function quantity(random: Random): Json {
  return {
    value: random.pick(NUMBERS),
    ...(random.chance(0.3) ? { comparator: random.pick(['<', '<=', '>', '>=', '~']) } : {}),
    ...(random.chance(0.9) ? { system: 'http://unitsofmeasure.org', code: random.pick(UNITS) } : { unit: 'ng/L' }),
  };
}

/** The value with something wrong in one place of it. */
function spoilt(random: Random, value: unknown, depth: number): unknown {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (keys.length === 0 || depth === 0 || random.chance(0.1)) return anything(random, 3);
  const key = random.pick(keys);
  const kept: [string, unknown][] = Object.entries(value as object);
  const changed = kept.flatMap(([name, member]): [string, unknown][] => {
    if (name !== key) return [[name, member]];
    if (depth < 6 && random.chance(0.3)) return [];
    return [[name, random.chance(0.5) ? spoilt(random, member, depth - 1) : anything(random, 3)]];
  });
  return Array.isArray(value) ? changed.map(([, member]) => member) : Object.fromEntries(changed);
}

function anything(random: Random, depth: number): unknown {
  switch (random.below(depth > 0 ? 12 : 8)) {
    case 0:
      return null;
    case 1:
      return random.pick(NUMBERS);
    case 2:
      return random.chance(0.5);
    case 3:
      return random.pick(CODES);
    case 4:
      return random.pick(DATES);
    case 5:
      return random.chance(0.02) ? 'Ø'.repeat(200_000) : '';
    case 6:
      return [];
    case 7:
      return {};
    case 8:
      return Array.from({ length: random.below(4) }, () => anything(random, depth - 1));
    case 9:
      return random.chance(0.02) ? deep(random) : concept(random);
    default:
      return Object.fromEntries(
        Array.from({ length: random.below(5) }, () => [
          random.pick([
            'coding',
            'code',
            'resourceType',
            'reference',
            'extension',
            '__proto__',
            'start',
            'contained',
            '',
          ]),
          anything(random, depth - 1),
        ]),
      );
  }
}

/** Contained in contained in contained: deeper than anything real. */
function deep(random: Random): unknown {
  let value: unknown = plausible(random, 'deep');
  for (let level = 0; level < 1_000; level += 1)
    value = level % 2 === 0 ? [value] : { resourceType: 'Medication', contained: value };
  return value;
}
