import type { CliWords } from './da.ts';

/** The author's commands in English. */
export const en: CliWords = {
  unknownCommand: (name) => `Unknown command "${name}".`,
  known: (names) => `There is: ${names.join(', ')}.`,
  unknownLanguage: (given) => `The language can be da or en, not "${given}": --language en`,
  noGuideline: (id) => `There is no guideline "${id}".`,
  outOfService: (id) => `${id} is out of service: npm run rules says what is wrong.`,
  noVignettes: (id) => `rules/${id}/vignettes.json cannot be used: npm run rules says what is wrong.`,

  patient: {
    nothingFound: 'nothing found',
    not: (fact) => `no ${fact}`,
    and: 'and',
  },

  severity: { error: 'error', warning: 'warning' },
  check: {
    usage: 'Give one guideline, or none to check everything: npm run rules -- check [<id>]',
    guidelines: (names) => `Guidelines: ${names.join(', ') || 'none'}`,
    retired: 'retired',
    outOfService: 'out of service',
    local: (guideline, parameter, value, was, source) =>
      `Changed locally: ${guideline}, ${parameter}: ${value} instead of ${was} (${source})`,
    passed: (count) => (count === 1 ? '1 vignette passes.' : `${count} vignettes pass.`),
    total: (errors, warnings, files) =>
      `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}${files === 0 ? '' : ` in ${files} ${files === 1 ? 'file' : 'files'}`}.`,
  },

  addVignettes: 'Add to vignettes.json:',
  coverage: {
    vignettes: (count) => (count === 1 ? '1 vignette' : `${count} vignettes`),
    demand: {
      comparisons: 'comparisons true, false, unknown',
      criteria: 'criteria true, false, unknown',
      recommendations: 'recommendations reached',
      pairs: 'comparisons flip the outcome alone',
    },
    figures: (covered, demanded, impossible) =>
      `${covered} of ${demanded}${impossible > 0 ? `, and ${impossible} that no vignette can show (proved, below)` : ''}`,
    impossible: 'impossible',
    notCovered: 'not covered',
    proved: 'No vignette can: proved over all answers.',
    explained: 'The changelog says why it stands.',
    explain: (ids) =>
      `Simplify the rule, or say in CHANGELOG.md why it stands, naming ${ids.map((id) => `\`${id}\``).join(' and ')}.`,
  },
  mutate: {
    figures: (total, killed, equivalent, survivors, undecided) =>
      `${total} mutants, ${killed} killed, ${equivalent} proved equivalent, ${survivors} survive, ${undecided} undecided`,
    equivalent: 'equivalent',
    undecided: 'undecided',
    survives: 'survives',
  },

  analyse: {
    marks: {
      holds: 'holds',
      fault: 'EXCEPTION',
      open: 'not decided',
      note: 'note',
      known: 'known',
      screens: 'screens',
    },
    stale: (line) => `in exceptions.json but not so any more: ${line}`,
    sameContent: (rung) => `without "${rung}" everybody gets the same ratings and urgency, in other words`,
    samePlace: (pointer, says) => `without ${pointer} (${says}) everybody comes to the same rung`,
    size: (facts, combinations) => `${facts} facts, ${combinations} combinations of answers`,
    tooLarge: 'the decision diagram is too large: decided by bounds where it could be',
    exact: (nodes) => `decision diagram of ${nodes} nodes, so what follows is exact`,
    openAnswers: 'whether every combination gets an answer that was written',
    answers: 'every combination gets an answer',
    openRungs: (rungs) => `whether anybody reaches ${rungs}`,
    rungs: (count) => `no rung is dead or hidden: all ${count} are reached, the last one included`,
    settled: 'no answer changes a settled outcome: settled means one rung left over all completions',
    openFalls: 'whether an urgency shown while questions are open can fall',
    falls: 'no urgency shown while questions are open falls',
    openFlags: 'whether a red flag lowers support or urgency',
    flags: (count) => `none of ${count} red flags lowers support or urgency, but where it is known and meant`,
    meant: (count, guideline) => `${count} exceptions, with reasons in rules/${guideline}/exceptions.json`,
    unaskable: (fact) => `the answer hangs on ${fact}, which has no question`,
    unrated: (rung, order, patient) => `"${rung}" does not rate ${order}: ${patient}`,
    dead: (rung) => `"${rung}" is dead: no patient meets its condition, or none is left for it`,
    hidden: (rung, by) => `"${rung}" is hidden: all in whom it holds are taken by ${by}`,
    fall: (reached, shown, patient) =>
      `"${reached}" is less urgent and stands above "${shown}": the urgency shown while questions are open can fall. Smallest patient: ${patient}`,
    lowers: {
      urgency: () => 'the urgency',
      imaging: (examinations) => `the support for imaging (${examinations})`,
      examination: (examinations) => `the support of ${examinations}, in favour of another examination`,
    },
    way: (to, from) => `to "${to}" from ${from}`,
    mightLower: (what, flags, way) => `might lower ${what}: ${flags}, ${way} (not decided)`,
    lowering: (what, flags, way, patient, flag) =>
      `lowers ${what}: ${flags}, ${way}. Smallest patient: ${patient}; then ${flag}`,
    openScreens: 'how many screens an answer takes',
    screens: (known, given, unknown) =>
      `longest ${known[0]}, median ${known[1]} of all combinations, ${known[2]} when nothing is found (${given} and age known; age unknown: longest ${unknown[0]}, median ${unknown[1]})`,
    redFlags: (flags) => `red flags: ${flags}`,
    none: 'none',
    longestWay: 'longest way:',
    smallest: 'smallest patient of each rung (what is not named is negative, or of no matter):',
    together: (names, longest, median, states) =>
      `${names} together, reason unknown, age known: longest ${longest} screens, median ${median} of all combinations (exact, ${states} states)`,
    togetherOpen: (names) => `${names} together: not decided how many screens an answer takes`,
    fresh: (faults) => (faults === 0 ? 'No new exceptions.' : `${faults} new exception${faults === 1 ? '' : 's'}.`),
  },

  diff: {
    becomes: (patient, to, from) => `Patients (smallest: ${patient}) come to ${to} instead of ${from}.`,
    noAnswer: 'no answer (does not apply)',
    onlyWords: 'Its questions, words or sources are others than before.',
    usage: 'Say what to compare: npm run rules -- diff [<id>] [--from <git revision>]',
    nothingCompared: (why) => `Nothing was compared: ${why}.`,
    notCompared: (id, why) => `${id}: not compared, ${why}.`,
    noGit: 'git is not installed',
    noRepository: 'the rules folder is in no git repository with a commit',
    shallow: ' (the clone is shallow: its history ends early)',
    noRevision: (revision) => `there is no revision "${revision}" here`,
    noOtherVersion: (version) => `no commit has another version than ${version}`,
    isNew: (id, version, at) => `${id} ${version}: it did not exist at ${at}, so everything in it is new.`,
    unreadable: (at, why) => `the file at ${at} cannot be read by today's rules: ${why}`,
    heading: (id, before, at, now) => `${id}: ${before} at ${at} → ${now} here`,
    undecided: 'not decided: the diagrams are too large, or a fact has become one of another type',
    firstVersion: (version) => `${version} is the first version, so no step can be too small yet`,
    noStep: 'demands no new version',
    step: (step, needed) =>
      step === needed ? `demands a ${step} step` : `demands a ${step} step: below 1.0.0 a ${needed} one is enough`,
    vocabulary: (facts) => `defined otherwise in the vocabulary (words, limits or readings): ${facts}`,
    sameAnswers: 'no patient gets another answer',
    otherAnswers: (n) => `${n} ${n === 1 ? 'kind of patient gets' : 'kinds of patients get'} another answer:`,
    sameQuestions: 'no patient is asked anything else',
    otherQuestions: (n) => `${n} ${n === 1 ? 'kind of patient gets' : 'kinds of patients get'} other questions:`,
    question: { asked: 'is now asked', 'not asked': 'is now not asked' },
    shownOtherwise: (rung) =>
      `"${rung}" holds otherwise in patients who come to the same rung, so its urgency can show at another time:`,
    silent: 'silent',
    none: 'none',
    urgency: 'urgency',
    changed: (rung) => `${rung}, changed`,
    sameContent: 'same ratings and urgency',
    smallest: 'smallest patient',
  },

  new: {
    usage: 'Give the new guideline an id: npm run rules -- new <id>, e.g. knee-mr',
    badId: (id, form) => `"${id}" cannot be an id: ${form}.`,
    exists: (id) => `rules/${id} exists already. Choose another id, or write in the files that are there.`,
    notWritten: (id) => `Nothing was written: rules/${id} would not pass the check. Correct the above first.`,
    written: (paths) => `Written: ${paths.join(', ')}.`,
    next: (id) => [
      'It passes the check as it stands, and speaks about nothing yet. Next:',
      '  1. Write over every text that says SKABELON; rules/README.md shows how.',
      `  2. npm run rules -- check ${id}`,
      '  3. npm start, to see it as the clinician will',
    ],
  },
};
