import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { identifyOrder } from '../../src/fhir/order.ts';
import { codingInValueSet } from '../../src/fhir/value-set.ts';
import { loadLibrary } from '../../src/library/disk.ts';

const { library } = await loadLibrary(join(import.meta.dirname, '../../rules'));
const { vocabulary } = library;

const SKS = 'urn:oid:1.2.208.176.2.4';
const SKS_D = 'urn:oid:1.2.208.176.2.4.12';
const ICD_10 = 'http://hl7.org/fhir/sid/icd-10';
const ICPC_2 = 'urn:oid:1.2.208.176.2.31';
const SNOMED = 'http://snomed.info/sct';
const ATC = 'http://www.whocc.no/atc';
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const NPU = 'urn:oid:1.2.208.176.2.1';
const LOINC = 'http://loinc.org';
const CPT = 'http://www.ama-assn.org/go/cpt';

function belongs(id: string, system: string, code: string): boolean {
  const valueSet = vocabulary.valueSets[id];
  if (valueSet === undefined) throw new Error(`there is no value set called ${id}`);
  return codingInValueSet({ coding: [{ system, code }] }, valueSet) !== undefined;
}

/** Codes as the clinical pages list them, in words: what belongs, and the traps that do not. */
type Row = readonly [valueSet: string, system: string, belonging: string, traps: string];

const LOW_BACK_PAIN: readonly Row[] = [
  [
    'reason-low-back-pain',
    SKS_D,
    'DM54 DM541 DM541A DM541B DM543 DM544 DM545 DM548 DM549 DM511 DM511A DM512 DM480 DM430 DM431 DM538 DM539 DS335 DS337 DG551 DG834B DM45 DM461 DM468A DC795',
    'DM542 DM546 DM541C DM541D DM511H DM511I DG834 DG834A',
  ],
  ['reason-low-back-pain', ICD_10, 'M54.5 M54.4 M45 C79.5', 'M54.2 M54.6 G83.4'],
  ['reason-low-back-pain', ICPC_2, 'L02 L03 L84 L86', 'L01 L83'],
  [
    'reason-low-back-pain',
    SNOMED,
    '279039007 161891005 23056005 279040009 128196005 18347007 76107001',
    '2790390 27903900 271594007',
  ],
  ['cauda-equina', SKS_D, 'DG834 DG834A', 'DG834B'],
  ['malignancy', SKS_D, 'DC00 DC349 DC509 DC71 DC793 DC96 DZ85 DZ853', 'DC44 DC443 DC449A DC97 DD00 DD05 DD09 DZ86'],
  ['malignancy', ICD_10, 'C50.9 Z85.3', 'C44.3 D05.1'],
  ['malignancy', SNOMED, '363346000 266987004', '3633460'],
  ['cancer-medicine', ATC, 'L01BA01 L02BG03', 'L03AB05 L04AX03'],
  ['abnormal-weight-loss', SKS_D, 'DR634', 'DR63 DR635'],
  [
    'infection-risk',
    SKS_D,
    'DB20 DB24 DD80 DD849 DZ94 DZ940 DZ992 DN185 DE10 DE101 DE11 DE119',
    'DB19 DB25 DD79 DD86 DZ93 DZ991 DN184 DN189 DE12 DE14',
  ],
  ['immunosuppressants', ATC, 'L04AX03', 'L03AB05'],
  ['body-temperature', NPU, 'NPU08676', 'NPU19748'],
  ['body-temperature', LOINC, '8310-5', '1988-5'],
  ['c-reactive-protein', NPU, 'NPU19748', 'NPU08676'],
  ['c-reactive-protein', LOINC, '1988-5', '8310-5'],
  ['osteoporosis', SKS_D, 'DM80 DM809 DM81 DM82 DM484 DM485', 'DM83 DM480 DM483'],
  ['osteoporosis', SNOMED, '64859006', '6485900'],
  ['osteoporosis-medicine', ATC, 'M05BA04 M05BB03 M05BX04 H05AA02', 'M05BX03 H05AA03'],
  ['systemic-glucocorticoids', ATC, 'H02AB06 H02AB07', 'H02AB09 H02AA02 R03BA02 D07AC01'],
  ['inflammatory-disease', SKS_D, 'DM45 DM461 DM468A DL40 DK50 DK51 DH20', 'DM46 DM468 DL41 DK52 DH21'],
  [
    'lumbar-surgery',
    SKS,
    'KABC07 KABC16 KABC26 KABC36 KABC40 KABC56 KABC66 KNAG34 KNAG36 KNAG64 KNAG66 KNAG74 KNAG76',
    'KABC KABC10 KABC20 KNAG KNAG30',
  ],
];

