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

  diff: {
    becomes: (patient, to, from) => `Patients (smallest: ${patient}) come to ${to} instead of ${from}.`,
    noAnswer: 'no answer (does not apply)',
    onlyWords: 'Its questions, words or sources are others than before.',
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
