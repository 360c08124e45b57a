import type { HookWords } from './hook-words.ts';

/** Words of the cards an EHR shows at order time (CDS Hooks), in English. */
export const enHook: HookWords = {
  service: {
    'order-select': {
      title: 'Indikation, when the examination is chosen',
      description:
        'Assesses a draft imaging order against guidelines while it is composed. Silent when the examination is appropriate or not covered.',
      usageRequirements:
        'No guideline is clinically approved. The draft stands in draftOrders with the id of the patient.',
    },
    'order-sign': {
      title: 'Indikation, before the order is signed',
      description:
        'Assesses draft imaging orders against guidelines before they are signed. Silent when the examination is appropriate or not covered.',
      usageRequirements: 'No guideline is clinically approved. All drafts stand in draftOrders.',
    },
  },
  summary: {
    emergency: (order, title) => `Emergency. ${title} (${order})`,
    sameDay: (order, title) => `Has to be settled today. ${title} (${order})`,
    rated: (order, verdict, title) => `${order}: ${verdict}. ${title}`,
    short: (order, verdict) => `${order}: ${verdict}`,
    undetermined: (order, n, presses) => {
      if (n === 1) return `${order}: one answer is missing before the examination can be rated`;
      const missing = `${order}: information is missing before the examination can be rated`;
      return presses === null ? missing : `${missing} (at most ${presses} ${presses === 1 ? 'tap' : 'taps'})`;
    },
    withRecord: (missing, found) => `${missing}. In the record: ${found.join('; ')}`,
    noGuidance: (order) => `${order}: not rated, a guideline is out of service`,
    sameTwice: (order) => `${order} is ordered twice`,
    overlapping: (one, other) => `${one} and ${other} cover the same region`,
  },
  sameTwiceDetail: 'The drafts order the same examination. Cancel one unless both are to be performed.',
  overlappingDetail: (one, other) =>
    `${one} and ${other} cover the same part of the body. One of them may answer the question.`,
  asks: 'This can still change the assessment',
  moreAsks: 'and more',
  inRecord: 'in the record',
  presses: (n, all) =>
    `If none of it is present, ${n === 1 ? 'one tap' : `at most ${n} taps`} in Indikation answer${n === 1 ? 's' : ''} ${all ? 'it' : 'most of it'}.`,
  onlyWhatIsWritten: 'Answers given in Indikation count here once they are written on the order.',
  moreSources: (n) => (n === 1 ? 'and one more source in the guideline' : `and ${n} more sources in the guideline`),
  ruledOut: (labels) => `No to: ${labels}`,
  otherExaminations: 'Other examinations',
  draftGuideline: 'not clinically approved',
  openApp: 'Open Indikation',
  answerInApp: 'Answer in Indikation',
  changeTo: (order) => `Change to ${order}`,
  cancel: 'Cancel the draft',
  cancelSecond: (order) => `Cancel the draft: ${order}`,
  changeDescription: (from, to) => `The examination is changed from ${from} to ${to}`,
  cancelDescription: (order) => `The draft is cancelled: ${order}`,
  annotateDescription: (order) => `The assessment is noted on the order: ${order}`,
  failure: {
    'not-json': 'The request is not JSON. Send a JSON object according to CDS Hooks 2.0.',
    'not-a-hook-request': 'The request does not follow CDS Hooks 2.0. Correct what is named.',
    'wrong-hook': 'The service belongs to another hook. See /cds-services.',
    'wrong-patient': 'The draft or the record belongs to another patient than the request. Nothing was assessed.',
    'data-missing':
      'Necessary parts of the record are missing. Send the prefetch keys named, or give access to read them.',
    'not-found': 'There is nothing at this address. See /cds-services.',
    'method-not-allowed': 'The method cannot be used here.',
    'not-acceptable-media': 'Send application/json without content coding.',
    'too-large': 'The request is too large.',
    unauthorized: 'The caller could not be recognised.',
    'not-feedback': 'The feedback does not follow CDS Hooks 2.0. Nothing was stored.',
    'not-stored': 'The feedback could not be stored. Send it again later.',
    failed: 'The service failed. The order can be written as usual.',
  },
};