const HEAD_TRAUMA: readonly Row[] = [
  [
    'reason-head-trauma',
    SKS_D,
    'DS00 DS008 DS01 DS02 DS020 DS021 DS027A DS029 DS06 DS060 DS069 DS07 DS08 DS09 DZ033D DZ041 DZ042 DZ043',
    'DS022 DS023 DS024 DS025 DS026 DS025A DS03 DS04 DS05 DS10 DZ033 DZ033E DZ04 DZ044 DT060',
  ],
  ['reason-head-trauma', ICD_10, 'S06.0 S00 S09.9', 'S02.2 S02.5 S05 Z04.4'],
  ['reason-head-trauma', ICPC_2, 'N79 N80', 'N78 N81'],
  ['reason-head-trauma', SNOMED, '82271004 127295002 110030002 62106007 62564004', '8227100 621060071'],
  [
    'oral-anticoagulants',
    ATC,
    'B01AA B01AA03 B01AA04 B01AE07 B01AF01 B01AF02 B01AF03',
    'B01AB05 B01AB B01AC06 B01AX05',
  ],
  ['oral-anticoagulants', RXNORM, '11289 1037042 1114195 1364430 1599538', '5224 67108 112891 1191'],
  ['heparins', ATC, 'B01AB01 B01AB04 B01AB05 B01AB10', 'B01AA03 B01AX05 B01AC04'],
  ['heparins', RXNORM, '5224 67108', '321208 11289'],
  ['glasgow-coma-score', LOINC, '9269-2', '9267-6 9268-4 9270-0 35088-4'],
  ['shunt-removal', SKS, 'KAAF25', 'KAAF20 KAAF05 KAAF2'],
  ['anticoagulation-history', SKS_D, 'DZ921', 'DZ92 DZ922'],
  [
    'coagulation-disorder',
    SKS_D,
    'DD65 DD659 DD66 DD669 DD67 DD680 DD681 DD682 DD682A DD683 DD684 DD688 DD689 DD691 DD693 DD694 DD695 DD696 DD698 DD699',
    'DD685 DD685A DD686 DD686A DD690 DD692 DD68 DD69 DD64 DD70',
  ],
  ['coagulation-disorder', ICD_10, 'D66 D68.0 D69.6', 'D68.5 D68.6 D69.0 D69.2 D50'],
  ['aspirin', ATC, 'B01AC06 N02BA01', 'B01AC04 B01AC30 N02BA N02BA51 B01AC'],
  ['aspirin', RXNORM, '1191', '32968'],
  [
    'antiplatelets-other-than-aspirin',
    ATC,
    'B01AC04 B01AC07 B01AC22 B01AC24 B01AC30',
    'B01AC06 N02BA01 B01AC09 B01AC11 B01AC21 B01AC27 B01AC B01AA03',
  ],
  ['antiplatelets-other-than-aspirin', RXNORM, '32968 613391 1116632', '1191 3521'],
  ['cerebrospinal-shunt', SKS, 'KAAF05 KAAF15 KAAF16 KAAF17', 'KAAF00 KAAF20 KAAF25 KAAF'],
  ['cerebrospinal-shunt', SKS_D, 'DZ982', 'DZ98 DZ981 DG91 DG912'],
  ['hydrocephalus', SKS_D, 'DG91 DG910 DG919', 'DG90 DG92 DZ982'],
];

const SYNCOPE: readonly Row[] = [
  [
    'reason-syncope',
    SKS_D,
    'DR55 DR559 DR559A DR559B DR559D DI951 DG900A DT671',
    'DR559C DI95 DI950 DI952 DG900 DG900B DT670 DT672 DR56',
  ],
  ['reason-syncope', ICD_10, 'R55 R55.9 I95.1', 'I95.0 R56.8'],
  ['reason-syncope', ICPC_2, 'A06', 'A05 N07'],
  ['reason-syncope', SNOMED, '271594007', '27159400 419045004'],
  ['intracranial-malignancy', SKS_D, 'DC71 DC710 DC719 DC793 DC793A DC793B', 'DC793C DC70 DC72 DC79 DC795 DC509'],
  [
    'extracranial-malignancy',
    SKS_D,
    'DC00 DC349 DC509 DC795 DC96 DZ85 DZ853',
    'DC71 DC719 DC793 DC793A DC793B DC44 DC449 DC97 DD05',
  ],
  ['extracranial-malignancy', SNOMED, '363346000 266987004', '3633460'],
];

const CHEST: readonly Row[] = [
  ['reason-respiratory-symptoms', SKS_D, 'DR05 DR060 DR042 DR074 DZ031B', 'DR04 DR06 DR07 DR051 DZ031 DZ031J DC349'],
  ['reason-respiratory-symptoms', ICD_10, 'R05 R06.0 R04.2 R07.4', 'R06 R04 Z03.1'],
  ['reason-respiratory-symptoms', ICPC_2, 'R02 R05 R24', 'R03 R25'],
  ['lung-cancer-suspicion', SKS_D, 'DZ031B', 'DZ031 DZ031J DC349'],
];

