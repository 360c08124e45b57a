import type { FactValue } from '../../../src/core/facts/fact.ts';

type Given = Readonly<Record<string, FactValue>>;

/** A 30-year-old four hours after a blow to the head, GCS 15, in whom everything was asked and nothing found. */
export const NOTHING_FOUND: Given = {
  reason: ['head-trauma'],
  age: 30,
  'hours-since-injury': 4,
  gcs: 15,
  multitrauma: false,
  'post-traumatic-seizure': false,
  'focal-neurological-deficit': false,
  'skull-fracture-signs': false,
  'shunt-treated-hydrocephalus': false,
  'therapeutic-anticoagulation': false,
  'coagulation-disorder': false,
  'antiplatelet-therapy': 'none',
  'loss-of-consciousness': false,
  'vomiting-episodes': 0,
  'extracranial-injury': false,
  's100b-result': 'not-taken',
  's100b-sample-hours-after-injury': 2,
  's100b-available': true,
  amnesia: false,
  'retrograde-amnesia-minutes': 0,
  'dangerous-mechanism': false,
  'gcs-below-15-at-2-hours': false,
};

/** In the order of the letters below. */
export const ORDERS = ['ct-head', 'mr-head'];

type Row = readonly [rung: string, given: Given, ratings: string, urgency: string | null];

/**
 * The ladder as the clinical page has it (head-trauma.md): what, beside a patient in whom nothing was found, leads to each
 * rung; how it rates CT and MR of the head (A, M, N, or - for not covered); its urgency.
 */
export const LADDER: readonly Row[] = [
  ['child-emergency', { age: 9, 'focal-neurological-deficit': true }, '--', 'emergency'],
  ['child', { age: 9 }, '--', 'same-day'],
  ['multitrauma', { multitrauma: true }, '--', 'emergency'],
  ['severe-or-moderate', { gcs: 11 }, 'AN', 'emergency'],
  ['mild-high-risk', { 'therapeutic-anticoagulation': true }, 'AN', 'emergency'],
  ['late-with-risk', { 'hours-since-injury': 36, 'vomiting-episodes': 4 }, 'MN', 'same-day'],
  ['late-presentation', { 'hours-since-injury': 36 }, '--', null],
  ['mild-medium-risk', { age: 80, 'antiplatelet-therapy': 'other' }, 'AN', 'same-day'],
  ['low-risk-s100b-raised', { gcs: 14, 's100b-result': 'raised' }, 'AN', 'same-day'],
  ['low-risk-s100b-unusable', { gcs: 14, 'extracranial-injury': true }, 'AN', 'same-day'],
  ['medium-risk-aspirin-only', { age: 80, 'antiplatelet-therapy': 'aspirin-only' }, 'MN', 'same-day'],
  ['guidelines-disagree', { 'vomiting-episodes': 4 }, 'MN', 'same-day'],
  ['low-risk-s100b-first', { gcs: 14 }, 'NN', 'same-day'],
  ['low-risk-s100b-normal', { gcs: 14, 's100b-result': 'normal' }, 'NN', null],
  ['s100b-raised-without-criterion', { 's100b-result': 'raised' }, 'MN', 'same-day'],
  ['minimal', {}, 'NN', null],
];

/** The named criteria of the page, with what makes each true. */
export const CRITERIA: readonly (readonly [criterion: string, given: Given])[] = [
  ['any-loss-of-consciousness', { 'loss-of-consciousness': true }],
  ['any-loss-of-consciousness', { reason: ['syncope'], 'head-injury-with-event': true }],
  ['mild-high-risk', { 'post-traumatic-seizure': true }],
  ['mild-high-risk', { 'focal-neurological-deficit': true }],
  ['mild-high-risk', { 'skull-fracture-signs': true }],
  ['mild-high-risk', { 'shunt-treated-hydrocephalus': true }],
  ['mild-high-risk', { 'therapeutic-anticoagulation': true }],
  ['mild-high-risk', { 'coagulation-disorder': true }],
  ['mild-low-risk', { gcs: 14 }],
  ['mild-low-risk', { 'loss-of-consciousness': true }],
  ['mild-low-risk', { 'vomiting-episodes': 2 }],
  ['other-guidelines-support-ct', { 'vomiting-episodes': 2 }],
  ['other-guidelines-support-ct', { 'loss-of-consciousness': true, age: 65 }],
  ['other-guidelines-support-ct', { 'loss-of-consciousness': true, 'dangerous-mechanism': true }],
  ['other-guidelines-support-ct', { amnesia: true, age: 65 }],
  ['other-guidelines-support-ct', { amnesia: true, 'dangerous-mechanism': true }],
  ['other-guidelines-support-ct', { amnesia: true, 'retrograde-amnesia-minutes': 30 }],
  ['other-guidelines-support-ct', { 'hours-since-injury': 2, 'gcs-below-15-at-2-hours': true }],
  ['other-guidelines-support-ct', { 'antiplatelet-therapy': 'other' }],
];

const OUT: Given = { 'loss-of-consciousness': true };
const NORMAL: Given = { ...OUT, 's100b-result': 'normal', 'hours-since-injury': 8 };

