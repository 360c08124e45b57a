/** The author's commands in Danish. `CliWords` is the type of this object, so a word missing in English does not compile. */
export const da = {
  unknownCommand: (name: string) => `Der er ingen kommando "${name}".`,
  known: (names: readonly string[]) => `Der er: ${names.join(', ')}.`,
  unknownLanguage: (given: string) => `Sproget kan være da eller en, ikke "${given}": --language en`,
  noGuideline: (id: string) => `Der er ingen retningslinje "${id}".`,
  outOfService: (id: string) => `${id} er ude af brug: npm run rules siger hvorfor.`,
  noVignettes: (id: string) => `rules/${id}/vignettes.json kan ikke bruges: npm run rules siger hvorfor.`,

  patient: {
    nothingFound: 'ingen fund',
    not: (fact: string) => `ikke ${fact}`,
    and: 'og',
  },

  severity: { error: 'fejl', warning: 'advarsel' },
  check: {
    usage: 'Nævn én retningslinje, eller ingen for at kontrollere alt: npm run rules -- check [<id>]',
    guidelines: (names: readonly string[]) => `Retningslinjer: ${names.join(', ') || 'ingen'}`,
    retired: 'taget ud af brug',
    outOfService: 'ude af brug på grund af fejl',
    local: (guideline: string, parameter: string, value: string, was: number, source: string) =>
      `Ændret lokalt: ${guideline}, ${parameter}: ${value} i stedet for ${was} (${source})`,
    passed: (count: number) => (count === 1 ? '1 sygehistorie består.' : `${count} sygehistorier består.`),
    total: (errors: number, warnings: number, files: number) =>
      `${errors} fejl, ${warnings} ${warnings === 1 ? 'advarsel' : 'advarsler'}${files === 0 ? '' : ` i ${files} ${files === 1 ? 'fil' : 'filer'}`}.`,
  },

  diff: {
    becomes: (patient: string, to: string, from: string) =>
      `Patienter (den mindste: ${patient}) kommer til ${to} i stedet for ${from}.`,
    noAnswer: 'intet svar (gælder ikke)',
    onlyWords: 'Dens spørgsmål, ord eller kilder er nogle andre end før.',
  },

  new: {
    usage: 'Giv den nye retningslinje et id: npm run rules -- new <id>, fx knee-mr',
    badId: (id: string, form: string) => `"${id}" kan ikke være et id: ${form}.`,
    exists: (id: string) => `rules/${id} findes allerede. Vælg et andet id, eller skriv i de filer, der er der.`,
    notWritten: (id: string) =>
      `Intet blev skrevet: rules/${id} ville ikke bestå kontrollen. Ret først det, der står ovenfor.`,
    written: (paths: readonly string[]) => `Skrevet: ${paths.join(', ')}.`,
    next: (id: string) => [
      'Den består kontrollen, som den er, og siger ikke noget endnu. Nu kan du:',
      '  1. skrive over alle tekster, hvor der står SKABELON; rules/README.md viser hvordan',
      `  2. npm run rules -- check ${id}`,
      '  3. npm start, for at se den, som klinikeren vil',
    ],
  },
};

/** Every word of the author's commands in one language. */
export type CliWords = typeof da;
