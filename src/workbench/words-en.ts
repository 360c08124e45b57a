import type { WorkbenchWords } from './words-da.ts';

/** The author's page in English. */
export const en: WorkbenchWords = {
  title: 'Workbench for guidelines',
  lead: 'Edit a guideline and see at once what the clinician will see. Nothing here is in use until the file is put in place.',
  guideline: 'Guideline',
  files: 'File',
  file: { 'guideline.json': 'Guideline', 'vignettes.json': 'Vignettes' },
  editor: (file) => `${file} as JSON. Esc and then Tab leaves the field. Ctrl+Space proposes.`,
  keys: 'Ctrl+Space proposes · Ctrl+F finds · Esc, then Tab leaves the field',
  download: (file) => `Download ${file}`,
  backToShipped: 'Back to the shipped version',
  edited: 'Edited here',
  notEdited: 'As shipped',
  kept: 'Kept in this browser.',
  notKept: 'Cannot be kept in this browser. Download the file before you close the page.',
  shippedChanged: 'The shipped version has changed since you began your draft. Compare before you put it in place.',

  findings: 'Findings',
  noFindings: 'No findings.',
  findingCount: (errors, warnings) =>
    [
      ...(errors > 0 ? [errors === 1 ? '1 error' : `${errors} errors`] : []),
      ...(warnings > 0 ? [warnings === 1 ? '1 warning' : `${warnings} warnings`] : []),
    ].join(', '),
  line: (line) => `line ${line}`,
  severity: { error: 'error', warning: 'warning' },
  elsewhere: (file, count) => `${file}: ${count === 1 ? '1 finding' : `${count} findings`}`,

  preview: 'What the clinician sees',
  stale: {
    'guideline.json': (line) =>
      `The guideline has errors${line === null ? '' : ` (line ${line})`}. This is the last version that could be used.`,
    'vignettes.json': (line) =>
      `The vignettes have errors${line === null ? '' : ` (line ${line})`}. These are the last that could be used.`,
  },
  neverSound: 'The guideline has errors and cannot be used yet. Correct the findings in the text.',
  fromVignette: (name) => `Vignette: ${name}`,
  answersOnTop: 'You have answered on top of the vignette.',
  takeBack: 'Take the answers back',
  ownAnswers: 'Answer yourself',
  ownCase: 'Your own answers',
  examination: 'Examination',
  startAgain: 'Start again',
  noGuidance: 'The assessment could not be worked out. That is an error in the program, not in your document.',

  local: 'The site uses it otherwise (rules/site.json). Here the numbers of the guideline itself count.',
  retired: (why) => `Not used here: ${why}`,

  vignettes: 'Vignettes',
  passed: (passed, of) => `${passed} of ${of} pass`,
  running: 'Working …',
  filter: 'Show',
  filters: {
    all: (n) => `All (${n})`,
    failing: (n) => `Failing (${n})`,
    changed: (n) => `Changed (${n})`,
  },
  none: { all: 'None.', failing: 'None fails.', changed: 'None comes out otherwise than in the shipped version.' },
  passes: 'passes',
  fails: 'fails',
  difference: (what, expected, got) => `${what}: expected ${expected}, got ${got}`,
  nothing: 'none',
  showInText: 'Show in the text',
  changedFrom: 'Shipped',
  changedTo: 'Now',
  part: {
    applies: 'applies',
    recommendation: 'recommendation',
    verdict: 'verdict',
    urgency: 'urgency',
    asks: 'questions',
    ratings: 'rating per examination',
  },

  coverage: 'Coverage',
  coverageMeans:
    'A condition is covered when the vignettes have it met, not met and unknown, and in two of them it alone changes the answer.',
  covered: (covered, of) => `${covered} of ${of} conditions are covered`,
  allCovered: 'All conditions are covered.',
  beyond: (n) =>
    `${n === 1 ? 'One never changes' : `${n} never change`} the answer alone, proved over all answers: the rule says more than it needs.`,
  unseen: (fact, truths) => `${fact}: no vignette has it ${truths}`,
  truth: { true: 'met', false: 'not met', unknown: 'unknown' },
  neverFlips: (fact) => `${fact}: in no pair of vignettes does it alone change the answer`,

  announce: (findings, passed, changed) =>
    `${findings === '' ? 'No findings' : findings}. ${passed}. ${changed} ${changed === 1 ? 'comes' : 'come'} out otherwise than in the shipped version.`,
};
