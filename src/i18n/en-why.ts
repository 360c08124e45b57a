import type { daWhy } from './da-why.ts';
import { en } from './en.ts';
import { asPhrase } from './sentence.ts';

/** Words of what is read beside the guidance, in English: the rest of why, sources, other examinations, answers given. */
export const enWhy: typeof daWhy = {
  verdictMeaning: {
    appropriate: 'A recommendation supports the examination.',
    'may-be-appropriate': 'A judgement: a recommendation allows the examination, or guidelines disagree.',
    'not-appropriate': 'A recommendation advises against the examination, or advises something else first.',
    'no-standard': 'An authority has stated that no professional standard exists.',
    'no-criteria-apply': en.notCovered,
    undetermined: 'Facts are missing that could decide it.',
  },
  inASentence: {
    examination: 'The examination',
    appropriate: (name) => `${name} is appropriate.`,
    mayBeBut: (name, better) => `${name} may be appropriate, but ${better} is the recommended examination.`,
    guidelinesDisagree: (name) => `${name} may be appropriate: recognised guidelines disagree.`,
    judgement: (name) => `${name} may be appropriate, as a clinical judgement.`,
    butIndicated: (name, better) => `${name} is not recommended; ${better} is appropriate instead.`,
    butPossible: (name, other) => `${name} is not recommended; ${other} may be appropriate instead.`,
    firstSteps: (name) => `${name} is not recommended now: first do what stands under “${en.whatToDo}”.`,
    noImaging: (name, steps) =>
      `${name} is not recommended, and no other imaging is recommended instead${steps ? `: do what stands under “${en.whatToDo}”` : ''}.`,
    'no-standard': (name) =>
      `There is no professional standard for ${asPhrase(name)} in this case: the choice is a clinical judgement.`,
    'no-criteria-apply': (name) =>
      `The guideline takes no position on ${asPhrase(name)} in this case; that says nothing for or against the examination.`,
    undetermined: (name) => `Answers are missing before ${asPhrase(name)} can be rated.`,
    byTelephone: 'It is urgent, and is settled by telephone.',
    restsOn(findings, absent) {
      const ruledOut =
        absent === 1
          ? 'One factor that could change the answer is'
          : `${absent} factors that could change the answer are`;
      return `What decides: ${findings}.${absent > 0 ? ` ${ruledOut} ruled out.` : ''}`;
    },
    restsOnAbsence: (absent) =>
      absent === 1
        ? 'What decides is that one factor that could change the answer is ruled out.'
        : `What decides is that ${absent} factors that could change the answer are ruled out.`,
  },
  source: {
    record: 'from the record',
    order: 'from the order',
    clinician: 'answered here',
    derived: (from) => `follows from ${from}`,
    nothingFound: 'nothing found in the record',
    readAt: (date) => `read ${date}`,
    recordSays: (value) => `The record says: ${value}`,
    orderSays: (value) => `The order says: ${value}`,
  },
  doubt: {
    'birth-date-unusable': 'the birth date is missing or incomplete',
    'date-missing': 'the date is missing',
    'date-imprecise': 'the date is too imprecise',
    'start-missing': 'the start date is missing',
    'status-unclear': 'the status is unclear',
    unconfirmed: 'not confirmed',
    preliminary: 'a preliminary result',
    'as-needed': 'only as needed',
    'dispensed-only': 'dispensed; it does not say whether it is taken now',
    'no-value': 'without a value',
    unit: 'the unit is not known here',
    comparator: 'given only as above or below a limit',
    'examination-unclear': 'it does not say which examination it is',
    'region-unclear': 'it does not say which part of the body it is',
    'modality-unclear': 'it does not say which kind of examination it is',
    'reference-unread': 'what it refers to could not be read',
    'value-unusable': 'the value cannot be used',
    circular: "a fault in the guideline's vocabulary",
    'value-set-missing': "a fault in the guideline's vocabulary",
  },
  rest: (n) => `Other facts (${n})`,
  criteria: 'Criteria',
  notRead: 'Not read',
  disagreement: 'Guidelines disagree',
  thisGuideline: 'Followed here',
  otherGuideline: 'Another guideline',
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
  local: {
    heading: 'Changed locally',
    instead: (value, was) => `${value} instead of ${was}.`,
    decided: (source) => `Decided: ${source}`,
  },
  alternatives: {
    heading: 'Other examinations',
    unsupported: (n) => `Not recommended or not covered (${n})`,
    draft: 'your draft',
    considered: 'the examination chosen',
    switchTo: 'Change to this',
    chosen: 'Chosen',
    noImaging: 'No imaging',
    doInstead: (heading) => `Do instead what stands under “${heading}”.`,
    safety: {
      magnet: 'Check for pacemaker and implants.',
      pregnancy: 'Check for possible pregnancy (ages 15–55).',
    },
  },
  radiation: {
    none: 'no ionising radiation',
    unknown: 'dose not given',
    dose: (from, to) => (to === null ? `about ${from} mSv` : `about ${from}–${to} mSv`),
    background: (time) => `as ${time} of background radiation`,
    days: (n) => `${n} days`,
    months: (from, to) => (to === null ? (from === '1' ? '1 month' : `${from} months`) : `${from}–${to} months`),
    years: (n) => (n === '1' ? '1 year' : `${n} years`),
    unverified: 'not verified',
  },
  whatWouldChange: {
    heading: 'What would change the answer',
    when: (answers) => `if ${answers}`,
    yes: (labels) => `yes to ${labels}`,
    no: (labels) => `no to ${labels}`,
    is: (label, value) => `${label} is ${value}`,
    or: ', or ',
    others: (n) => (n === 1 ? ', or in one other way' : `, or in ${n} other ways`),
    more: (n) => (n === 1 ? 'One more possibility' : `${n} more possibilities`),
    urgent: (n) => `Signs that are urgent (${n})`,
  },
  undo: 'Undo',
  undoAnswer: (label) => `Undo the answer about ${label}`,
  yourAnswers: 'Your answers',
  answered: (n) => (n === 1 ? '1 answer' : `${n} answers`),
  keys: 'Keys while the focus is among the questions: 1–9 answer, 0 is “none of these”, ⌫ undoes the last answer.',
  correction: {
    recordSays: (value) => `the record says ${value}`,
    orderSays: (value) => `the order says ${value}`,
    recordMentions: (what) => `the record mentions ${what}`,
    yours: (value) => `Your answer is ${value}.`,
    takeBack: 'Undo the correction',
    takeBackAnswer: 'Change the answer',
    takeBackAnswerOf: (label) => `Change the answer: ${label}`,
    takeBackOf: (label) => `Undo the correction: ${label}`,
    backToRecord: (value) => `Back to the record’s answer: ${value}`,
    backToOrder: (value) => `Back to the order’s answer: ${value}`,
  },
  correct: 'Show and correct',
  correctFact: (label) => `Show and correct ${label}`,
};
