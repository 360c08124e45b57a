import type { FactValue } from '../../../src/core/facts/fact.ts';

type Given = Readonly<Record<string, FactValue>>;

/** A 45-year-old with low back pain in whom everything was asked and nothing found. */
export const NOTHING_FOUND: Given = {
  reason: ['low-back-pain'],
  age: 45,
  'cauda-equina-signs': false,
  'leg-weakness': 'none',
  'cord-signs': false,
  'high-energy-trauma': false,
  'known-cancer': false,
  'suspects-cancer': false,
  'unexplained-weight-loss': false,
  'night-or-rest-pain': false,
  'no-improvement-after-4-weeks': false,
  'suspects-spinal-infection': false,
  'infection-risk-factor': false,
  'fever-or-raised-markers': false,
  'low-energy-trauma-or-sudden-pain': false,
  osteoporosis: false,
  'long-term-steroids': false,
  'pain-duration-weeks': 3,
  'onset-before-45': false,
  'inflammatory-back-pain': false,
  'prior-lumbar-surgery': false,
  'new-symptoms-since-surgery': false,
  'previous-lumbar-imaging': false,
  'clinical-change-since-imaging': false,
  'pain-pattern': 'non-specific',
  'weeks-of-treatment': 2,
  'intolerable-pain': false,
  'surgery-considered': false,
};

/**
 * The ladder as the clinical page has it (low-back-pain.md): what, beside a patient in whom nothing was found, leads to
 * each rung, and how it rates MR, X-ray, CT, MR of the whole spine and MR of the sacroiliac joints (A, M, N, or - for not
 * covered), with its urgency.
 */
export const LADDER: readonly (readonly [rung: string, given: Given, ratings: string, urgency: string | null])[] = [
  ['child-emergency', { age: 15, 'cord-signs': true }, '-----', 'emergency'],
  ['child', { age: 15 }, '-----', 'same-day'],
  ['suspected-cauda-equina', { 'cauda-equina-signs': true }, 'ANMAN', 'emergency'],
  ['major-trauma', { 'high-energy-trauma': true }, 'AMAAN', 'emergency'],
  ['cancer-with-neurology', { 'known-cancer': true, 'leg-weakness': 'mild-stable' }, 'NNNAN', 'emergency'],
  ['suspected-cord-compression', { 'cord-signs': true }, 'NNNAN', 'emergency'],
  ['severe-motor-deficit', { 'leg-weakness': 'severe-or-progressive' }, 'ANMMN', 'same-day'],
  ['suspected-spinal-infection', { 'suspects-spinal-infection': true }, 'AMMAN', 'same-day'],
  ['back-pain-with-known-cancer', { 'known-cancer': true }, 'MMMAN', 'within-a-week'],
  ['fever-without-focus', { 'fever-or-raised-markers': true }, 'MMMMN', 'same-day'],
  ['suspected-cancer', { 'suspects-cancer': true }, 'AMMAN', 'within-a-week'],
  [
    'suspected-fragility-fracture',
    { 'low-energy-trauma-or-sudden-pain': true, osteoporosis: true },
    'AAAMN',
    'within-a-week',
  ],
  ['possible-cancer', { 'unexplained-weight-loss': true, 'night-or-rest-pain': true }, 'AMMAN', 'within-a-week'],
  [
    'new-symptoms-after-surgery',
    { 'prior-lumbar-surgery': true, 'new-symptoms-since-surgery': true },
    'AAMMN',
    'elective',
  ],
  [
    'recent-imaging-can-answer',
    { 'previous-lumbar-imaging': true, 'surgery-considered': true, 'weeks-of-treatment': 6 },
    'MNMNN',
    'elective',
  ],
  ['persistent-with-surgical-question', { 'surgery-considered': true, 'weeks-of-treatment': 6 }, 'AMMNN', 'elective'],
  [
    'claudication-with-surgical-question',
    { 'surgery-considered': true, 'pain-pattern': 'neurogenic-claudication' },
    'ANMNN',
    'elective',
  ],
  ['mild-motor-deficit', { 'leg-weakness': 'mild-stable' }, 'MNMNN', 'elective'],
  ['radicular-with-intolerable-pain', { 'pain-pattern': 'radicular', 'intolerable-pain': true }, 'MNMNN', 'elective'],
  ['persistent-radicular', { 'pain-pattern': 'radicular', 'no-improvement-after-4-weeks': true }, 'MNMNN', 'elective'],
  [
    'suspected-axial-spondyloarthritis',
    { 'pain-duration-weeks': 12, 'onset-before-45': true, 'inflammatory-back-pain': true },
    'NNNNA',
    'elective',
  ],
  ['single-warning-sign', { 'night-or-rest-pain': true }, 'MMMMN', null],
  ['unchanged-since-imaging', { 'previous-lumbar-imaging': true }, 'NNNNN', null],
  ['no-red-flags', {}, 'NNNNN', null],
];

export const ORDERS = [
  'mr-lumbar-spine',
  'xr-lumbar-spine',
  'ct-lumbar-spine',
  'mr-whole-spine',
  'mr-sacroiliac-joints',
];

const RATING: Readonly<Record<string, string>> = {
  A: 'appropriate',
  M: 'may-be-appropriate',
  N: 'not-appropriate',
  '-': 'no-criteria-apply',
};

/** A row's letters as ratings by order. */
export function ratingsOf(letters: string): Readonly<Record<string, string>> {
  return Object.fromEntries(ORDERS.map((order, index) => [order, RATING[letters[index] ?? ''] ?? '']));
}
