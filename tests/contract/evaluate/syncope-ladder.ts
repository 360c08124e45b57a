import type { FactValue } from '../../../src/core/facts/fact.ts';

type Given = Readonly<Record<string, FactValue>>;

/** A 35-year-old who fainted, in whom everything was asked and nothing found. */
export const NOTHING_FOUND: Given = {
  reason: ['syncope'],
  age: 35,
  'focal-neurological-deficit': false,
  'thunderclap-headache': false,
  'persistent-altered-consciousness': false,
  'meningism-or-raised-icp': false,
  'known-intracranial-disease': false,
  'shunt-treated-hydrocephalus': false,
  'suspected-seizure': false,
  'head-injury-with-event': false,
  'therapeutic-anticoagulation': false,
  'coagulation-disorder': false,
  'extracranial-cancer': false,
  'repeated-vomiting-or-new-dizziness': false,
};

/** In the order of the letters below. */
export const ORDERS = ['ct-head', 'mr-head'];

type Row = readonly [rung: string, given: Given, ratings: string, urgency: string | null];

const HIT: Given = { 'head-injury-with-event': true };

/** The ladder as the clinical page has it (syncope.md): see head-trauma-ladder.ts. Every way to each rung has a row. */
export const LADDER: readonly Row[] = [
  ['child-emergency', { age: 12, 'focal-neurological-deficit': true }, '--', 'emergency'],
  ['child-emergency', { age: 12, 'thunderclap-headache': true }, '--', 'emergency'],
  ['child-emergency', { age: 12, 'persistent-altered-consciousness': true }, '--', 'emergency'],
  ['child-emergency', { age: 12, 'meningism-or-raised-icp': true }, '--', 'emergency'],
  ['child-emergency', { age: 12, ...HIT, 'therapeutic-anticoagulation': true }, '--', 'emergency'],
  ['child-emergency', { age: 12, ...HIT, 'coagulation-disorder': true }, '--', 'emergency'],
  ['child', { age: 12 }, '--', 'same-day'],
  ['child', { age: 12, ...HIT }, '--', 'same-day'],
  ['child', { age: 12, 'coagulation-disorder': true }, '--', 'same-day'],
  ['child', { age: 17 }, '--', 'same-day'],
  ['new-focal-deficit', { 'focal-neurological-deficit': true }, 'AA', 'emergency'],
  ['new-focal-deficit', { age: 18, 'focal-neurological-deficit': true }, 'AA', 'emergency'],
  ['thunderclap-headache', { 'thunderclap-headache': true }, 'AM', 'emergency'],
  ['persistent-altered-consciousness', { 'persistent-altered-consciousness': true }, 'AM', 'emergency'],
  ['meningism-or-raised-icp', { 'meningism-or-raised-icp': true }, 'AM', 'emergency'],
  ['head-injury-on-anticoagulant', { ...HIT, 'therapeutic-anticoagulation': true }, 'AN', 'emergency'],
  ['head-injury-on-anticoagulant', { ...HIT, 'coagulation-disorder': true }, 'AN', 'emergency'],
  ['known-intracranial-disease', { 'known-intracranial-disease': true }, 'AA', 'same-day'],
  ['known-intracranial-disease', { 'shunt-treated-hydrocephalus': true }, 'AA', 'same-day'],
  ['suspected-seizure', { 'suspected-seizure': true }, 'MM', null],
  ['judgement', { 'therapeutic-anticoagulation': true }, 'MM', null],
  ['judgement', { 'coagulation-disorder': true }, 'MM', null],
  ['judgement', { 'extracranial-cancer': true }, 'MM', null],
  ['judgement', { 'repeated-vomiting-or-new-dizziness': true }, 'MM', null],
  ['head-injury', { ...HIT }, '--', null],
  ['simple-syncope', {}, 'NN', null],
  ['simple-syncope', { age: 18 }, 'NN', null],
  ['simple-syncope', { age: 96 }, 'NN', null],
];