/** The page's exact limits and precedences. */
export const LIMITS: readonly (readonly [sentence: string, given: Given, rung: string])[] = [
  ['age 17 is a child', { age: 17 }, 'child'],
  ['age 18 is an adult', { age: 18 }, 'minimal'],
  [
    'age 64 on another antiplatelet is not medium risk',
    { age: 64, 'antiplatelet-therapy': 'other' },
    'guidelines-disagree',
  ],
  ['age 65 counts', { age: 65, 'antiplatelet-therapy': 'other' }, 'mild-medium-risk'],
  ['age 64 on aspirin alone is minimal', { age: 64, 'antiplatelet-therapy': 'aspirin-only' }, 'minimal'],
  [
    'age 65 on aspirin alone is disputed',
    { age: 65, 'antiplatelet-therapy': 'aspirin-only' },
    'medium-risk-aspirin-only',
  ],
  ['loss of consciousness at 64 is S100B first', { ...OUT, age: 64 }, 'low-risk-s100b-first'],
  ['loss of consciousness at 65 is disputed', { ...OUT, age: 65 }, 'guidelines-disagree'],
  ['GCS 13 is moderate', { gcs: 13 }, 'severe-or-moderate'],
  ['GCS 14 is low risk', { gcs: 14 }, 'low-risk-s100b-first'],
  ['GCS 3 is on the same rung as GCS 13', { gcs: 3 }, 'severe-or-moderate'],
  ['a child with GCS 13 is an emergency', { age: 10, gcs: 13 }, 'child-emergency'],
  ['a child with GCS 14 is not', { age: 10, gcs: 14 }, 'child'],
  ['one vomit does not count', { 'vomiting-episodes': 1 }, 'minimal'],
  ['two vomits count', { 'vomiting-episodes': 2 }, 'guidelines-disagree'],
  [
    'two vomits are disputed even when S100B is normal',
    { 'vomiting-episodes': 2, 's100b-result': 'normal' },
    'guidelines-disagree',
  ],
  ['24 hours is still within SNC', { 'hours-since-injury': 24 }, 'minimal'],
  ['24.5 hours is not', { 'hours-since-injury': 24.5 }, 'late-presentation'],
  [
    'a sample at exactly 6 hours is usable',
    { ...NORMAL, 's100b-sample-hours-after-injury': 6 },
    'low-risk-s100b-normal',
  ],
  ['a sample at 6.5 hours is not', { ...NORMAL, 's100b-sample-hours-after-injury': 6.5 }, 'low-risk-s100b-unusable'],
  ['at 6 hours S100B can still be taken', { ...OUT, 'hours-since-injury': 6 }, 'low-risk-s100b-first'],
  ['at 6.5 hours it cannot', { ...OUT, 'hours-since-injury': 6.5 }, 'low-risk-s100b-unusable'],
  ['S100B out of reach is unusable', { ...OUT, 's100b-available': false }, 'low-risk-s100b-unusable'],
  ['29 minutes of amnesia does not count', { amnesia: true, 'retrograde-amnesia-minutes': 29 }, 'minimal'],
  ['30 minutes counts', { amnesia: true, 'retrograde-amnesia-minutes': 30 }, 'guidelines-disagree'],
  [
    'GCS below 15 at two hours counts from two hours',
    { 'gcs-below-15-at-2-hours': true, 'hours-since-injury': 2 },
    'guidelines-disagree',
  ],
  ['and not before', { 'gcs-below-15-at-2-hours': true, 'hours-since-injury': 1.5 }, 'minimal'],
  ['S100B does not clear GCS 13', { gcs: 13, 's100b-result': 'normal' }, 'severe-or-moderate'],
  ['nor high risk', { ...NORMAL, 'coagulation-disorder': true }, 'mild-high-risk'],
  ['nor medium risk', { ...NORMAL, age: 70, 'antiplatelet-therapy': 'other' }, 'mild-medium-risk'],
  ['nor aspirin at 65', { ...NORMAL, age: 65, 'antiplatelet-therapy': 'aspirin-only' }, 'medium-risk-aspirin-only'],
  ['high risk has no time limit', { 'coagulation-disorder': true, 'hours-since-injury': 200 }, 'mild-high-risk'],
  [
    'late on aspirin alone is assessed',
    { 'hours-since-injury': 30, 'antiplatelet-therapy': 'aspirin-only' },
    'late-with-risk',
  ],
  ['late with S100B raised is assessed', { 'hours-since-injury': 30, 's100b-result': 'raised' }, 'late-with-risk'],
  [
    'late with another antiplatelet is assessed',
    { 'hours-since-injury': 30, 'antiplatelet-therapy': 'other' },
    'late-with-risk',
  ],
  ['age alone is no criterion', { age: 95 }, 'minimal'],
  ['amnesia alone is no criterion', { amnesia: true }, 'minimal'],
  ['mechanism alone is no criterion', { 'dangerous-mechanism': true }, 'minimal'],
  ['multitrauma goes before GCS', { multitrauma: true, gcs: 7 }, 'multitrauma'],
];
