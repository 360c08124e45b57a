import type { daWhy } from './da-why.ts';

/** Words of what is read beside the guidance, in English: the rest of why, sources, other examinations, answers given. */
export const enWhy: typeof daWhy = {
  ruledOut: (n) => `Ruled out (${n})`,
  rest: (n) => `Other facts (${n})`,
  criteria: 'Criteria',
  notRead: 'Not read',
  disagreement: 'Disagreement',
  evidence: 'Sources',
  verified: 'read in the original',
  notVerified: 'not checked in the original',
  evidenceType: {
    guideline: 'guideline',
    consensus: 'consensus',
    authority: 'authority',
    study: 'study',
    review: 'review',
    law: 'law',
  },
  strength: (strength) => `strength: ${strength}`,
  truth: { true: 'met', false: 'not met', unknown: 'undecided' },
  notFor: 'Does not apply to',
  alternatives: {
    heading: 'Other examinations',
    unsupported: (n) => `Not recommended or not covered (${n})`,
    noRadiation: 'no ionising radiation',
    dose: (from, to) => (to === null ? `about ${from} mSv` : `about ${from}–${to} mSv`),
  },
  undo: 'Undo',
  undoAnswer: (label) => `Undo the answer about ${label}`,
  yourAnswers: 'Your answers',
  answered: (n) => (n === 1 ? '1 answer' : `${n} answers`),
};