describe.each([
  ['low back pain', LOW_BACK_PAIN],
  ['head trauma', HEAD_TRAUMA],
  ['syncope', SYNCOPE],
  ['chest', CHEST],
])('codes on the page of %s', (_page, rows) => {
  const each = (codes: (row: Row) => string) =>
    rows.flatMap((row) =>
      codes(row)
        .split(' ')
        .map((code) => ({ id: row[0], system: row[1], code })),
    );

  test.each(each(([, , belonging]) => belonging))('$code is in $id ($system)', ({ id, system, code }) => {
    expect(belongs(id, system, code)).toBe(true);
  });

  test.each(each(([, , , traps]) => traps))('$code is not in $id ($system)', ({ id, system, code }) => {
    expect(belongs(id, system, code)).toBe(false);
  });
});

const REASONS = ['low-back-pain', 'head-trauma', 'syncope', 'respiratory-symptoms'];

test.each(['DZ01', 'DZ016', 'DZ016U', 'DZ019', 'DZ03', 'DZ039'])('the unspecific code %s is no reason', (code) => {
  expect(REASONS.filter((reason) => belongs(`reason-${reason}`, SKS_D, code))).toEqual([]);
});

test('a reason that is written on the order is read back as the same; "respiratory symptoms" and "other" have no such code', () => {
  const { reason } = vocabulary.facts;
  const choices = reason?.type === 'choice' ? reason.choices : [];
  const written = choices.flatMap(({ id, coding }) => (coding ? [{ id, ...coding }] : []));
  expect(written.map(({ id }) => id)).toEqual(['syncope', 'head-trauma', 'low-back-pain']);
  for (const { id, system, code } of written)
    expect(REASONS.filter((one) => belongs(`reason-${one}`, system, code))).toEqual([id]);
});

test('no code of one system stands for the same in another: ICPC-2 R05 is a cough, ATC has no such code', () => {
  expect(belongs('reason-respiratory-symptoms', ATC, 'R05')).toBe(false);
  expect(belongs('oral-anticoagulants', LOINC, '11289')).toBe(false);
});

describe('examinations', () => {
  const order = (system: string, code: string) =>
    identifyOrder(vocabulary, {
      resourceType: 'ServiceRequest',
      status: 'draft',
      intent: 'order',
      code: { coding: [{ system, code }] },
    });

  test.each([
    [SKS, 'UXCA00', 'ct-head'],
    [SKS_D, 'UXCA00', 'ct-head'],
    [SNOMED, '303653007', 'ct-head'],
    [SNOMED, '34227000', 'ct-head'],
    [LOINC, '24725-4', 'ct-head'],
    [LOINC, '30799-1', 'ct-head'],
    [CPT, '70450', 'ct-head'],
    [SKS, 'UXMA00', 'mr-head'],
    [SNOMED, '816077007', 'mr-head'],
    [LOINC, '24590-2', 'mr-head'],
    [CPT, '70551', 'mr-head'],
    [SKS, 'UXCA90', 'ct-trauma'],
    [SKS, 'UXRC00', 'xr-chest'],
    [SKS, 'UXRC10', 'xr-chest'],
    [LOINC, '36643-5', 'xr-chest'],
    [CPT, '71046', 'xr-chest'],
    [SKS, 'UXCC00', 'ct-chest'],
    [SKS, 'UXCC75', 'ct-chest'],
    [SKS, 'UXCC77', 'ct-chest'],
    [LOINC, '24627-2', 'ct-chest'],
    [CPT, '71250', 'ct-chest'],
    [CPT, '71260', 'ct-chest'],
    [SKS, 'UXME30', 'mr-lumbar-spine'],
    [SKS, 'UXME00', 'mr-whole-spine'],
    [SKS, 'UXMG11', 'mr-sacroiliac-joints'],
  ])('%s %s is %s', (system, code, id) => {
    expect(order(system, code)).toBe(id);
  });

  test.each([
    ['the heart, beside the thorax', 'UXCC00A'],
    ['the inner ear canal, beside the brain', 'UXCA00A'],
    ['the skull', 'UXCA05'],
    ['MR of the shoulder', 'UXMF10'],
    ['X-ray of the shoulder', 'UXRF15'],
    ['MR of the posterior fossa', 'UXMA12'],
    ['a parent of CT of the brain', 'UXCA'],
  ])('%s (%s) is none of them', (_what, code) => {
    expect(order(SKS, code)).toBeNull();
  });
});