/** What head-trauma-ct needs beside it to be decided: a minimal head injury three hours ago. */
export const HEAD_TRAUMA_ASKED: Given = {
  multitrauma: false,
  'post-traumatic-seizure': false,
  'skull-fracture-signs': false,
  'antiplatelet-therapy': 'none',
  gcs: 15,
  'hours-since-injury': 3,
  'vomiting-episodes': 0,
  amnesia: false,
  'dangerous-mechanism': false,
  'gcs-below-15-at-2-hours': false,
  'extracranial-injury': false,
  's100b-result': 'not-taken',
  's100b-available': true,
};

type Combined = readonly [
  sentence: string,
  given: Given,
  rungs: readonly [trauma: string | null, syncope: string | null],
  verdicts: readonly [ct: string, mr: string],
  urgency: string | null,
];

/** Syncope and head trauma on one order, by the rules of the clinical README. Verdicts for a draft of CT and of MR. */
export const COMBINED: readonly Combined[] = [
  [
    'a blow in the faint: its loss of consciousness counts, S100B first',
    { ...HIT, ...HEAD_TRAUMA_ASKED },
    ['low-risk-s100b-first', 'head-injury'],
    ['not-appropriate', 'not-appropriate'],
    'same-day',
  ],
  [
    'a blow in the faint and S100B raised: CT, not MR',
    { ...HIT, ...HEAD_TRAUMA_ASKED, 's100b-result': 'raised' },
    ['low-risk-s100b-raised', 'head-injury'],
    ['appropriate', 'not-appropriate'],
    'same-day',
  ],
  [
    'a blow on an anticoagulant: CT, not MR, now',
    { ...HIT, ...HEAD_TRAUMA_ASKED, 'therapeutic-anticoagulation': true },
    ['mild-high-risk', 'head-injury-on-anticoagulant'],
    ['appropriate', 'not-appropriate'],
    'emergency',
  ],
  [
    'a blow and a focal deficit: syncope accepts MR, the blow makes it the wrong examination',
    { ...HIT, ...HEAD_TRAUMA_ASKED, 'focal-neurological-deficit': true },
    ['mild-high-risk', 'new-focal-deficit'],
    ['appropriate', 'not-appropriate'],
    'emergency',
  ],
  [
    'a blow in a patient with a brain tumour, S100B raised: the blow makes MR the wrong examination',
    { ...HIT, ...HEAD_TRAUMA_ASKED, 'known-intracranial-disease': true, 's100b-result': 'raised' },
    ['low-risk-s100b-raised', 'known-intracranial-disease'],
    ['appropriate', 'not-appropriate'],
    'same-day',
  ],
  [
    'a blow in a patient with a brain tumour, S100B first: syncope supports both examinations',
    { ...HIT, ...HEAD_TRAUMA_ASKED, 'known-intracranial-disease': true },
    ['low-risk-s100b-first', 'known-intracranial-disease'],
    ['appropriate', 'appropriate'],
    'same-day',
  ],
  [
    'a blow two days ago: CT may be considered, MR is the wrong examination',
    { ...HIT, ...HEAD_TRAUMA_ASKED, 'hours-since-injury': 48 },
    ['late-with-risk', 'head-injury'],
    ['may-be-appropriate', 'not-appropriate'],
    'same-day',
  ],
  [
    'a blow in the faint and multitrauma: the trauma call speaks',
    { ...HIT, ...HEAD_TRAUMA_ASKED, multitrauma: true, 'extracranial-cancer': true },
    ['multitrauma', 'judgement'],
    ['no-criteria-apply', 'no-criteria-apply'],
    'emergency',
  ],
  [
    'a blow with nothing asked about it yet: undetermined, and head trauma asks',
    { ...HIT },
    [null, 'head-injury'],
    ['undetermined', 'undetermined'],
    null,
  ],
  [
    'a focal deficit, the blow unknown: CT is right whatever the answer, MR may be wrong',
    { 'focal-neurological-deficit': true, 'head-injury-with-event': 'unknown' },
    [null, 'new-focal-deficit'],
    ['appropriate', 'undetermined'],
    'emergency',
  ],
];
